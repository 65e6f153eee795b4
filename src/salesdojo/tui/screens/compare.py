"""Two attempts side by side, from the decision at which they part."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.practice.comparing_attempts import Kind
from salesdojo.tui.laying_out import lay_out
from salesdojo.tui.notices import notice
from salesdojo.tui.screens.asking import Answers
from salesdojo.tui.screens.looking import LookingScreen
from salesdojo.tui.screens.scrolling import ScrollingScreen
from salesdojo.tui.usual_keys import BACK, LANGUAGE
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from salesdojo.content.model import Scenario
    from salesdojo.practice.comparing_attempts import Decision
    from salesdojo.records.history.looking_back import Other, PlayedAttempt, SideBySide
    from salesdojo.records.model import Person

_KEYS: Final = (
    Key("Tab", "history.key_next", "screen.choose(1)"),
    BACK,
    Key("A", "history.key_any", "screen.choose_any"),
    Key("X", "history.key_other", "screen.other"),
    LANGUAGE,
)
_OTHERS: Final = ("exemplar", "first", "best", "latest")


class DifferenceRow(Vertical, can_focus=True):
    """A row in which the sides differ."""


class CompareScreen(LookingScreen, ScrollingScreen[None]):
    """What both sides said, what it cost, and what it led to."""

    CSS_PATH = "compare.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual declares it
        (0, "-narrow"),
        (104, "-wide"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "choose(1)", show=False),
        Binding("shift+tab", "choose(-1)", show=False),
        # Less than a page: of a row that both sides fill, the first lines stay in sight.
        Binding("pageup", "scroll(-15)", show=False),
        Binding("pagedown,space", "scroll(15)", show=False),
        Binding("x", "other", show=False),
        Binding("a", "choose_any", show=False),
        Binding("escape,q,left", "back", show=False),
    ]

    def __init__(self, attempt: str, other: str | None = None, of: "Person | None" = None) -> None:
        """Compare `attempt` with `other`; without one with its origin, else with its exemplar.

        They are the app's person's, or somebody else's.
        """
        super().__init__(of=of)
        self._attempt = attempt
        self._other = other
        self._told: SideBySide | None = None
        self._next = 1

    @property
    def scrolled(self) -> VerticalScroll:
        """The rows."""
        return self.query_one("#compare-body", VerticalScroll)

    def compose(self) -> ComposeResult:
        """Lay out title, body and keys."""
        yield TitleLine()
        with VerticalScroll(id="compare-body", can_focus=False):
            yield Prose(message("history.compare_looking", self.dojo.language))
        yield KeyBar(_KEYS, self.dojo.language, lines=2)

    def answers(self) -> Answers:
        """Compare when it is opened; coming back to it changes nothing."""
        if self._told is None:
            yield from self._compared("origin")

    def say(self) -> None:
        """Say everything in the app's language."""
        self.call_later(self._lay_out)

    def action_choose(self, by: int) -> None:
        """Go to the next difference or the one before, round the ends."""
        rows = list(self.query(DifferenceRow))
        if rows:
            focused = self.focused
            here = -1 if by > 0 else 0
            if isinstance(focused, DifferenceRow):
                here = rows.index(focused)
            rows[(here + by) % len(rows)].focus(scroll_visible=False)
            rows[(here + by) % len(rows)].scroll_visible(top=True, animate=False)

    def action_other(self) -> None:
        """Compare with the next of exemplar, first, best and latest that is another one."""
        self._other = None
        self.ask(self._compared(*_OTHERS[self._next :], *_OTHERS[: self._next]))

    def action_choose_any(self) -> None:
        """Ask for any other attempt at the scenario to compare with."""
        from salesdojo.tui.screens.other_attempt import OtherAttemptScreen

        told = self._told
        if told is None:
            return
        beside = None if told.right is None else told.right.record.id
        title = told.left.session.attempt.scenario.title
        scenario = told.left.record.scenario
        chooser = OtherAttemptScreen(self._attempt, beside, scenario, title, self.of)
        self.app.push_screen(chooser, self._compare_with)

    def _compare_with(self, other: str | None) -> None:
        if other is not None:
            self._other = other
            self.ask(self._compared("origin"))

    def _compared(self, *wanted: str) -> Answers:
        """Compare with the first of `wanted` that there is."""
        from salesdojo.records.history import looking_back as back

        memory = self.dojo.memory
        one = back.played_attempt(memory.store(), self.person(), self._attempt, memory.clock)
        found = ((self._beside(one, back.Other(name)), name) for name in wanted)
        told, name = next((pair for pair in found if pair[0] is not None), (None, ""))
        yield partial(self._show, told, name)

    def _beside(self, one: "PlayedAttempt", wanted: "Other") -> "SideBySide | None":
        """Return `one` beside what is wanted; None where that is itself, or is shown already."""
        from salesdojo.records.history import looking_back as back

        memory, told = self.dojo.memory, self._told
        store, person = memory.store(), self.person()
        other = self._other or back.counterpart(store, one.record, wanted)
        shown = told.right and told.right.record.id if told is not None else ""
        if wanted is not back.Other.ORIGIN and other in {one.record.id, shown}:
            return None
        if other is not None:
            played = back.played_attempt(store, person, other, memory.clock)
            return back.side_by_side(one, played)
        alone = wanted in {back.Other.EXEMPLAR, back.Other.ORIGIN}
        return back.beside_exemplar(one) if alone else None

    async def _show(self, told: "SideBySide | None", wanted: str) -> None:
        if told is None:
            notice(self.dojo, message("history.no_other", self.dojo.language))
            return
        self._told = told
        if wanted in _OTHERS:
            self._next = (_OTHERS.index(wanted) + 1) % len(_OTHERS)
        await self._lay_out()
        if told.comparison.parting is not None:
            self.call_after_refresh(self.action_choose, 1)

    async def _lay_out(self) -> None:
        if self._told is None:
            return
        title = self._told.comparison.left.attempt.scenario.title.spoken(self.dojo.language)
        words = message("history.compare_title", self.dojo.language, title=visible(title))
        self.query_one(TitleLine).show(words, "")
        await lay_out(self.scrolled, self._parts(self._told))

    def _parts(self, told: "SideBySide") -> Iterator[Widget]:
        from salesdojo.records.history import comparing_saying as say
        from salesdojo.records.history.history_saying import SIDES, side_name

        language, both = self.dojo.language, told.comparison
        roads = (both.left, both.right)
        for side, played, road in zip(SIDES, (told.left, told.right), roads, strict=True):
            name = side_name(played, language)
            yield Prose(f"{side}: {name}  {say.road_in_words(road, language)}", classes="head")
        for words in say.summary(both, language):
            yield Prose(words)
        for name, left, right, decided in say.share_rows(both, language):
            figures = f"{name}  A {left}  B {right}"
            yield Prose(f"{figures}  ({decided})" if decided else figures)
        for place, row in enumerate(both.rows):
            named = f"{say.row_name(row, language)}  {say.row_kind(both, place, language)}"
            head = Prose(named, classes="head")
            if row.kind is Kind.SAME and row.left is not None:
                said = Prose(row.left.event.choice.say.spoken(language))
                yield Vertical(head, said, classes="row")
                continue
            sides = Vertical(
                self._side(0, row.left, both.left.attempt.scenario),
                self._side(1, row.right, both.right.attempt.scenario),
                classes="sides",
            )
            yield DifferenceRow(head, sides, classes="row")

    def _side(self, place: int, decision: "Decision | None", scenario: "Scenario") -> Prose:
        from salesdojo.records.history import comparing_saying as say
        from salesdojo.records.history.history_saying import SIDES

        language = self.dojo.language
        if decision is None:
            return Prose("")
        lines = [f"{SIDES[place]}  {say.cost(decision, language)}"]
        told = say.decision_lines(decision, scenario, SIDES[1 - place], language)
        lines += [
            f"{message(f'history.{one.name}', language)}: {one.words}"
            if one.name != "also"
            else one.words
            for one in told
        ]
        return Prose("\n".join(lines))
