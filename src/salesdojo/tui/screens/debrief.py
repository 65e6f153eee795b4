"""The debrief, to be read: what the talk came to, and what each choice cost."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.tui.debrief_keys import READING_KEYS
from salesdojo.tui.debrief_parts import Debriefed, debrief_parts
from salesdojo.tui.laying_out import lay_out, lay_out_again
from salesdojo.tui.screens.scrolling import ScrollingScreen
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.title_line import TitleLine
from salesdojo.tui.widgets.turn_card import TurnCard

if TYPE_CHECKING:
    from salesdojo.records.history.looking_back import PlayedAttempt
    from salesdojo.records.model import Person


class DebriefScreen(ScrollingScreen[None]):
    """One finished attempt, from its verdict down to each line."""

    CSS_PATH = "debrief.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual declares it
        (0, "-narrow"),
        (60, "-usual"),
        (104, "-wide"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,j", "choose(1)", show=False),
        Binding("shift+tab,k", "choose(-1)", show=False),
        Binding("c", "compare", show=False),
        Binding("escape,q", "back", show=False),
    ]

    def __init__(
        self, played: "PlayedAttempt", *, first: int | None = None, of: "Person | None" = None
    ) -> None:
        """Debrief an attempt, which is over.

        Args:
            played: the attempt, what it came to, and what is said of it.
            first: the turn of the decision to begin at; None begins at the verdict.
            of: whose it is, where somebody else reads it.
        """
        super().__init__()
        self.told = Debriefed(played, of)
        self._first = first

    @property
    def scrolled(self) -> VerticalScroll:
        """The page."""
        return self.query_one("#debrief-body", VerticalScroll)

    @property
    def chosen(self) -> TurnCard | None:
        """The decision chosen."""
        return self.focused if isinstance(self.focused, TurnCard) else None

    @property
    def keys(self) -> tuple[Key, ...]:
        """The keys that stand in the last line."""
        return READING_KEYS

    @property
    def remark(self) -> str:
        """What stands beside the title: how it was played."""
        record = self.told.played.record
        if record.fork is not None:
            return message("tui.talk_mode_fork", self.dojo.language, turn=record.fork.turn)
        return message(f"tui.talk_mode_{record.mode}", self.dojo.language)

    def compose(self) -> ComposeResult:
        """Lay out title, body and keys."""
        yield TitleLine()
        with VerticalScroll(id="debrief-body", can_focus=False):
            yield from debrief_parts(self.told, self.dojo.language)
        yield KeyBar(self.keys, self.dojo.language)

    def on_mount(self) -> None:
        """Go where it begins."""
        self.call_after_refresh(self._choose_turn, self._first)

    def retranslate(self) -> None:
        """Say everything in the app's language, at the same place."""
        super().retranslate()
        self.call_later(self.tell_again)

    def say(self) -> None:
        """Say which attempt it is."""
        language, scenario = self.dojo.language, self.told.played.session.attempt.scenario
        title = visible(scenario.title.spoken(language))
        words = message("tui.debrief_title", language, title=title)
        self.query_one(TitleLine).show(words, self.remark)

    def action_choose(self, by: int) -> None:
        """Choose the next decision or the one before, round the ends."""
        cards = list(self.query(TurnCard))
        if not cards:
            return
        chosen = self.chosen
        first = 0 if by > 0 else len(cards) - 1
        place = first if chosen is None else (cards.index(chosen) + by) % len(cards)
        cards[place].focus(scroll_visible=False)

    def action_compare(self) -> None:
        """Show it beside the exemplar; a retry beside the attempt that it branched off."""
        from salesdojo.tui.screens.compare import CompareScreen

        self.app.push_screen(CompareScreen(self.told.played.record.id, of=self.told.of))

    async def tell_again(self) -> None:
        """Lay everything out again; the same decision stays chosen."""
        parts, chosen = debrief_parts(self.told, self.dojo.language), self.chosen
        if chosen is None:
            await lay_out_again(self.scrolled, parts)
        else:
            await lay_out(self.scrolled, parts)
            self._choose_turn(chosen.turn)

    def _choose_turn(self, turn: int | None) -> None:
        """Choose the card of a decision, or the last one before it: a table has few of its own."""
        if turn is None:
            return
        cards = [card for card in self.query(TurnCard) if card.turn <= turn]
        if cards:
            max(cards, key=lambda card: card.turn).focus(scroll_visible=False)
