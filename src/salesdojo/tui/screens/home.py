"""The first screen: what to practise next and why, and every scenario by stage.

It paints from the pack's index alone. The person's figures come from a worker
afterwards: importing the database takes longer than the first paint.
"""

from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList, Static

from salesdojo.content.visible import visible
from salesdojo.errors import SalesdojoError
from salesdojo.i18n import message
from salesdojo.records.course_turns import courses_at
from salesdojo.records.next_up import NextUp, Reason, next_up
from salesdojo.records.session_lengths import USUAL
from salesdojo.tui.memory import Picture
from salesdojo.tui.notices import notice
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.scenario_list import DRILLS, JOURNEYS, NARROW, ScenarioList
from salesdojo.tui.widths import cut, width_of

if TYPE_CHECKING:
    from salesdojo.content.library import Library
    from salesdojo.records.plan import Plan
    from salesdojo.records.practised import Moment
    from salesdojo.tui.app import DojoApp

_KEYS: Final = (
    Key("Enter", "tui.home_key_open", "screen.open"),
    Key("T", "today.home_key", "screen.today"),
    Key("R", "drills.home_key", "screen.drills"),
    Key("J", "journey.home_key", "screen.journeys"),
    Key("P", "progress.home_key", "screen.progress"),
    Key("L", "tui.app_key_language", "app.switch_language"),
    Key("?", "tui.app_key_palette", "app.command_palette"),
    Key("Q", "tui.app_key_quit", "app.quit"),
    Key("G", "tui.app_key_glossary", "app.glossary"),
    Key("D", "tui.app_key_theme", "app.switch_theme"),
)
_HEAD_MARGINS: Final = 4
"""Cells beside the head, on both sides together."""


