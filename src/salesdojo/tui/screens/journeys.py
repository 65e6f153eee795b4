"""The journeys: accounts played from the first talk to the last, taken up where they were left."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from salesdojo.errors import SalesdojoError
from salesdojo.i18n import message
from salesdojo.tui.screens.asking import Answers
from salesdojo.tui.screens.listing import ListingScreen
from salesdojo.tui.screens.looking import LookingScreen
from salesdojo.tui.usual_keys import BACK, GLOSSARY, LANGUAGE
from salesdojo.tui.widgets.journey_list import JourneyList
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdojo.content.catalogue import Journey
    from salesdojo.records.journeys.journey_places import JourneyPlace
    from salesdojo.records.journeys.journey_session import JourneySession

_KEYS: Final = (
    Key("Enter", "journey.key_play", "screen.open"),
    Key("S", "journey.key_story", "screen.story"),
    BACK,
    LANGUAGE,
    GLOSSARY,
)


class JourneysScreen(LookingScreen, ListingScreen[None]):
    """Every journey of the pack, and how far the person is in it."""

    CSS_PATH = "journeys.tcss"
    AUTO_FOCUS = "#journeys"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "story", show=False),
        Binding("escape,q,left", "back", show=False),
    ]

    def __init__(self, first: str | None = None) -> None:
        """Show the journeys of the app's library; `first` is played on at once."""
        super().__init__()
        self._playing = first
        self._begins_at_once = first is not None
        self._run: str | None = None
        """The id under which the journey played last is stored."""
        self._untold = False
        """A story was asked for where there is none yet."""

    @property
    def _journeys(self) -> "tuple[Journey, ...]":
        return self.dojo.library.pack.journeys

    def compose(self) -> ComposeResult:
        """Lay out title, list and keys."""
        yield TitleLine()
        yield Prose("", id="journeys-note")
        yield JourneyList(self._journeys, self.dojo.language)
        yield KeyBar(_KEYS, self.dojo.language)

    def on_mount(self) -> None:
        """Highlight the journey that is played, and begin it where that was asked for."""
        if self._playing is not None:
            self.query_one(JourneyList).choose(self._playing)
        if self._begins_at_once:
            self.go_on()

    def on_screen_resume(self) -> None:
        """Say no longer that there is no story yet."""
        if self._untold:
            self._untold = False
            self.say()

    def answers(self) -> Answers:
        """Ask how far the person is."""
        try:
            places = self.dojo.memory.journey_places(self.dojo.library)
        except SalesdojoError:
            # The first screen has told of it, and playing on tells of it again.
            return
        yield partial(self._show_places, places)

    def go_on(self) -> None:
        """Go on with the journey that was played last: its next chapter, or its story."""
        journey = self._named(self._playing)
        if journey is not None:
            self.ask(self._taken_up(journey, self._run))

    def action_open(self) -> None:
        """Play the journey highlighted."""
        self._run = None
        self._playing = self.query_one(JourneyList).chosen
        self.go_on()

    def action_story(self) -> None:
        """Tell what became of the deal highlighted so far."""
        journey = self._named(self.query_one(JourneyList).chosen)
        if journey is not None:
            self.ask(self._so_far(journey))

    def _named(self, name: str | None) -> "Journey | None":
        return next((one for one in self._journeys if one.id == name), None)

    def _taken_up(self, journey: "Journey", run: str | None) -> Answers:
        dojo = self.dojo
        taken = dojo.memory.journey(journey, dojo.library, dojo.language, dojo.cache, run)
        yield partial(self._play, taken)

    def _so_far(self, journey: "Journey") -> Answers:
        dojo = self.dojo
        found = dojo.memory.journey_so_far(journey, dojo.library, dojo.language, dojo.cache)
        yield partial(self._show_story, found)

    def _show_places(self, places: "Mapping[str, JourneyPlace]") -> None:
        self.query_one(JourneyList).show_places(places)

    def _play(self, journey: "JourneySession") -> None:
        self._run = journey.record.id
        session = journey.session
        if session is None:
            self._tell(journey)
        elif session.saved:
            self.dojo.show_talk(session)
        else:
            from salesdojo.tui.screens.briefing import BriefingScreen

            scenario, mode = session.attempt.scenario, session.record.mode
            chapter = (journey.chapter, len(journey.journey.scenarios))
            self.app.push_screen(BriefingScreen(scenario, mode=mode, talk=session, chapter=chapter))

    def _show_story(self, journey: "JourneySession | None") -> None:
        self._untold = journey is None
        self.say()
        if journey is not None:
            self._tell(journey)

    def _tell(self, journey: "JourneySession") -> None:
        from salesdojo.tui.screens.story import StoryScreen

        self.app.push_screen(StoryScreen(journey.story(), journey.journey))

    def say(self) -> None:
        """Say title and note."""
        language = self.dojo.language
        self.query_one(TitleLine).show(message("journey.title", language), "")
        note = "journey.no_story" if self._untold else "journey.note"
        self.query_one("#journeys-note", Prose).set_text(message(note, language))
