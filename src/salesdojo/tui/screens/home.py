"""The first screen: what to practise next and why, and every scenario by stage.

It paints from the pack's index alone. The person's figures come from a worker
afterwards: importing the database takes longer than the first paint.
"""

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from salesdojo.i18n import message
from salesdojo.records.mastery.course_turns import courses_at
from salesdojo.records.planning.next_up import NextUp, next_up
from salesdojo.tui.figures.home_head import home_head
from salesdojo.tui.memory import Picture, Today
from salesdojo.tui.next_words import assigned_words, next_reason, next_title, today_words
from salesdojo.tui.notices import notice
from salesdojo.tui.screens.asking import Answers
from salesdojo.tui.screens.listing import ListingScreen
from salesdojo.tui.screens.looking import LookingScreen
from salesdojo.tui.usual_keys import GLOSSARY, LANGUAGE, QUIT, THEME
from salesdojo.tui.widgets.figure_lines import FigureLines
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.scenario_list import DRILLS, JOURNEYS, NARROW, ScenarioList

if TYPE_CHECKING:
    from salesdojo.content.library import Library
    from salesdojo.records.mastery.belts import BeltStanding

_KEYS: Final = (
    Key("Enter", "tui.home_key_open", "screen.open"),
    Key("T", "today.home_key", "screen.today"),
    Key("R", "drills.home_key", "screen.drills"),
    Key("J", "journey.home_key", "screen.journeys"),
    Key("P", "progress.home_key", "screen.progress"),
    LANGUAGE,
    Key("?", "tui.app_key_palette", "app.command_palette", always=True),
    QUIT,
    GLOSSARY,
    THEME,
)


