"""The card read before a talk: the customer, the situation, the goal, what is judged."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from salesdojo.content.model import Scenario
from salesdojo.content.visible import visible
from salesdojo.errors import SalesdojoError
from salesdojo.i18n import message
from salesdojo.records.mode import Mode
from salesdojo.tui.assigned_note import assigned_note
from salesdojo.tui.laying_out import lay_out_again
from salesdojo.tui.screens.asking import Answers
from salesdojo.tui.screens.looking import LookingScreen
from salesdojo.tui.typing_first import may_type_first, typing_key, typing_note
from salesdojo.tui.usual_keys import BACK, GLOSSARY, LANGUAGE
from salesdojo.tui.widgets.briefing_cards import BriefingCards
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.rubric_card import RubricCard
from salesdojo.tui.widths import cut, width_of

if TYPE_CHECKING:
    from salesdojo.records.assignments.assigned import Assigned
    from salesdojo.records.model import AttemptRecord
    from salesdojo.records.session import Session

_SIDE_BY_SIDE: Final = 100
"""Columns from which the rubric stands beside the briefing."""


class BriefingScreen(LookingScreen):
    """One scenario, before it is played."""

    CSS_PATH = "briefing.tcss"
    AUTO_FOCUS = "#briefing-body"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual declares it
        (0, "-one-column"),
        (_SIDE_BY_SIDE, "-two-columns"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "start", show=False),
        Binding("f", "start_fresh", show=False),
        Binding("e", "switch_mode", show=False),
        Binding("t", "switch_typing", show=False),
        Binding("a", "unfold", show=False),
        Binding("h", "history", show=False),
        Binding("escape,q,left", "back", show=False),
    ]

    def __init__(
        self,
        scenario: Scenario,
        *,
        mode: Mode = Mode.PRACTICE,
        fresh: bool = False,
        talk: "Session | None" = None,
        chapter: tuple[int, int] | None = None,
    ) -> None:
        """Brief on `scenario`.

        Args:
            scenario: what is to be played.
            mode: how.
            fresh: never take up an unfinished attempt.
            talk: the attempt that stands ready for it, such as a chapter of a journey; it
                is played in its own mode, and no other.
            chapter: which it is, from 1, of how many of its journey.
        """
        super().__init__()
        self._talk = talk
        self.stands_ready = talk is not None
        """Whether the talk was made ready before, as a chapter's is."""
        self._chapter = chapter
        self._scenario = scenario
        self._mode = mode
        self._fresh = fresh
        self._unfinished: AttemptRecord | None = None
        self._assigned: tuple[Assigned, ...] = ()
        self._unfolded = False

    def compose(self) -> ComposeResult:
        """Lay out head, cards and keys."""
        yield Static(id="briefing-head", markup=False)
        with VerticalScroll(id="briefing-body"):
            yield from self._columns()
        yield Prose("", id="briefing-assigned")
        yield Prose("", id="briefing-mode")
        yield KeyBar(self._keys(), self.dojo.language)

    def look_up(self) -> None:
        """Look, unless the talk stands ready."""
        if self._talk is not None:
            self.say()
        else:
            super().look_up()

    def answers(self) -> Answers:
        """Ask for an unfinished attempt, unless none is to be taken up, and what was assigned."""
        memory, name = self.dojo.memory, self._scenario.id
        try:
            record = None if self._fresh else memory.unfinished(name)
            assigned = memory.assigned(name)
        except SalesdojoError:
            # Starting meets the same trouble, and says so.
            record, assigned = None, ()
        yield partial(self._show_found, record, assigned)

    def on_resize(self) -> None:
        """Fit the head to the new width."""
        self.call_after_refresh(self._say_head)

    def retranslate(self) -> None:
        """Say everything in the app's language, at the same place."""
        self.call_later(self._lay_out_again)
        super().retranslate()
        self._say_head()

    def action_start(self) -> None:
        """Start, or go on with the unfinished attempt."""
        if self._talk is not None:
            self.dojo.show_talk(self._talk)
            return
        self.dojo.start_talk(self._scenario.id, mode=self._mode, fresh=self._fresh)
        self._fresh = False

    def action_start_fresh(self) -> None:
        """Start afresh; an unfinished attempt stays in the records."""
        if self._talk is None:
            self.dojo.start_talk(self._scenario.id, mode=self._mode, fresh=True)

    async def action_switch_mode(self) -> None:
        """Change between practice and exam."""
        if self._talk is not None:
            return
        self._mode = Mode.PRACTICE if self._mode is Mode.EXAM else Mode.EXAM
        await self._lay_out_again()
        self.say()

    def action_switch_typing(self) -> None:
        """Change whether a line is typed before the choices are shown."""
        if may_type_first(self._scenario, self._mode):
            self.dojo.switch_typing()
            self.say()

    def action_unfold(self) -> None:
        """Show or hide what the levels look like."""
        self._unfolded = not self._unfolded
        for card in self.query(RubricCard):
            card.unfold(unfolded=self._unfolded)

    def action_history(self) -> None:
        """Show the attempts at this scenario."""
        from salesdojo.tui.screens.history import show_history

        show_history(self.dojo, self._scenario.id)

    async def _show_found(
        self, record: "AttemptRecord | None", assigned: "tuple[Assigned, ...]"
    ) -> None:
        self._unfinished, self._assigned = record, assigned
        if record is not None and record.mode is not self._mode:
            self._mode = record.mode
            await self._lay_out_again()
        self.say()

    async def _lay_out_again(self) -> None:
        await lay_out_again(self.query_one("#briefing-body"), self._columns())

    def _columns(self) -> ComposeResult:
        """Yield who and what it is about, and how it is judged, which an exam hides."""
        cards = BriefingCards(self._scenario, self.dojo.language)
        judged = (
            cards.hidden_rubric()
            if self._mode is Mode.EXAM
            else cards.rubric(unfolded=self._unfolded)
        )
        yield Vertical(cards.customer(), cards.situation(), classes="briefing-column")
        yield Vertical(judged, classes="briefing-column")

    def _say_head(self) -> None:
        head = self.query_one("#briefing-head", Static)
        width = head.content_region.width
        scenario = self._scenario
        facts = self._message(
            "briefing_head",
            stage=self._message(f"home_stage_{scenario.stage}"),
            level=scenario.level,
            minutes=scenario.minutes,
        )
        if self._chapter is not None:
            place, count = self._chapter
            begins = message("journey.begins", self.dojo.language, place=place, count=count)
            facts = f"{begins}  {facts}"
        room = width - width_of(facts) - 2
        title = cut(
            visible(scenario.title.spoken(self.dojo.language)),
            room if room >= width // 3 else width,
        )
        beside = room >= width // 3
        blank = " " * (width - width_of(title) - width_of(facts)) if beside else "\n"
        head.update(Content.assemble((title, "bold $primary"), blank, (facts, "$quiet")))

    def say(self) -> None:
        """Say how it is going to be played, and which keys there are."""
        record = self._unfinished
        if record is not None:
            other = "" if record.mode is self._mode else "_other"
            words = self._message(f"briefing_unfinished_{record.mode}{other}", count=record.saved)
        else:
            words = self._message(f"briefing_mode_{self._mode}")
        if may_type_first(self._scenario, self._mode):
            more = typing_note(self.dojo.language, wished=self.dojo.types_first)
            words = f"{words} {more}" if self.dojo.language == "en" else f"{words}{more}"
        asked = assigned_note(self._assigned, self._scenario.id, self.dojo)
        line = self.query_one("#briefing-assigned", Prose)
        line.display = bool(asked)
        line.set_text(asked)
        note = self.query_one("#briefing-mode", Prose)
        note.set_text(words)
        note.set_class(self._mode is Mode.EXAM, "-exam")
        self.query_one(KeyBar).show_keys(self._keys())

    def _keys(self) -> tuple[Key, ...]:
        other = "practice" if self._mode is Mode.EXAM else "exam"
        under_way = self._unfinished is not None or (self._talk is not None and self._talk.saved)
        begin = "continue" if under_way else "start"
        fresh = (Key("F", "tui.briefing_key_fresh", "screen.start_fresh"),)
        levels = (Key("A", "tui.briefing_key_levels", "screen.unfold"),)
        typing = (typing_key(wished=self.dojo.types_first),)
        mode = (Key("E", f"tui.briefing_key_{other}", "screen.switch_mode"),)
        return (
            Key("Enter", f"tui.briefing_key_{begin}", "screen.start"),
            *(fresh if self._unfinished is not None else ()),
            *(mode if self._talk is None else ()),
            *(typing if may_type_first(self._scenario, self._mode) else ()),
            *(levels if self._has_levels else ()),
            Key("H", "history.key", "screen.history"),
            BACK,
            LANGUAGE,
            GLOSSARY,
        )

    @property
    def _has_levels(self) -> bool:
        """Whether there are levels to unfold: one line proves none, and an exam hides them."""
        return self._mode is Mode.PRACTICE and not self._scenario.decides_once

    def _message(self, key: str, **values: str | int) -> str:
        return message(f"tui.{key}", self.dojo.language, **values)
