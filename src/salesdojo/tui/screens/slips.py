"""The latest cases of one recurring mistake, with their lines."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from salesdojo.records.history.mistake_saying import mistake_words
from salesdojo.records.history.slip_telling import ToldSlip, told
from salesdojo.records.played import Played
from salesdojo.tui.debrief_opening import debrief_of
from salesdojo.tui.laying_out import lay_out
from salesdojo.tui.opening import practise
from salesdojo.tui.screens.figures import FiguresScreen
from salesdojo.tui.widgets.key_bar import Key
from salesdojo.tui.widgets.slip_card import SlipCard

if TYPE_CHECKING:
    from salesdojo.records.history.recurring import Recurring
    from salesdojo.records.model import Person
    from salesdojo.records.store import Store

_CASES: Final = 10
"""Shown at most: each is a talk to be played again up to there."""


class SlipsScreen(FiguresScreen[tuple[ToldSlip, ...]]):
    """Cases of one mistake."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,j", "choose(1)", show=False, priority=True),
        Binding("shift+tab,k", "choose(-1)", show=False, priority=True),
        Binding("enter", "practise", show=False),
        Binding("o", "debrief", show=False),
    ]
    OWN_KEYS: ClassVar[tuple[Key, ...]] = (
        Key("Tab", "overview.key_case", "screen.choose(1)"),
        Key("Enter", "overview.key_practise", "screen.practise"),
        Key("O", "history.key_open", "screen.debrief"),
        Key("Up/Down", "progress.key_scroll", "screen.scroll(1)"),
    )

    def __init__(self, mistake: "Recurring", of: "Person | None" = None) -> None:
        """Show the cases of `mistake`, of the app's person or of somebody else."""
        super().__init__(of)
        self._mistake = mistake
        self._shown: tuple[tuple[ToldSlip, ...], str] | None = None
        """The cases and the language that are on the screen."""

    def body(self) -> Sequence[Widget]:
        """Return the place for the cases."""
        return (VerticalScroll(id="slips", classes="body", can_focus=False),)

    def look(self, store: "Store") -> tuple[ToldSlip, ...]:
        """Play the talks again up to the cases."""
        played = Played(store, self.dojo.cache)
        return tuple(told(slip, played) for slip in self._mistake.slips[:_CASES])

    def title_words(self, language: str) -> str:
        """Return the mistake."""
        return mistake_words(self._mistake, language)

    def note(self, told: tuple[ToldSlip, ...]) -> str:
        """Return how many of the cases stand here."""
        every = len(self._mistake.slips)
        return f"overview.slips_note_{'all' if len(told) == every else 'some'}"

    def values(self, told: tuple[ToldSlip, ...]) -> dict[str, int]:
        """Return how many that are."""
        return {"shown": len(told), "all": len(self._mistake.slips)}

    def show(self, told: tuple[ToldSlip, ...], language: str) -> None:
        """Lay the cases out, unless they are."""
        if self._shown != (told, language):
            self._shown = (told, language)
            self.call_later(self._lay_out, told, language)

    def action_choose(self, by: int) -> None:
        """Choose the next case or the one before, round the ends."""
        cards = list(self.query(SlipCard))
        if not cards:
            return
        place = cards.index(self.focused) + by if isinstance(self.focused, SlipCard) else 0
        cards[place % len(cards)].focus(scroll_visible=False)

    def action_practise(self) -> None:
        """Practise the scenario of the case chosen, else of the latest; of others read it."""
        chosen = self._chosen
        if chosen is not None:
            if self.of is None:
                practise(self.dojo, chosen.scenario)
            else:
                self.action_debrief()

    def action_debrief(self) -> None:
        """Open the debrief of the case chosen, else of the latest."""
        chosen = self._chosen
        if chosen is not None:
            slip = chosen.slip
            self.ask(debrief_of(self, slip.attempt.attempt, slip.judged.turn))

    @property
    def _chosen(self) -> SlipCard | None:
        if isinstance(self.focused, SlipCard):
            return self.focused
        return next(iter(self.query(SlipCard)), None)

    async def _lay_out(self, told: tuple[ToldSlip, ...], language: str) -> None:
        cards = list(self.query(SlipCard))
        chosen = cards.index(self.focused) if isinstance(self.focused, SlipCard) else None
        await lay_out(self.scrolled, (SlipCard(one, language) for one in told))
        if chosen is not None:
            list(self.query(SlipCard))[chosen].focus(scroll_visible=False)
