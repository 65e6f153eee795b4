"""The card read before a talk: the customer, the situation, the goal, what is judged."""

from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from salesdojo.content.model import Scenario
from salesdojo.content.visible import visible
from salesdojo.errors import SalesdojoError
from salesdojo.i18n import message
from salesdojo.records.mode import Mode
from salesdojo.records.model import AttemptRecord
from salesdojo.tui.typing_first import may_type_first, typing_key, typing_note
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.rubric_card import Item, RubricCard
from salesdojo.tui.widths import cut, width_of

if TYPE_CHECKING:
    from salesdojo.content.text import Text
    from salesdojo.records.session import Session
    from salesdojo.tui.app import DojoApp

_SIDE_BY_SIDE: Final = 100
"""Columns from which the rubric stands beside the briefing."""


class BriefingScreen(Screen[None]):
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
        Binding("escape,q,left", "back", show=False),
    ]

    class Found(Message):
        """A worker has looked for an unfinished attempt."""

        def __init__(self, record: AttemptRecord | None) -> None:
            """Carry what it found."""
            super().__init__()
            self.record = record

    def __init__(
        self,
        scenario: Scenario,
        *,
        mode: Mode = Mode.PRACTICE,
        fresh: bool = False,
        talk: "Session | None" = None,
    ) -> None:
        """Brief on `scenario`.

        Args:
            scenario: what is to be played.
            mode: how.
            fresh: never take up an unfinished attempt.
            talk: the attempt that stands ready for it, such as a chapter of a journey; it
                is played in its own mode, and no other.
        """
        super().__init__()
        self._talk = talk
        self.stands_ready = talk is not None
        """Whether the talk was made ready before, as a chapter's is."""
        self._scenario = scenario
        self._mode = mode
        self._fresh = fresh
        self._unfinished: AttemptRecord | None = None
        self._unfolded = False

    @property
    def _dojo(self) -> "DojoApp":
        return cast("DojoApp", self.app)

    def compose(self) -> ComposeResult:
        """Lay out head, cards and keys."""
        yield Static(id="briefing-head", markup=False)
        with VerticalScroll(id="briefing-body"):
            yield from self._cards()
        yield Prose("", id="briefing-mode")
        yield KeyBar(self._keys(), self._dojo.language)

    def on_mount(self) -> None:
        """Say the mode."""
        self._say_mode()

    def on_screen_resume(self) -> None:
        """Look for an unfinished attempt, at first and whenever a talk was left."""
        if self._talk is not None:
            self._say_mode()
        elif not self._fresh:
            self._look()

    def on_resize(self) -> None:
        """Fit the head to the new width."""
        self.call_after_refresh(self._say_head)

    def retranslate(self) -> None:
        """Say everything in the app's language, at the same place."""
        self.call_later(self._lay_out_again)
        self.query_one(KeyBar).retranslate(self._dojo.language)
        self._say_head()
        self._say_mode()

    def action_start(self) -> None:
        """Start, or go on with the unfinished attempt."""
        if self._talk is not None:
            self._dojo.show_talk(self._talk)
            return
        self._dojo.start_talk(self._scenario.id, mode=self._mode, fresh=self._fresh)
        self._fresh = False

    def action_start_fresh(self) -> None:
        """Start afresh; an unfinished attempt stays in the records."""
        if self._talk is None:
            self._dojo.start_talk(self._scenario.id, mode=self._mode, fresh=True)

    async def action_switch_mode(self) -> None:
        """Change between practice and exam."""
        if self._talk is not None:
            return
        self._mode = Mode.PRACTICE if self._mode is Mode.EXAM else Mode.EXAM
        await self._lay_out_again()
        self._say_mode()

    def action_switch_typing(self) -> None:
        """Change whether a line is typed before the choices are shown."""
        if may_type_first(self._scenario, self._mode):
            self._dojo.switch_typing()
            self._say_mode()

    def action_unfold(self) -> None:
        """Show or hide what the levels look like."""
        self._unfolded = not self._unfolded
        for card in self.query(RubricCard):
            card.unfold(unfolded=self._unfolded)

    def action_back(self) -> None:
        """Go back to where the scenario was chosen."""
        self.dismiss(None)

    @work(thread=True, exclusive=True, group="records")
    def _look(self) -> None:
        """Ask the records; only messages leave this thread."""
        try:
            record = self._dojo.memory.unfinished(self._scenario.id)
        except SalesdojoError:
            # Starting meets the same trouble, and says so.
            record = None
        self.post_message(self.Found(record))

    @on(Found)
    async def _show_unfinished(self, event: Found) -> None:
        self._unfinished = event.record
        if event.record is not None and event.record.mode is not self._mode:
            self._mode = event.record.mode
            await self._lay_out_again()
        self._say_mode()

    async def _lay_out_again(self) -> None:
        body = self.query_one("#briefing-body")
        place = body.scroll_offset.y
        with self.app.batch_update():
            await body.remove_children()
            await body.mount_all(self._cards())
        self.call_after_refresh(body.scroll_to, y=place, animate=False)

    def _cards(self) -> ComposeResult:
        yield Vertical(
            self._customer_card(),
            self._situation_card(),
            classes="briefing-column",
        )
        yield Vertical(self._rubric_card(), classes="briefing-column")

    def _customer_card(self) -> Vertical:
        customer = self._scenario.customer
        cares = tuple(Item("-", self._words(care)) for care in customer.cares)
        card = Vertical(
            self._name_and_role(),
            Prose(self._words(customer.company)),
            self._label("briefing_manner"),
            Prose(self._words(customer.manner)),
            *((self._label("briefing_cares"), *cares) if cares else ()),
            classes="briefing-card",
        )
        card.border_title = self._message("briefing_customer")
        return card

    def _name_and_role(self) -> Prose:
        customer = self._scenario.customer
        line = Prose()
        name = Content.styled(self._words(customer.name), "bold")
        line.set_content(Content.assemble(name, "  ", self._words(customer.role)))
        return line

    def _situation_card(self) -> Vertical:
        briefing = self._scenario.briefing
        known = tuple(Item("-", self._words(fact)) for fact in self._scenario.known)
        return Vertical(
            self._label("briefing_situation"),
            Prose(self._words(briefing.situation)),
            self._label("briefing_goal"),
            Prose(self._words(briefing.goal), classes="briefing-goal"),
            *self._clock(),
            *((self._label("briefing_known"), *known) if known else ()),
            classes="briefing-plain",
        )

    def _clock(self) -> tuple[Prose, ...]:
        """Warn of a clock that starts with the talk."""
        seconds = self._scenario.scenes[self._scenario.start].seconds
        if seconds is None:
            return ()
        words = message("drills.clock", self._dojo.language, seconds=seconds)
        return (Prose(words, classes="briefing-clock"),)

    def _rubric_card(self) -> Vertical:
        if self._mode is Mode.EXAM:
            inside: Prose | RubricCard = Prose(self._message("briefing_exam_hidden"))
        else:
            inside = RubricCard(
                self._scenario.rubric,
                self._judged(),
                self._dojo.language,
                unfolded=self._unfolded,
                levels_shown=not self._scenario.decides_once,
            )
        card = Vertical(inside, classes="briefing-card")
        card.border_title = self._message("briefing_judged")
        return card

    def _judged(self) -> frozenset[str]:
        """Return the criteria this scenario gives points for."""
        return frozenset(criterion.id for criterion in self._scenario.judged)

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
        room = width - width_of(facts) - 2
        title = cut(self._words(scenario.title), room if room >= width // 3 else width)
        beside = room >= width // 3
        blank = " " * (width - width_of(title) - width_of(facts)) if beside else "\n"
        head.update(Content.assemble((title, "bold $primary"), blank, (facts, "$quiet")))

    def _say_mode(self) -> None:
        record = self._unfinished
        if record is not None:
            other = "" if record.mode is self._mode else "_other"
            words = self._message(f"briefing_unfinished_{record.mode}{other}", count=record.saved)
        else:
            words = self._message(f"briefing_mode_{self._mode}")
        if may_type_first(self._scenario, self._mode):
            more = typing_note(self._dojo.language, wished=self._dojo.types_first)
            words = f"{words} {more}" if self._dojo.language == "en" else f"{words}{more}"
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
        typing = (typing_key(wished=self._dojo.types_first),)
        mode = (Key("E", f"tui.briefing_key_{other}", "screen.switch_mode"),)
        return (
            Key("Enter", f"tui.briefing_key_{begin}", "screen.start"),
            *(fresh if self._unfinished is not None else ()),
            *(mode if self._talk is None else ()),
            *(typing if may_type_first(self._scenario, self._mode) else ()),
            *(() if self._scenario.decides_once else levels),
            Key("Esc", "tui.app_key_back", "screen.back"),
            Key("L", "tui.app_key_language", "app.switch_language"),
            Key("G", "tui.app_key_glossary", "app.glossary"),
        )

    def _label(self, key: str) -> Static:
        return Static(Content(self._message(key)), classes="briefing-label", markup=False)

    def _message(self, key: str, **values: str | int) -> str:
        return message(f"tui.{key}", self._dojo.language, **values)

    def _words(self, text: "Text") -> str:
        return visible(text.spoken(self._dojo.language))
