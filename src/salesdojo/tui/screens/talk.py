"""The talk: the customer speaks, the trainee chooses, and no reply shows before it is kept."""

from time import monotonic
from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from salesdojo.errors import SalesdojoError
from salesdojo.i18n import message
from salesdojo.practice.recalling import recalled
from salesdojo.records.mode import Mode
from salesdojo.tui.notices import notice
from salesdojo.tui.screens.glossary import GlossaryScreen
from salesdojo.tui.screens.pause import PauseScreen
from salesdojo.tui.stopwatch import Seconds
from salesdojo.tui.talk_clock import TalkClock
from salesdojo.tui.talk_keys import talk_keys
from salesdojo.tui.talk_lines import TalkLines
from salesdojo.tui.talk_records import Followed, Kept, Move, Refused, Scored, TalkRecords
from salesdojo.tui.term_marks import TermMarks
from salesdojo.tui.typing_first import may_type_first
from salesdojo.tui.widgets.choices import Choices
from salesdojo.tui.widgets.dialogue import Dialogue
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.recall_box import RecallBox
from salesdojo.tui.widgets.talk_view import TalkView

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

    from salesdojo.content.model import Choice, Term
    from salesdojo.practice.attempt import Attempt
    from salesdojo.practice.recalling import Recalled
    from salesdojo.records.session import Session
    from salesdojo.tui.app import DojoApp
    from salesdojo.tui.widgets.dialogue import Utterance

_QUIETLY: Final = 0.3
"""Seconds that keeping a choice may take before the screen says that it does."""
_TOGETHER: Final = 0.03
"""Seconds that the trainee's own line waits for its reply: laid out together, both come sooner."""