class HomeScreen(Screen[None]):
    """Next step, scenarios, figures. Its styles (home.tcss) are loaded by the app."""

    AUTO_FOCUS = "#scenarios"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-wide")]  # noqa: RUF012 - as Textual has it
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(digit), f"open_number({digit})", show=False) for digit in range(1, 10)),
        Binding("t", "today", show=False),
        Binding("r", "drills", show=False),
        Binding("j", "journeys", show=False),
        Binding("p", "progress", show=False),
        Binding("q", "app.quit", show=False),
    ]

    class Looked(Message):
        """A worker has looked up how the person stands."""

        def __init__(self, picture: Picture) -> None:
            """Carry the picture."""
            super().__init__()
            self.picture = picture

    class Composed(Message):
        """A worker has composed today's session."""

        def __init__(self, session: "Plan", before: "Moment", *, done: bool) -> None:
            """Carry it, the person as it begins, and whether all of it was done today."""
            super().__init__()
            self.session = session
            self.before = before
            self.done = done

    class LookFailed(Message):
        """The records could not be read."""

        def __init__(self, error: SalesdojoError) -> None:
            """Carry the reason."""
            super().__init__()
            self.error = error

    def __init__(self) -> None:
        """Show the app's library."""
        # The classes most terminals come to: a change of class styles every widget again.
        super().__init__(classes="-medium -wide")
        self._picture: Picture | None = None
        self._today: HomeScreen.Composed | None = None
        self._failed = False

    @property
    def _dojo(self) -> "DojoApp":
        return cast("DojoApp", self.app)

    @property
    def _library(self) -> "Library":
        return self._dojo.library

    def compose(self) -> ComposeResult:
        """Lay out head, next step, list and keys."""
        dojo = self._dojo
        entries = [entry for entry in self._library.entries if entry.kind == "scenario"]
        drills = [entry for entry in self._library.entries if entry.kind == "drill"]
        yield Static(id="home-head", markup=False)
        with Vertical(id="home-next"):
            yield Static(id="home-next-title", markup=False)
            yield Prose("", id="home-next-reason")
            yield Prose("", id="home-today")
        yield Static(id="home-columns", markup=False)
        journeys = len(self._library.pack.journeys)
        yield ScenarioList(entries, dojo.language, drills, journeys)
        if self._library.left_out:
            yield Prose("", id="home-problems")
        idle = {
            *(() if drills else ("screen.drills",)),
            *(() if journeys else ("screen.journeys",)),
        }
        yield KeyBar([key for key in _KEYS if key.action not in idle], dojo.language)

    def on_mount(self) -> None:
        """Say everything that is known without the records."""
        self._say()
        self._say_aligned()

    def on_screen_resume(self) -> None:
        """Look the figures up after the paint: at first, and whenever a talk was left."""
        self.call_after_refresh(self._look)

    def on_resize(self) -> None:
        """Align the heads with the new width."""
        self.call_after_refresh(self._say_aligned)

    def retranslate(self) -> None:
        """Say everything in the app's language."""
        language = self._dojo.language
        self.query_one(ScenarioList).retranslate(language)
        self.query_one(KeyBar).retranslate(language)
        self._say()
        self._say_aligned()

    def action_open(self) -> None:
        """Open the briefing of the row highlighted."""
        chosen = self.query_one(ScenarioList).chosen
        if chosen is not None:
            self._open(chosen)

    def action_today(self) -> None:
        """Open today's session, as soon as it is composed."""
        if self._today is None:
            notice(self._dojo, message("today.looking", self._dojo.language))
            return
        from salesdojo.tui.screens.practise import PractiseScreen

        self.app.push_screen(PractiseScreen(self._today.session, self._today.before))

    def action_drills(self) -> None:
        """Open the drills, where there are any."""
        if any(entry.kind == "drill" for entry in self._library.entries):
            self._open(DRILLS)

    def action_journeys(self) -> None:
        """Open the journeys, where there are any."""
        if self._library.pack.journeys:
            self._open(JOURNEYS)

    def action_progress(self) -> None:
        """Show courses, skills and figures."""
        from salesdojo.tui.screens.progress import show_progress

        show_progress(self._dojo)

    def action_open_number(self, number: int) -> None:
        """Open the briefing of the row with this number."""
        entries = [entry for entry in self._library.entries if entry.kind == "scenario"]
        if number <= len(entries):
            self._dojo.open_briefing(entries[number - 1].id)

    @on(OptionList.OptionSelected)
    def _open_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id is not None:
            self._open(event.option_id)

    def _open(self, row: str) -> None:
        if row == JOURNEYS:
            self._dojo.open_journeys()
        elif row == DRILLS:
            from salesdojo.tui.screens.drills import DrillsScreen

            self.app.push_screen(DrillsScreen())
        else:
            self._dojo.open_briefing(row)

    @work(thread=True, exclusive=True, group="records")
    def _look(self) -> None:
        """Ask the records; only messages leave this thread."""
        try:
            picture = self._dojo.memory.picture(self._library, self._dojo.cache)
        except SalesdojoError as error:
            self.post_message(self.LookFailed(error))
        else:
            self.post_message(self.Looked(picture))
            self._compose_today()

    def _compose_today(self) -> None:
        """Compose today's session, in the worker: it loads more than the figures need."""
        dojo = self._dojo
        try:
            moment = dojo.memory.moment(self._library, dojo.cache)
        except SalesdojoError as error:
            self.post_message(self.LookFailed(error))
        else:
            session = dojo.memory.session(self._library, moment, USUAL)
            once_more = dojo.memory.session(self._library, moment, USUAL, again=True)
            done = not session.items and bool(once_more.items)
            self.post_message(self.Composed(session, moment, done=done))

    @on(Looked)
    def _show_picture(self, event: Looked) -> None:
        self._picture = event.picture
        self._failed = False
        rows = self.query_one(ScenarioList)
        rows.show_standings(event.picture.standings)
        if event.picture.next is not None:
            rows.choose(event.picture.next.scenario)
        self._say()

    @on(Composed)
    def _show_today(self, event: Composed) -> None:
        self._today = event
        self._say_today()

    @on(LookFailed)
    def _show_failure(self, event: LookFailed) -> None:
        first_time = not self._failed
        self._failed = True
        self._say()
        if first_time:
            self._dojo.tell(event.error)

    def _say(self) -> None:
        language = self._dojo.language
        self.query_one("#home-next").border_title = message("tui.home_next", language)
        coming = self._coming()
        title = self._title(coming)
        self.query_one("#home-next-title", Static).update(Content.styled(title, "bold"))
        self.query_one("#home-next-reason", Prose).set_text(self._reason(coming))
        self._say_today()
        for note in self.query("#home-problems").results(Prose):
            note.set_text(message("tui.home_left_out", language, count=self._library.left_out))

    def _say_today(self) -> None:
        words = "" if self._today is None else self._of_today(self._today)
        line = self.query_one("#home-today", Prose)
        line.display = bool(words)
        line.set_text(words)

    def _of_today(self, today: Composed) -> str:
        from salesdojo.records.saying import reason

        session, language = today.session, self._dojo.language
        count = len(session.items)
        if not count:
            return message("today.done", language) if today.done else ""
        words = message(
            "today.line_one" if count == 1 else "today.line",
            language,
            minutes=session.minutes,
            count=count,
            why=reason(session.items[0].because, self._dojo.clock(), language),
        )
        return visible(words)

    def _say_aligned(self) -> None:
        """Say what depends on the width."""
        head = self.query_one("#home-head", Static)
        # Before a layout there is no width yet, and a head said later misses the first paint.
        width = head.content_region.width or max(0, self.app.size.width - _HEAD_MARGINS)
        name = cut(self._dojo.person, max(0, width // 3))
        pack = cut(self._library.pack.name.spoken(self._dojo.language), width - width_of(name) - 2)
        blank = " " * max(2, width - width_of(pack) - width_of(name))
        head.update(Content.assemble((pack, "bold $primary"), blank, (name, "$quiet")))
        rows = self.query_one(ScenarioList)
        self.query_one("#home-columns", Static).update(Content(rows.heading))

    def _coming(self) -> NextUp | None:
        """Return what comes next: as the records have it, else as for a newcomer."""
        if self._picture is not None:
            return self._picture.next
        library = self._library
        return next_up(library, {}, courses_at(library.pack, {}, self._dojo.clock()))

    def _title(self, coming: NextUp | None) -> str:
        titles = {entry.id: entry.title for entry in self._library.entries}
        if coming is None or coming.scenario not in titles:
            return ""
        return visible(titles[coming.scenario].spoken(self._dojo.language))

    def _reason(self, coming: NextUp | None) -> str:
        language = self._dojo.language
        if coming is None:
            return message("tui.home_empty", language)
        if self._failed:
            return message("tui.home_no_records", language)
        if self._picture is None:
            return message("tui.home_looking", language)
        match coming.reason:
            case Reason.UNFINISHED:
                return message("tui.home_unfinished", language, count=self._picture.kept)
            case Reason.COURSE | Reason.RENEWAL:
                return self._course_reason(coming, self._picture)
            case Reason.WEAKEST:
                return message("tui.home_weakest", language)

    def _course_reason(self, coming: NextUp, picture: Picture) -> str:
        language = self._dojo.language
        course = next(one for one in self._library.pack.courses if one.id == coming.course)
        name = visible(course.name.spoken(language))
        if coming.reason is Reason.RENEWAL:
            return message("tui.home_renewal", language, course=name)
        passed = [
            one
            for one in course.scenarios
            if one in picture.standings and picture.standings[one].passed
        ]
        return message(
            "tui.home_course",
            language,
            course=name,
            passed=len(passed),
            all=len(course.scenarios),
        )
