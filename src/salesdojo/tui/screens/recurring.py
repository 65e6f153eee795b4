"""What keeps going wrong: the same mistakes in different scenarios; each opens a debrief."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from salesdojo.i18n import message
from salesdojo.records.history.mistake_saying import count_words, mistake_words
from salesdojo.records.history.overview import latest
from salesdojo.records.history.recurring import Recurring, recurring
from salesdojo.records.played import Played
from salesdojo.tui.debrief_opening import debrief_of
from salesdojo.tui.screens.figures import FiguresScreen
from salesdojo.tui.screens.listing import ListingScreen
from salesdojo.tui.screens.slips import SlipsScreen
from salesdojo.tui.widgets.figure_rows import FigureRows
from salesdojo.tui.widgets.key_bar import Key
from salesdojo.tui.wrapping import wrap

if TYPE_CHECKING:
    from salesdojo.records.store import Store

_INDENT = "    "


class RecurringScreen(FiguresScreen[tuple[Recurring, ...]], ListingScreen[None]):
    """Mistakes, those made in the most scenarios first."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("c", "cases", show=False)]
    OWN_KEYS: ClassVar[tuple[Key, ...]] = (
        Key("Enter", "history.key_open", "screen.open"),
        Key("C", "overview.key_cases", "screen.cases"),
    )

    def body(self) -> Sequence[Widget]:
        """Return the list."""
        return (FigureRows(id="recurring"),)

    def look(self, store: "Store") -> tuple[Recurring, ...]:
        """Ask for the latest attempts, and find what recurs in them."""
        recent = latest(store, self.person(), self.dojo.clock())
        return recurring(recent, Played(store, self.dojo.cache))

    def title_words(self, language: str) -> str:
        """Return the title."""
        return message("overview.wrong_title", language)

    def note(self, told: tuple[Recurring, ...]) -> str:  # noqa: ARG002 - the same for all
        """Return what stands here."""
        return "overview.wrong_note"

    def nothing(self, told: tuple[Recurring, ...]) -> str | None:
        """Return what will stand here."""
        return None if told else "overview.wrong_empty"

    def show(self, told: tuple[Recurring, ...], language: str) -> None:
        """Fill the list."""
        self.query_one(FigureRows).show(
            lambda width: (
                (str(place), _row(place, one, width, language))
                for place, one in enumerate(told, start=1)
            )
        )

    def action_open(self) -> None:
        """Open the debrief of the attempt in which the mistake highlighted was made last."""
        chosen = self._chosen
        if chosen is not None:
            latest = chosen.slips[0]
            self.ask(debrief_of(self, latest.attempt.attempt, latest.judged.turn))

    def action_cases(self) -> None:
        """Show the cases of the mistake highlighted, with their lines."""
        chosen = self._chosen
        if chosen is not None:
            self.app.push_screen(SlipsScreen(chosen, self.of))

    @property
    def _chosen(self) -> Recurring | None:
        place = self.query_one(FigureRows).highlighted
        return None if place is None or not self.told else self.told[place]


def _row(place: int, one: Recurring, width: int, language: str) -> Content:
    room = max(1, width - len(_INDENT))
    first, *more = wrap(mistake_words(one, language), room)
    counts = wrap(count_words(one, language), room)
    head = Content.assemble((f"{place:>2}. ", "$accent"), (first, "bold"))
    rest = (Content.styled(_INDENT + line, "bold") for line in more)
    below = (Content.styled(_INDENT + line, "$quiet") for line in counts)
    return Content("\n").join([head, *rest, *below])
