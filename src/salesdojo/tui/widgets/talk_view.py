"""What is seen of a talk: title, gauges, lines, the line of state, choices."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from salesdojo.content.visible import visible
from salesdojo.errors import SalesdojoError
from salesdojo.i18n import message
from salesdojo.tui.widgets.choices import Choices
from salesdojo.tui.widgets.dialogue import Dialogue
from salesdojo.tui.widgets.gauge import Gauges, readings
from salesdojo.tui.widgets.recall_box import RecallBox
from salesdojo.tui.widgets.table_pane import TablePane
from salesdojo.tui.widgets.talk_side import TalkSide
from salesdojo.tui.widgets.talk_status import TalkStatus
from salesdojo.tui.widgets.title_line import TitleLine
from salesdojo.tui.widgets.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from salesdojo.content.model import Choice
    from salesdojo.practice.attempt import Attempt
    from salesdojo.practice.recalling import Recalled
    from salesdojo.records.session import Session


class TalkView(Vertical):
    """Shows an attempt in one language; decides nothing."""

    DEFAULT_CSS: ClassVar[str] = "TalkView { height: 1fr; }"

    def __init__(self, language: str, *, bargains: bool = False) -> None:
        """Speak `language`; with a place for a negotiation table where the talk `bargains`."""
        super().__init__()
        self._language = language
        self.dialogue = Dialogue()
        self.status = TalkStatus(language)
        self.choices = Choices(id="talk-choices")
        self.recall = RecallBox()
        self.table = TablePane(language) if bargains else None
        self._nearest: str | None = None
        self._at_table = False
        self._again: Callable[[], None] | None = None
        self._side = TalkSide()
        self._trouble = Trouble()

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield TitleLine()
        yield Gauges(stacked=False, id="talk-gauges")
        with Horizontal(id="talk-body"):
            yield self.dialogue
            yield self._side
        with Vertical(id="talk-turn"):
            yield self.status
            yield self.choices
            yield self.recall
            if self.table is not None:
                yield self.table
            yield self._trouble

    def tell_surroundings(self, session: "Session") -> None:
        """Tell what talk it is, with whom, and how it is played."""
        language, record = self._language, session.record
        scenario = session.attempt.scenario
        mode = message(f"tui.talk_mode_{record.mode}", language)
        if record.fork is not None:
            mode = message("tui.talk_mode_fork", language, turn=record.fork.turn)
        # A retry must be told from an attempt that counts, even where there is no room for titles.
        self.set_class(record.fork is not None, "-retry")
        self.query_one(TitleLine).show(visible(scenario.title.spoken(language)), mode)
        self._side.tell(scenario, language)

    def retranslate(self, session: "Session", attempt: "Attempt", language: str) -> None:
        """Say all but the lines of the talk in `language`."""
        self._language = language
        self.tell_surroundings(session)
        self.show_gauges(attempt)
        self.choices.reword(self._words(attempt))
        self.status.retranslate(language)
        self.recall.retranslate(language)
        if self.table is not None:
            self.table.retranslate(language)
        self._trouble.retranslate(language)

    def take_up(self, session: "Session") -> None:
        """Say how many decisions were there; a retry brings those before its turn along."""
        fork, saved = session.record.fork, session.saved
        if fork is not None and saved == fork.turn - 1:
            self.status.saved(saved)
        elif saved:
            self.status.resumed(saved)

    def offer(self, attempt: "Attempt", left: float | None) -> None:
        """Show how the talk stands and what can be said now; `left` are seconds, if limited."""
        over = attempt.outcome is not None
        self._nearest = None
        self.show_gauges(attempt)
        self.choices.offer(self._words(attempt))
        self.status.say("talk_over" if over else "talk_your_turn")
        self._show_table(attempt)
        self.status.end(attempt.outcome)
        self.status.count_down(left)

    @property
    def bargaining(self) -> bool:
        """Whether a negotiation table stands in the place of the choices."""
        return self._at_table

    def wait(self) -> None:
        """Take nothing until something is offered again."""
        self.choices.wait()
        if self.table is not None:
            self.table.wait()

    def ask_for_line(self) -> None:
        """Hide the choices, and ask for a line of the trainee's own first."""
        self.choices.wait()
        self.choices.display = False
        self.status.say("recall.your_line")
        self.recall.ask(self._language)

    def show_choices(
        self, attempt: "Attempt", recall: "Recalled | None", left: float | None
    ) -> None:
        """Show the choices that were hidden, the one nearest to what was typed marked."""
        self.recall.close()
        self.choices.display = True
        self.offer(attempt, left)
        if recall is not None and recall.near:
            self._nearest = recall.nearest
            self.choices.offer(self._words(attempt))
            shown = [choice.id for choice in attempt.shown]
            self.choices.highlighted = shown.index(recall.nearest)
        if recall is not None:
            self.status.say("recall.near" if recall.near else "recall.far")
        self.choices.focus()

    def show_gauges(self, attempt: "Attempt") -> None:
        """Show the meters, and how the last decision moved them."""
        moved = attempt.events[-1].moved if attempt.events else {}
        shown = readings(attempt.scenario.meters, attempt.meters, moved, self._language)
        self.query_one("#talk-gauges", Gauges).show(shown)
        self._side.show(shown)

    def tell_trouble(
        self, error: SalesdojoError | None, again: "Callable[[], None] | None" = None
    ) -> None:
        """Show an error in the place of the choices, or the choices again.

        `again` does what met it once more.
        """
        self._again = again
        self._trouble.tell(error, self._language)
        place = self.table if self._at_table and self.table is not None else self.choices
        place.display = error is None
        if error is None:
            self._take_focus()
            return
        self._trouble.focus()
        self.status.say("talk_not_saved")

    def try_again(self) -> None:
        """Do again what met the error on the screen."""
        again = self._again
        if again is not None:
            self.tell_trouble(None)
            again()

    def _show_table(self, attempt: "Attempt") -> None:
        """Let the table take the place of the choices, or give it back."""
        if self.table is None:
            return
        state, was = attempt.table, self._at_table
        self._at_table = state is not None
        self.choices.display, self.table.display = state is None, state is not None
        if state is not None:
            self.table.offer(state)
            self.status.say("table_screen.your_turn")
        if self._at_table != was:
            self._take_focus()

    def _take_focus(self) -> None:
        if self._at_table and self.table is not None:
            self.table.take_focus()
        else:
            self.choices.focus()

    @on(Dialogue.Scrolled)
    def _say_more_below(self, event: Dialogue.Scrolled) -> None:
        event.stop()
        self.status.more_below(not event.at_end)

    def _words(self, attempt: "Attempt") -> list[str]:
        if attempt.outcome is not None:
            return [message("tui.talk_to_debrief", self._language)]
        return [self._line(choice) for choice in attempt.shown]

    def _line(self, choice: "Choice") -> str:
        words = choice.say.spoken(self._language)
        if choice.id != self._nearest:
            return words
        return message("recall.mark", self._language, text=words)