class HomeScreen(LookingScreen, ListingScreen[None]):
    """Next step, scenarios, figures. Its styles (home.tcss) are loaded by the app."""

    AUTO_FOCUS = "#scenarios"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-wide")]  # noqa: RUF012 - as Textual has it
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(digit), f"open_number({digit})", show=False) for digit in range(1, 10)),
        Binding("t", "today", show=False),
        Binding("r", "drills", show=False),
        Binding("j", "journeys", show=False),
        Binding("p", "progress", show=False),
        Binding("h", "history", show=False),
        Binding("q", "app.quit", show=False),
    ]

    def __init__(self) -> None:
        """Show the app's library."""
        super().__init__()
        self._picture: Picture | None = None
        self._today: Today | None = None
        self._belt: BeltStanding | None = None
        self._reviewed = 0
        """Attempts of which reviewers said something that is not read yet."""

    @property
    def _library(self) -> "Library":
        return self.dojo.library

    def compose(self) -> ComposeResult:
        """Lay out head, next step, list and keys."""
        dojo = self.dojo
        entries = [entry for entry in self._library.entries if entry.kind == "scenario"]
        drills = [entry for entry in self._library.entries if entry.kind == "drill"]
        yield FigureLines(id="home-head")
        with Vertical(id="home-next"):
            yield Static(id="home-next-title", markup=False)
            yield Prose("", id="home-next-reason")
            yield Prose("", id="home-assigned")
            yield Prose("", id="home-today")
            yield Prose("", id="home-reviewed")
        yield FigureLines(id="home-columns")
        journeys = len(self._library.pack.journeys)
        yield ScenarioList(entries, dojo.language, drills, journeys)
        if self._library.left_out:
            yield Prose("", id="home-problems")
        idle = {
            *(() if drills else ("screen.drills",)),
            *(() if journeys else ("screen.journeys",)),
        }
        yield KeyBar([key for key in _KEYS if key.action not in idle], dojo.language)

    def look_up(self) -> None:
        """Look after the paint."""
        self.call_after_refresh(super().look_up)

    def answers(self) -> Answers:
        """Ask how the person stands, then for today's session, which loads more, and the belt."""
        memory, library, cache = self.dojo.memory, self._library, self.dojo.cache
        yield partial(self._show_picture, memory.picture(library, cache))
        yield partial(self._show_reviewed, memory.unread())
        yield partial(self._show_today, memory.today(library, cache))
        yield partial(self._show_belt, memory.belt(library, cache))

    def offers(self, name: str) -> bool:
        """Say whether there is anything of that name: today, drills or journeys."""
        match name:
            case "drills":
                return any(entry.kind == "drill" for entry in self._library.entries)
            case "journeys":
                return bool(self._library.pack.journeys)
        return True

    def action_open(self) -> None:
        """Open the briefing of the row highlighted."""
        chosen = self.query_one(ScenarioList).chosen
        if chosen is not None:
            self._open(chosen)

    def action_today(self) -> None:
        """Open today's session, as soon as it is composed."""
        if self._today is None:
            notice(self.dojo, message("today.looking", self.dojo.language))
            return
        from salesdojo.tui.screens.practise import PractiseScreen

        self.app.push_screen(PractiseScreen(self._today.session, self._today.before))

    def action_drills(self) -> None:
        """Open the drills, where there are any."""
        if self.offers("drills"):
            self._open(DRILLS)

    def action_journeys(self) -> None:
        """Open the journeys, where there are any."""
        if self.offers("journeys"):
            self._open(JOURNEYS)

    def action_progress(self) -> None:
        """Show courses, skills and figures."""
        from salesdojo.tui.screens.progress import show_progress

        show_progress(self.dojo)

    def action_history(self) -> None:
        """Show every attempt; those reviewed and not read yet are marked."""
        from salesdojo.tui.screens.history import show_history

        show_history(self.dojo)

    def action_open_number(self, number: int) -> None:
        """Open the briefing of the row with this number."""
        entries = [entry for entry in self._library.entries if entry.kind == "scenario"]
        if number <= len(entries):
            self.dojo.open_briefing(entries[number - 1].id)

    def _open(self, row: str) -> None:
        if row == JOURNEYS:
            self.dojo.open_journeys()
        elif row == DRILLS:
            from salesdojo.tui.screens.drills import DrillsScreen

            self.app.push_screen(DrillsScreen())
        else:
            self.dojo.open_briefing(row)

    def _show_picture(self, picture: Picture) -> None:
        self._picture = picture
        rows = self.query_one(ScenarioList)
        rows.show_standings(picture.standings)
        if picture.next is not None:
            rows.choose(picture.next.scenario)
        self.say()

    def _show_reviewed(self, many: int) -> None:
        self._reviewed = many
        self._say_reviewed()

    def _say_reviewed(self) -> None:
        line = self.query_one("#home-reviewed", Prose)
        line.display = self._reviewed > 0
        line.set_text(message("reviewing.unread", self.dojo.language, count=self._reviewed))

    def _show_today(self, today: Today) -> None:
        self._today = today
        self._say_today()

    def _show_belt(self, belt: "BeltStanding") -> None:
        self._belt = belt
        self._say_heads()

    def say(self) -> None:
        """Say what comes next, why, and what was left out."""
        language, coming = self.dojo.language, self._coming()
        unread = self.unread is not None
        title = next_title(coming, self._library, language)
        now = self.dojo.clock()
        reason = next_reason(coming, self._picture, self._library, language, unread=unread)
        self.query_one("#home-next").border_title = message("tui.home_next", language)
        self.query_one("#home-next-title", Static).update(Content.styled(title, "bold"))
        self.query_one("#home-next-reason", Prose).set_text(reason)
        words = assigned_words(self._picture, self._library, now, language)
        line = self.query_one("#home-assigned", Prose)
        line.display = bool(words)
        line.set_text(words)
        self._say_heads()
        self._say_today()
        self._say_reviewed()
        for note in self.query("#home-problems").results(Prose):
            note.set_text(message("tui.home_left_out", language, count=self._library.left_out))

    def _say_today(self) -> None:
        dojo, today = self.dojo, self._today
        words = "" if today is None else today_words(today, dojo.clock(), dojo.language)
        line = self.query_one("#home-today", Prose)
        line.display = bool(words)
        line.set_text(words)

    def _say_heads(self) -> None:
        """Say the first line, and the names of the columns."""
        pack, belt = self._library.pack.name.spoken(self.dojo.language), self._belt_words()
        self.query_one("#home-head", FigureLines).show(
            lambda width: [home_head(pack, belt, self.dojo.person, width)]
        )
        rows = self.query_one(ScenarioList)
        self.query_one("#home-columns", FigureLines).show(lambda _: [Content(rows.heading)])

    def _belt_words(self) -> str:
        if self._belt is None:
            return ""
        from salesdojo.records.mastery.belt_saying import grade_name

        language = self.dojo.language
        return message("belts.line", language, grade=grade_name(self._belt.grade, language))

    def _coming(self) -> NextUp | None:
        """Return what comes next: as the records have it, else as for a newcomer."""
        if self._picture is not None:
            return self._picture.next
        library = self._library
        return next_up(library, {}, courses_at(library.pack, {}, self.dojo.clock()))
