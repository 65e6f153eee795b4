"""The talk: the customer speaks, the trainee chooses, and no reply shows before it is kept."""

from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from salesdojo.i18n import message
from salesdojo.practice.recalling import recalled
from salesdojo.practice.table.move_text import move_text
from salesdojo.records.mode import Mode
from salesdojo.tui.notices import notice
from salesdojo.tui.screens.pause import PauseScreen
from salesdojo.tui.screens.talk_reading import TalkReading
from salesdojo.tui.stopwatch import Seconds
from salesdojo.tui.talk_clock import TalkClock
from salesdojo.tui.talk_end import TalkEnd
from salesdojo.tui.talk_keys import TABLE_LINES, table_keys, talk_keys
from salesdojo.tui.talk_lines import TalkLines
from salesdojo.tui.talk_records import Followed, Kept, Move, Refused, Scored, TalkRecords
from salesdojo.tui.talk_turn import Turn, said_with
from salesdojo.tui.term_marks import TermMarks
from salesdojo.tui.typing_first import may_type_first
from salesdojo.tui.widgets.choices import Choices
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.recall_box import RecallBox
from salesdojo.tui.widgets.table_pane import TablePane
from salesdojo.tui.widgets.talk_view import TalkView

if TYPE_CHECKING:
    from salesdojo.content.model import Term
    from salesdojo.practice.attempt import Attempt
    from salesdojo.records.session import Session


class TalkScreen(TalkReading):
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
        self._records = TalkRecords(self, self._say_saving)
        self._end = TalkEnd(self, terms, clock)
        self._attempt: Attempt = session.attempt
        """What is shown: the session may be a moment ahead."""
        self._turn = Turn()

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
        scenes = self._attempt.scenario.scenes.values()
        bargains = any(scene.bargaining is not None for scene in scenes)
        yield TalkView(self._language, bargains=bargains)
        yield KeyBar(self._keys(), self._language)

    def on_mount(self) -> None:
        """Show the talk so far and let it go on."""
        self._time = TalkClock(self, self._clock, waits=self._practice, tell=self._count_down)
        self._tell_anew()
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
        self._tell_anew()
        self._view.retranslate(self._session, self._attempt, self._language)
        self.query_one(KeyBar).retranslate(self._language)

    # what the person does

    @on(Choices.Taken)
    def _choose(self, taken: Choices.Taken) -> None:
        if self._over:
            self._view.choices.wait()
            self._view.status.say("talk_scoring")
            self._end.read(self._session)
        elif self._time.left == 0:
            self._time_is_up()
        else:
            self._take(self._attempt.shown[taken.place].id, timed_out=False)

    @on(TablePane.Made)
    def _bargain(self, made: TablePane.Made) -> None:
        state = self._attempt.table
        if state is not None:
            self._take(move_text(state.table, made.move), timed_out=False)

    @on(TablePane.Turned)
    def _show_other_keys(self) -> None:
        choosing = self._view.table is not None and self._view.table.choosing
        self._view.status.say(f"table_screen.{'choose' if choosing else 'your_turn'}")
        self._show_keys()

    def action_bargain(self, name: str) -> None:
        """Do at the table what a key in the last line stands for."""
        if self._view.table is not None:
            self._view.table.action_do(name)

    def action_take(self) -> None:
        """Take the choice highlighted."""
        self._view.choices.action_take()

    def action_hint(self) -> None:
        """Show the hint, where there is one; the next choice is marked as hinted."""
        if self._turn.move is not None or self._over or self._turn.hinted or self._typing:
            return
        hint = self._session.hint() if self._practice else None
        if hint is None:
            note = "talk_no_hint" if self._practice else "talk_exam_no_hint"
            self._view.status.say(note)
            return
        self._turn.hinted = True
        self._view.dialogue.say([self._lines.hint(hint)])

    def action_pause(self) -> None:
        """Hide the talk and stop the clock; an exam goes on, and what is over stands still."""
        if self._over:
            self._view.status.say("talk_over")
        elif self._practice:
            self.app.push_screen(PauseScreen())
        else:
            self._view.status.say("talk_exam_no_pause")

    def action_try_again(self) -> None:
        """Do again what the records refused."""
        self._view.try_again()

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
        self._turn.move = Move(choice, timed_out, self._time.elapsed_ms, self._turn.recall)
        self._view.wait()
        said = self._lines.said(said_with(self._attempt, choice), timed_out=timed_out)
        self._view.dialogue.say_soon(said)
        self._records.keep(self._session, self._turn.move)

    @on(Kept)
    def _go_on(self, kept: Kept) -> None:
        self._attempt = self._session.attempt
        with self.app.batch_update():
            self._view.dialogue.say(self._lines.answered(kept.event))
            self._view.status.saved(self._session.saved)
            self._offer()

    @on(Refused)
    def _be_refused(self, refused: Refused) -> None:
        self._view.tell_trouble(refused.error, refused.again)

    @on(Followed)
    def _follow(self, followed: Followed) -> None:
        """Go on where another window had left the attempt."""
        self._session = followed.session
        self._attempt = followed.session.attempt
        self._tell_anew()
        self._offer()
        self._view.take_up(self._session)
        self._view.status.say("talk_other_window")

    @on(Scored)
    def _be_scored(self, scored: Scored) -> None:
        self._end.scored(self._session, scored)

    def _say_saving(self) -> None:
        self._view.status.say("talk_scoring" if self._over else "talk_saving")

    # what is shown

    def _offer(self) -> None:
        """Let the trainee type or choose, or go on to the debrief."""
        self._turn = Turn()
        asks = self._types_first and not self._over and self._attempt.table is None
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
            self._turn.recall = recalled(answer.typed, self._attempt.shown)
            self._view.dialogue.say([self._lines.typed(answer.typed)])
        self._time.start(self._attempt.deadline)
        self._view.show_choices(self._attempt, self._turn.recall, self._time.left)
        self._show_keys()

    def action_show_choices(self) -> None:
        """Show the choices: for the key in the last line."""
        self._view.recall.post_message(RecallBox.Answered(self._view.recall.words))

    def action_do_without(self) -> None:
        """Show the choices without a line: for the key in the last line."""
        self._view.recall.action_show_choices()

    def _show_keys(self) -> None:
        lines = 1 if self._attempt.table is None else TABLE_LINES
        self.query_one(KeyBar).show_keys(self._keys(), lines)

    def _tell_anew(self) -> None:
        scenario = self._attempt.scenario
        self._lines = TalkLines(scenario, self._marks, self._language, coached=self._practice)
        self.call_later(self._retell)

    async def _retell(self) -> None:
        words, attempt = self._lines, self._attempt
        with self.app.batch_update():
            lines = [*words.so_far(attempt), *self._turn.lines(words, attempt)]
            await self._view.dialogue.retell(lines)

    def _keys(self) -> tuple[Key, ...]:
        if self._attempt.table is not None:
            table = self.query(TablePane)
            choosing = bool(table) and table.first().choosing
            return table_keys(practice=self._practice, choosing=choosing)
        return talk_keys(practice=self._practice, typing=self._typing, over=self._over)

    # time

    def _count_down(self, left: float | None) -> None:
        self._view.status.count_down(left)
        if left == 0:
            self._time_is_up()

    def _time_is_up(self) -> None:
        silent = self._attempt.scene.timeout
        if silent is not None and self._turn.move is None:
            self._take(silent, timed_out=True)
