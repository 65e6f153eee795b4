"""The debrief: what the talk came to, what each choice cost, and the way to try again."""

from collections.abc import Iterator, Mapping
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widget import Widget

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.tui.debrief_keys import READING_KEYS, debrief_keys
from salesdojo.tui.debrief_parts import Debriefed, debrief_parts
from salesdojo.tui.notices import notice
from salesdojo.tui.stopwatch import Seconds
from salesdojo.tui.talk_records import Begun, Refused, TalkRecords
from salesdojo.tui.way_back import (
    coming_after,
    journeys_played,
    leave_talk,
    list_below,
    would_cross,
)
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.title_line import TitleLine
from salesdojo.tui.widgets.turn_card import TurnCard

if TYPE_CHECKING:
    from salesdojo.content.catalogue import Entry
    from salesdojo.content.model import Term
    from salesdojo.practice.recalling import Recalled
    from salesdojo.practice.scoring import Result
    from salesdojo.practice.table.looking_back import LookedBack
    from salesdojo.records.model import Person
    from salesdojo.records.said import Heard
    from salesdojo.records.session import Session
    from salesdojo.tui.app import DojoApp


class DebriefScreen(Screen[None]):
    """One finished attempt, from its verdict down to each line."""

    CSS_PATH = "debrief.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual declares it
        (0, "-narrow"),
        (60, "-usual"),
        (104, "-wide"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("pageup", "turn_pages(-1)", show=False),
        Binding("pagedown,space", "turn_pages(1)", show=False),
        Binding("home", "scroll_to_end(False)", show=False),
        Binding("end", "scroll_to_end(True)", show=False),
        Binding("tab,j", "choose(1)", show=False),
        Binding("shift+tab,k", "choose(-1)", show=False),
        Binding("t", "retry", show=False),
        Binding("n", "again", show=False),
        Binding("c", "compare", show=False),
        Binding("w", "remark", show=False),
        Binding("enter", "go_on", show=False),
        Binding("escape,q", "home", show=False),
    ]

    def __init__(  # noqa: PLR0913 - what an attempt came to
        self,
        session: "Session",
        result: "Result",
        terms: "tuple[Term, ...]",
        *,
        hinted: frozenset[int] = frozenset(),
        recalls: "Mapping[int, Recalled] | None" = None,
        clock: Seconds = monotonic,
        first: int | None = None,
        heard: "tuple[Heard, ...]" = (),
        of: "Person | None" = None,
    ) -> None:
        """Debrief `session`.

        Args:
            session: the attempt, which is over.
            result: what it came to.
            terms: the terms its scenario teaches, for a retry.
            hinted: the turns (from 1) whose hint was read.
            recalls: what was typed before the choices were shown, by turn.
            clock: what the deadlines of a retry are measured by.
            first: the turn of the decision to begin at; None begins at the verdict.
            heard: what reviewers say of it.
            of: whose it is, where somebody else reads it only.
        """
        super().__init__()
        self._session = session
        self._result = result
        self._terms = terms
        self._hinted = hinted
        self._recalls = recalls or {}
        self._clock = clock
        self._first = first
        self._heard = heard
        self._of = of
        self._negotiations: dict[int, LookedBack] = {}
        self._records = TalkRecords(self)
        self._forking = False

    @property
    def _dojo(self) -> "DojoApp":
        return cast("DojoApp", self.app)

    @property
    def _body(self) -> VerticalScroll:
        return self.query_one("#debrief-body", VerticalScroll)

    def compose(self) -> ComposeResult:
        """Lay out title, body and keys."""
        yield TitleLine()
        with VerticalScroll(id="debrief-body", can_focus=False):
            yield from self._parts()
        yield KeyBar(self._keys(), self._dojo.language)

    def on_mount(self) -> None:
        """Say the title, and go where it begins."""
        self._say_title()
        self.call_after_refresh(self._choose_turn, self._first)
        self._be_seen()

    def retranslate(self) -> None:
        """Say everything in the app's language, at the same place."""
        self.query_one(KeyBar).retranslate(self._dojo.language)
        self._say_title()
        self.call_later(self._lay_out_again)

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self._body.scroll_relative(y=lines, animate=False)

    def action_turn_pages(self, pages: int) -> None:
        """Scroll by pages; one line of the page before stays."""
        self._body.scroll_relative(y=pages * max(1, self._body.size.height - 1), animate=False)

    def action_scroll_to_end(self, end: bool) -> None:
        """Scroll to the end or to the beginning."""
        self._body.scroll_to(y=self._body.max_scroll_y if end else 0, animate=False)

    def action_choose(self, by: int) -> None:
        """Choose the next decision or the one before, round the ends."""
        cards = list(self.query(TurnCard))
        if not cards:
            return
        chosen = self._chosen
        first = 0 if by > 0 else len(cards) - 1
        place = first if chosen is None else (cards.index(chosen) + by) % len(cards)
        cards[place].focus(scroll_visible=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Refuse what would act for somebody else, whose attempt is read only."""
        return self._of is None or action not in {"retry", "again", "remark", "go_on"}

    def action_retry(self) -> None:
        """Begin a retry from the decision chosen."""
        chosen = self._chosen
        if chosen is None:
            words = message("tui.debrief_choose_decision", self._dojo.language)
            notice(self._dojo, words)
        elif not (self._forking or would_cross(self._dojo)):
            self._forking = True
            self._records.fork(self._session, chosen.turn)

    @on(Begun)
    def _show_retry(self, begun: Begun) -> None:
        from salesdojo.tui.screens.talk import TalkScreen

        self._forking = False
        self.app.push_screen(TalkScreen(begun.session, self._terms, clock=self._clock))

    @on(Refused)
    def _be_refused(self, refused: Refused) -> None:
        self._forking = False
        self._dojo.tell(refused.error)

    def action_remark(self) -> None:
        """Tell the trainer of the decision chosen, or of the only one."""
        from salesdojo.tui.screens.remark import RemarkScreen

        cards = list(self.query(TurnCard))
        chosen = self._chosen or (cards[0] if len(cards) == 1 else None)
        if chosen is None:
            notice(self._dojo, message("remark.choose_decision", self._dojo.language))
            return
        self.app.push_screen(RemarkScreen(self._session, chosen.turn, chosen.choice))

    def action_again(self) -> None:
        """Play the scenario again, from the beginning; a journey only goes on."""
        if journeys_played(self._dojo) is not None or would_cross(self._dojo):
            return
        dojo, record = self._dojo, self._session.record
        self.dismiss(None)
        dojo.start_talk(record.scenario, mode=record.mode, fresh=False)

    def action_compare(self) -> None:
        """Show it beside the exemplar; a retry beside the attempt that it branched off."""
        from salesdojo.tui.screens.compare import CompareScreen

        self.app.push_screen(CompareScreen(self._session.record.id, of=self._of))

    def action_go_on(self) -> None:
        """After a chapter of a journey: the next one. After a drill: the next of its criterion."""
        journeys = journeys_played(self._dojo)
        if journeys is not None:
            leave_talk(self._dojo)
            journeys.go_on()
            return
        coming = self._next_drill
        if coming is not None and not would_cross(self._dojo):
            leave_talk(self._dojo, coming.id)
            self._dojo.open_briefing(coming.id)

    def action_home(self) -> None:
        """Go back to where the scenario was chosen from."""
        leave_talk(self._dojo)

    def _be_seen(self) -> None:
        """Keep that the trainee has read what reviewers say."""
        if self._heard:
            self._records.read(self._session)

    def _keys(self) -> tuple[Key, ...]:
        dojo = self._dojo
        if self._of is not None:
            return READING_KEYS
        return debrief_keys(
            list_below(dojo),
            in_journey=journeys_played(dojo) is not None,
            more=self._next_drill is not None,
        )

    @property
    def _next_drill(self) -> "Entry | None":
        """The drill that follows this one, where it is one and not the only one of its kind."""
        return coming_after(self._dojo, self._session.record.scenario)

    @property
    def _chosen(self) -> TurnCard | None:
        return self.focused if isinstance(self.focused, TurnCard) else None

    def _choose_turn(self, turn: int | None) -> None:
        """Choose the card of a decision, or the last one before it: a table has few of its own."""
        if turn is None:
            return
        cards = [card for card in self.query(TurnCard) if card.turn <= turn]
        if cards:
            max(cards, key=lambda card: card.turn).focus(scroll_visible=False)

    def _say_title(self) -> None:
        language, record = self._dojo.language, self._session.record
        title = visible(self._session.attempt.scenario.title.spoken(language))
        remark = message(f"tui.talk_mode_{record.mode}", language)
        if record.fork is not None:
            remark = message("tui.talk_mode_fork", language, turn=record.fork.turn)
        self.query_one(TitleLine).show(message("tui.debrief_title", language, title=title), remark)

    async def _lay_out_again(self) -> None:
        place, chosen = self._body.scroll_offset.y, self._chosen
        with self.app.batch_update():
            await self._body.remove_children()
            await self._body.mount_all(self._parts())
        self._choose_turn(None if chosen is None else chosen.turn)
        if chosen is None:
            self.call_after_refresh(self._body.scroll_to, y=place, animate=False)

    def _parts(self) -> Iterator[Widget]:
        debriefed = Debriefed(
            self._session,
            self._result,
            self._hinted,
            self._recalls,
            self._heard,
            self._of,
            self._negotiations,
        )
        return debrief_parts(debriefed, self._dojo.language)
