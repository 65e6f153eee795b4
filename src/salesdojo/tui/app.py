"""The dojo as a Textual app: its screens' common ground, and nothing of what they show."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on, work
from textual.binding import Binding, BindingType
from textual.message import Message

from salesdojo.errors import SalesdojoError
from salesdojo.i18n import message
from salesdojo.records.mode import Mode
from salesdojo.tui.ground import GroundApp
from salesdojo.tui.memory import Memory
from salesdojo.tui.preferences import Preferences
from salesdojo.tui.screens.home import HomeScreen

if TYPE_CHECKING:
    from textual.screen import Screen

    from salesdojo.content.library import Library
    from salesdojo.content.model import Scenario, Term
    from salesdojo.records.session import Session
    from salesdojo.tui.commands import DojoCommands


SHARED_STYLES: Final = "screens/shared.tcss"
"""What every app of the dojo reads before the styles of its first screen."""


def _commands() -> "type[DojoCommands]":
    from salesdojo.tui.commands import DojoCommands

    return DojoCommands


class DojoApp(GroundApp):
    """Holds the library, the records, the language and the theme for every screen."""

    # Read with the app's own styles: a screen's come later, by reading everything twice.
    CSS_PATH = [  # noqa: RUF012 - as Textual declares it
        SHARED_STYLES,
        "screens/home.tcss",
    ]
    COMMANDS: ClassVar = {_commands}
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("g", "glossary", show=False, id="glossary"),
        Binding("question_mark", "command_palette", show=False, id="palette"),
        Binding("ctrl+p", "command_palette", show=False, priority=True),
    ]

    class TalkReady(Message):
        """A worker has a talk ready to be shown."""

        def __init__(self, session: "Session", terms: tuple["Term", ...]) -> None:
            """Carry the session and the terms its scenario teaches."""
            super().__init__()
            self.session = session
            self.terms = terms

    class Failed(Message):
        """A worker met something the person must know."""

        def __init__(self, error: SalesdojoError) -> None:
            """Carry the error."""
            super().__init__()
            self.error = error

    class Waiting(Message):
        """A worker waits for another program that holds the records."""

        def __init__(self, seconds: float) -> None:
            """Carry how long so far."""
            super().__init__()
            self.seconds = seconds

    def __init__(  # noqa: PLR0913 - what the app cannot know by itself
        self,
        *,
        library: "Library",
        database: str,
        person: str,
        language: str,
        clock: Callable[[], int],
        new_seed: Callable[[], int],
        new_id: Callable[[], str],
        cache: Path | None,
        team: str | None = None,
        first: "Scenario | str | None" = None,
        mode: Mode = Mode.PRACTICE,
        fresh: bool = False,
        journey: str | None = None,
        theme: str | None = None,
        preferences: Path | None = None,
        on_terminal: bool = False,
    ) -> None:
        """Build the app; nothing is opened yet.

        Args:
            library: the pack.
            database: the records, as an SQLAlchemy URL.
            person: who practises.
            language: ``ja`` or ``en``.
            clock: UTC in milliseconds.
            new_seed: seeds for attempts.
            new_id: ids for attempts.
            cache: where exact values are kept; None keeps none.
            team: of `person`; None where only one person has the name.
            first: a scenario to open straight away.
            mode: how `first` is played.
            fresh: whether its unfinished attempt is left behind.
            journey: the id of a journey to play on straight away.
            theme: a theme's name; an unknown one is night.
            preferences: where language and theme are remembered; None forgets them.
            on_terminal: use our driver, which stops and continues safely.
        """
        super().__init__(
            language=language, theme=theme, preferences=preferences, on_terminal=on_terminal
        )
        self.library = library
        self.person = person
        self.clock = clock
        self.cache = cache
        self.memory = Memory(database, person, clock, new_id, new_seed, self._tell_waiting, team)
        self._first = first
        self._mode = mode
        self._fresh = fresh
        self._journey = journey
        self._starting = False
        kept = Preferences() if preferences is None else Preferences.read(preferences)
        self.types_first = kept.types_first
        """Whether a line is typed before the choices of a drill are shown."""

    def get_default_screen(self) -> "Screen[None]":
        """Begin at home."""
        return HomeScreen()

    def on_mount(self) -> None:
        """Open the scenario or the journey that was asked for."""
        if self._first is not None:
            self.call_after_refresh(self._open_first, self._first)
        elif self._journey is not None:
            self.call_after_refresh(self.open_journeys, self._journey)

    def scenario(self, name: str) -> "Scenario":
        """Return a scenario of the pack, or the file that the dojo was opened with.

        Raises:
            ContentError: CT001 for an unknown id, CT002 for one with problems.
        """
        first = self._first
        if first is not None and not isinstance(first, str) and first.id == name:
            return first
        return self.library.scenario(name)

    def open_briefing(self, name: str, *, mode: Mode = Mode.PRACTICE, fresh: bool = False) -> None:
        """Show the briefing of a scenario, or why it cannot be shown."""
        from salesdojo.tui.screens.briefing import BriefingScreen

        try:
            scenario = self.scenario(name)
        except SalesdojoError as error:
            self.tell(error)
        else:
            self.push_screen(BriefingScreen(scenario, mode=mode, fresh=fresh))

    def start_talk(self, name: str, *, mode: Mode, fresh: bool) -> None:
        """Go on with the unfinished attempt, or begin one; the talk shows when it is ready."""
        if not self._starting:
            self._starting = True
            self._prepare_talk(name, mode, fresh)

    def open_journeys(self, first: str | None = None) -> None:
        """Show the journeys; the one whose id is `first` is played on at once."""
        from salesdojo.tui.screens.journeys import JourneysScreen

        self.push_screen(JourneysScreen(first))

    def show_talk(self, session: "Session") -> None:
        """Show an attempt that stands ready, such as a chapter of a journey."""
        if not self._starting:
            self._starting = True
            self._show_prepared(session)

    def switch_typing(self) -> None:
        """Change whether a line is typed before the choices of a drill are shown."""
        self.types_first = not self.types_first
        if self._preferences is not None:
            kept = Preferences.read(self._preferences)
            replace(kept, types_first=self.types_first).write(self._preferences)

    def tell(self, error: SalesdojoError) -> None:
        """Show an error over whatever is on the screen."""
        from salesdojo.tui.screens.message import MessageScreen

        self.push_screen(MessageScreen(error, self.language))

    def close_files(self) -> None:
        """Close the records if they were opened."""
        self.memory.close()

    def action_glossary(self) -> None:
        """Show the glossary, once."""
        from salesdojo.tui.glossary_opening import show_glossary

        show_glossary(self)

    def action_command_palette(self) -> None:
        """Show the palette."""
        from salesdojo.tui.commands import DojoPalette

        if not isinstance(self.screen, DojoPalette):
            self.push_screen(DojoPalette(self.language))

    @work(thread=True, exclusive=True, group="talk")
    def _prepare_talk(self, name: str, mode: Mode, fresh: bool) -> None:
        """Read, open and store; only messages leave this thread."""
        try:
            scenario = self.scenario(name)
            session = self.memory.begin(
                scenario, mode, self.language, cache=self.cache, fresh=fresh
            )
        except SalesdojoError as error:
            self.post_message(self.Failed(error))
        else:
            self._show_prepared(session)

    def _show_prepared(self, session: "Session") -> None:
        try:
            taught = frozenset(session.attempt.scenario.terms)
            terms = tuple(term for term in self.library.glossary if term.id in taught)
        except SalesdojoError as error:
            self.post_message(self.Failed(error))
        else:
            self.post_message(self.TalkReady(session, terms))

    @on(TalkReady)
    def _show_talk(self, ready: TalkReady) -> None:
        from salesdojo.tui.screens.talk import TalkScreen

        self._starting = False
        self.clear_notifications()  # they would lie on the choices
        self.push_screen(TalkScreen(ready.session, ready.terms))

    @on(Failed)
    def _show_failure(self, failed: Failed) -> None:
        self._starting = False
        self.tell(failed.error)

    @on(Waiting)
    def _show_waiting(self, waiting: Waiting) -> None:
        words = message("tui.app_waiting", self.language, seconds=round(waiting.seconds))
        self.clear_notifications()
        self.notify(words, severity="warning", markup=False)

    def _tell_waiting(self, seconds: float) -> None:
        self.post_message(self.Waiting(seconds))

    def _open_first(self, first: "Scenario | str") -> None:
        name = first if isinstance(first, str) else first.id
        self.open_briefing(name, mode=self._mode, fresh=self._fresh)