class TalkScreen(Screen[None]):
    """One attempt, from where it stands to its end."""

    CSS_PATH = "talk.tcss"
    AUTO_FOCUS = "#talk-choices"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual declares it
        (0, "-narrow"),
        (60, "-usual"),
        (104, "-wide"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h", "hint", show=False),
        Binding("g", "look_up", show=False),
        Binding("p", "pause", show=False),
        Binding("c", "toggle_coach", show=False),
        Binding("r", "try_again", show=False),
        Binding("pageup", "scroll_talk(-1)", show=False),
        Binding("pagedown,space", "scroll_talk(1)", show=False),
        Binding("escape,q", "leave", show=False),
    ]

    def __init__(
        self, session: "Session", terms: "tuple[Term, ...]", *, clock: Seconds = monotonic
    ) -> None:
        """Play `session`; `terms` are underlined, deadlines measured by `clock`."""
        super().__init__()
        self._session = session
        self._terms = terms
        self._marks = TermMarks(terms)
        self._clock = clock
        self._records = TalkRecords(self)
        self._attempt: Attempt = session.attempt
        """What is shown: the session may be a moment ahead."""
        self._move: Move | None = None
        self._again: Callable[[], None] | None = None
        self._scored: Scored | None = None
        self._read_to_end = False
        self._unsaid: list[Utterance] = []
        self._hint_shown = False
        self._recall: Recalled | None = None
        self._slow: Timer | None = None

    @property
    def _dojo(self) -> "DojoApp":
        return cast("DojoApp", self.app)

    @property
    def _view(self) -> TalkView:
        return self.query_one(TalkView)

    @property
    def _language(self) -> str:
        return self._dojo.language

    @property
    def _practice(self) -> bool:
        return self._session.record.mode is Mode.PRACTICE

    @property
    def _types_first(self) -> bool:
        may = may_type_first(self._attempt.scenario, self._session.record.mode)
        return may and self._dojo.types_first

    @property
    def _typing(self) -> bool:
        return bool(self.query(RecallBox)) and self._view.recall.is_open

    @property
    def _over(self) -> bool:
        return self._attempt.outcome is not None

    def compose(self) -> ComposeResult:
        """Lay out the talk and the keys."""
        yield TalkView(self._language)
        yield KeyBar(self._keys(), self._language)

    def on_mount(self) -> None:
        """Show the talk so far and let it go on."""
        self._time = TalkClock(self, self._clock, waits=self._practice, tell=self._count_down)
        self._lines = self._new_lines()
        self.call_later(self._retell)
        self._view.tell_surroundings(self._session)
        self._offer()
        self._view.take_up(self._session)

    def on_screen_suspend(self) -> None:
        """Let no time pass while something else is on the screen."""
        self._time.mind()

    def on_screen_resume(self) -> None:
        """Let time pass again."""
        self._time.mind()

    def on_resize(self) -> None:
        """Let no time pass while the terminal is too small to read in."""
        self._time.mind()

    def retranslate(self) -> None:
        """Say everything again, in the app's language, at the same place of the talk."""
        self._lines = self._new_lines()
        self.call_later(self._retell)
        self._view.retranslate(self._session, self._attempt, self._language)
        self.query_one(KeyBar).retranslate(self._language)

    # what the person does

    @on(Choices.Taken)
    def _choose(self, taken: Choices.Taken) -> None:
        if self._over:
            self._read_to_end = True
            self._view.choices.wait()
            self._view.status.say("talk_scoring")
            self._open_debrief()
        elif self._time.left == 0:
            self._time_is_up()
        else:
            self._take(self._attempt.shown[taken.place].id, timed_out=False)

    def action_take(self) -> None:
        """Take the choice highlighted."""
        self._view.choices.action_take()

    def action_hint(self) -> None:
        """Show the hint, where there is one; the next choice is marked as hinted."""
        if self._move is not None or self._over or self._hint_shown or self._typing:
            return
        hint = self._session.hint() if self._practice else None
        if hint is None:
            note = "talk_no_hint" if self._practice else "talk_exam_no_hint"
            self._view.status.say(note)
            return
        self._hint_shown = True
        self._view.dialogue.say([self._lines.hint(hint)])

    def action_look_up(self) -> None:
        """Open the glossary at the term underlined last."""
        self._look_up(self._lines.last_term)

    @on(Prose.TermClicked)
    def _look_up_clicked(self, event: Prose.TermClicked) -> None:
        event.stop()
        self._look_up(event.term)

    def action_pause(self) -> None:
        """Hide the talk and stop the clock; an exam goes on."""
        if not self._practice:
            self._view.status.say("talk_exam_no_pause")
            return
        self.app.push_screen(PauseScreen())

    def action_toggle_coach(self) -> None:
        """Hide or show what the coach says."""
        self._view.dialogue.toggle_class("-no-coach")

    def action_scroll_talk(self, pages: int) -> None:
        """Scroll the talk by pages."""
        self._view.dialogue.turn_pages(pages)

    @on(Dialogue.Scrolled)
    def _say_more_below(self, event: Dialogue.Scrolled) -> None:
        self._view.status.more_below(not event.at_end)

    def action_try_again(self) -> None:
        """Do again what the records refused."""
        again, self._again = self._again, None
        if again is not None:
            self._view.tell_trouble(None)
            self._expect_slowness()
            again()

    def action_leave(self) -> None:
        """Leave; what was said so far is kept."""
        app, language = self._dojo, self._language
        self.dismiss(None)
        if self._session.saved and not self._over:
            kept = message("tui.talk_left", language, saved=self._session.saved)
            app.call_later(notice, app, kept)

    # a choice, from the key to the reply

    def _take(self, choice: str, *, timed_out: bool) -> None:
        """Show what the trainee says; the reply waits until it is kept."""
        self._time.stop()
        self._move = Move(choice, timed_out, self._time.elapsed_ms, self._recall)
        self._view.choices.wait()
        self._unsaid = list(self._lines.said(self._scene_choice(choice), timed_out=timed_out))
        self.set_timer(_TOGETHER, self._say_unsaid)
        self._expect_slowness()
        self._records.keep(self._session, self._move)

    def _say_unsaid(self) -> None:
        unsaid, self._unsaid = self._unsaid, []
        self._view.dialogue.say(unsaid)

    @on(Kept)
    def _go_on(self, kept: Kept) -> None:
        self._answered()
        self._move = None
        self._attempt = self._session.attempt
        with self.app.batch_update():
            unsaid, self._unsaid = self._unsaid, []
            self._view.dialogue.say([*unsaid, *self._lines.answered(kept.event)])
            self._view.status.saved(self._session.saved)
            self._offer()

    @on(Refused)
    def _be_refused(self, refused: Refused) -> None:
        self._answered()
        self._again = refused.again
        self._view.tell_trouble(refused.error)

    @on(Followed)
    def _follow(self, followed: Followed) -> None:
        """Go on where another window had left the attempt."""
        self._answered()
        self._move = None
        self._session = followed.session
        self._attempt = followed.session.attempt
        self._lines = self._new_lines()
        self.call_later(self._retell)
        self._offer()
        self._view.take_up(self._session)
        self._view.status.say("talk_other_window")

    @on(Scored)
    def _be_scored(self, scored: Scored) -> None:
        self._answered()
        self._scored = scored
        self._open_debrief()

    def _open_debrief(self) -> None:
        """Open it once the person has read the last line and the figures are there."""
        if self._scored is None or not self._read_to_end:
            return
        from salesdojo.tui.screens.debrief import DebriefScreen

        debrief = DebriefScreen(
            self._session,
            self._scored.result,
            self._terms,
            hinted=self._scored.hinted,
            recalls=self._scored.recalls,
            clock=self._clock,
        )
        self.app.switch_screen(debrief)

    def _expect_slowness(self) -> None:
        self._slow = self.set_timer(_QUIETLY, self._say_saving)

    def _answered(self) -> None:
        if self._slow is not None:
            self._slow.stop()
            self._slow = None

    def _say_saving(self) -> None:
        self._view.status.say("talk_scoring" if self._over else "talk_saving")

    # what is shown

    def _offer(self) -> None:
        """Let the trainee type or choose, or go on to the debrief."""
        self._hint_shown = False
        self._recall = None
        asks = self._types_first and not self._over
        # The clock waits for the choices: it is for reading them and taking one.
        self._time.start(None if asks else self._attempt.deadline)
        self._view.offer(self._attempt, self._time.left)
        if asks:
            self._view.ask_for_line()
            self._show_keys()
        if self._over:
            self._records.score(self._session, self._dojo.cache)

    @on(RecallBox.Answered)
    def _show_choices(self, answer: RecallBox.Answered) -> None:
        """Show the choices, the one nearest to what was typed marked, and let time pass."""
        answer.stop()
        if not self._view.recall.is_open:
            return
        if answer.typed:
            self._recall = recalled(answer.typed, self._attempt.shown)
            self._view.dialogue.say([self._lines.typed(answer.typed)])
        self._time.start(self._attempt.deadline)
        self._view.show_choices(self._attempt, self._recall, self._time.left)
        self._show_keys()

    def action_show_choices(self) -> None:
        """Show the choices: for the key in the last line."""
        self._view.recall.post_message(RecallBox.Answered(self._view.recall.words))

    def _show_keys(self) -> None:
        self.query_one(KeyBar).show_keys(self._keys())

    async def _retell(self) -> None:
        lines = list(self._lines.so_far(self._attempt))
        self._unsaid = []
        if self._recall is not None and self._recall.typed and not self._over:
            lines.append(self._lines.typed(self._recall.typed))
        if self._move is not None:
            said = self._scene_choice(self._move.choice)
            lines += self._lines.said(said, timed_out=self._move.timed_out)
        elif self._hint_shown and self._attempt.scene.hint is not None:
            lines.append(self._lines.hint(self._attempt.scene.hint))
        with self.app.batch_update():
            await self._view.dialogue.retell(lines)

    def _scene_choice(self, name: str) -> "Choice":
        return self._attempt.scene.choices[name]

    def _new_lines(self) -> TalkLines:
        scenario = self._attempt.scenario
        return TalkLines(scenario, self._marks, self._language, coached=self._practice)

    def _look_up(self, term: str | None) -> None:
        try:
            terms = self._dojo.library.glossary
        except SalesdojoError:
            terms = self._terms
        entries = self._dojo.library.entries
        self.app.push_screen(GlossaryScreen(terms, self._language, term, entries=entries))

    def _keys(self) -> tuple[Key, ...]:
        return talk_keys(practice=self._practice, typing=self._typing)

    # time

    def _count_down(self, left: float | None) -> None:
        self._view.status.count_down(left)
        if left == 0:
            self._time_is_up()

    def _time_is_up(self) -> None:
        silent = self._attempt.scene.timeout
        if silent is not None and self._move is None:
            self._take(silent, timed_out=True)
