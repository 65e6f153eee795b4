"""The session on the screen: what is in it and why, what is done, and what it moved."""

from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList

from salesdojo.errors import SalesdojoError
from salesdojo.i18n import message
from salesdojo.records.practised import Moment, finished, moved
from salesdojo.records.saying import due_again, movement
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.session_list import SessionList
from salesdojo.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from salesdojo.records.plan import Plan
    from salesdojo.tui.app import DojoApp

_KEYS: Final = (
    Key("Enter", "practise.key_start", "screen.start"),
    Key("Q", "practise.key_leave", "app.quit"),
    Key("L", "tui.app_key_language", "app.switch_language"),
    Key("G", "tui.app_key_glossary", "app.glossary"),
    Key("D", "tui.app_key_theme", "app.switch_theme"),
)


class PractiseScreen(Screen[None]):
    """A session; every talk of it comes back here. Its styles are loaded by the app."""

    AUTO_FOCUS = "#session"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "app.quit", show=False)]

    class Looked(Message):
        """A worker has looked up how the person stands now."""

        def __init__(self, after: Moment) -> None:
            """Carry it."""
            super().__init__()
            self.after = after

    class LookFailed(Message):
        """The records could not be read."""

        def __init__(self, error: SalesdojoError) -> None:
            """Carry the reason."""
            super().__init__()
            self.error = error

    def __init__(self, session: "Plan", before: Moment) -> None:
        """Show `session`, which began at `before`."""
        super().__init__()
        self._session = session
        self._before = before
        self._after = before

    @property
    def _dojo(self) -> "DojoApp":
        return cast("DojoApp", self.app)

    def compose(self) -> ComposeResult:
        """Lay out title, note, list, outcome and keys."""
        dojo = self._dojo
        yield TitleLine()
        yield Prose("", id="practise-note")
        yield SessionList(self._session, dojo.clock(), dojo.language)
        yield Prose("", id="practise-outcome")
        yield KeyBar(_KEYS, dojo.language)

    def on_mount(self) -> None:
        """Say what is known without the records."""
        self._say()

    def on_screen_resume(self) -> None:
        """Look up what is done, at first and whenever a talk was left."""
        self._look()

    def retranslate(self) -> None:
        """Say everything in the app's language."""
        language = self._dojo.language
        self.query_one(SessionList).retranslate(language)
        self.query_one(KeyBar).retranslate(language)
        self._say()

    def action_start(self) -> None:
        """Open the briefing of the row highlighted."""
        chosen = self.query_one(SessionList).chosen
        if chosen is not None:
            self._dojo.open_briefing(chosen)

    @on(OptionList.OptionSelected)
    def _start_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id is not None:
            self._dojo.open_briefing(event.option_id)

    @work(thread=True, exclusive=True, group="records")
    def _look(self) -> None:
        """Ask the records; only messages leave this thread."""
        from salesdojo.records.known import known

        dojo = self._dojo
        try:
            store, person = dojo.memory.store(), dojo.memory.person()
            now_known = known(store, person, dojo.library, dojo.clock(), dojo.cache)
            after = Moment(now_known, store.standings(person))
        except SalesdojoError as error:
            self.post_message(self.LookFailed(error))
        else:
            self.post_message(self.Looked(after))

    @on(Looked)
    def _show(self, event: Looked) -> None:
        self._after = event.after
        done = finished(self._session, self._before, self._after)
        self.query_one(SessionList).show_done({one.entry.id: one.quality for one in done})
        self._say()

    @on(LookFailed)
    def _show_failure(self, event: LookFailed) -> None:
        self._dojo.tell(event.error)

    def _say(self) -> None:
        language, count = self._dojo.language, len(self._session.items)
        done = finished(self._session, self._before, self._after)
        head = "practise.head_one" if count == 1 else "practise.head"
        title = message(head, language, count=count, minutes=self._session.minutes)
        self.query_one(TitleLine).show(title, self._dojo.person)
        over = len(done) == count
        note = "practise.over" if over else "practise.done"
        words = message(note, language, done=len(done), count=count)
        self.query_one("#practise-note", Prose).set_text(words)
        outcome = self.query_one("#practise-outcome", Prose)
        outcome.border_title = message("practise.moved", language)
        outcome.set_text(self._outcome())
        outcome.set_class(over, "-over")

    def _outcome(self) -> str:
        language, now = self._dojo.language, self._dojo.clock()
        done = finished(self._session, self._before, self._after)
        return "\n".join(
            message(
                "practise.moved_line",
                language,
                criterion=one.name.spoken(language),
                movement=movement(one, language),
                again=due_again(one.due, now, language),
            )
            for one in moved(done, self._before, self._after)
        )
