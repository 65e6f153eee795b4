"""The journeys: accounts played from the first talk to the last, taken up where they were left."""

from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList

from salesdojo.errors import SalesdojoError
from salesdojo.i18n import message
from salesdojo.tui.widgets.journey_list import JourneyList
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdojo.content.catalogue import Journey
    from salesdojo.records.journey_places import JourneyPlace
    from salesdojo.records.journey_session import JourneySession
    from salesdojo.tui.app import DojoApp

_KEYS: Final = (
    Key("Enter", "journey.key_play", "screen.open"),
    Key("S", "journey.key_story", "screen.story"),
    Key("Esc", "tui.app_key_back", "screen.back"),
    Key("L", "tui.app_key_language", "app.switch_language"),
    Key("G", "tui.app_key_glossary", "app.glossary"),
)


class JourneysScreen(Screen[None]):
    """Every journey of the pack, and how far the person is in it."""

    CSS_PATH = "journeys.tcss"
    AUTO_FOCUS = "#journeys"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "story", show=False),
        Binding("escape,q,left", "back", show=False),
    ]

    class Looked(Message):
        """A worker has looked up how far the person is."""

        def __init__(self, places: "Mapping[str, JourneyPlace]") -> None:
            """Carry the places by journey."""
            super().__init__()
            self.places = places

    class Ready(Message):
        """A journey stands at its next chapter, or is over."""

        def __init__(self, journey: "JourneySession") -> None:
            """Carry it."""
            super().__init__()
            self.journey = journey

    class Told(Message):
        """A worker has found how a journey stands, or that it was never begun."""

        def __init__(self, journey: "JourneySession | None") -> None:
            """Carry it."""
            super().__init__()
            self.journey = journey

    class Failed(Message):
        """A journey could not be taken up."""

        def __init__(self, error: SalesdojoError) -> None:
            """Carry the reason."""
            super().__init__()
            self.error = error

    def __init__(self, first: str | None = None) -> None:
        """Show the journeys of the app's library; `first` is played on at once."""
        super().__init__()
        self._playing = first
        self._begins_at_once = first is not None
        self._run: str | None = None
        """The id under which the journey played last is stored."""
        self._asked = False
        """A worker is at it: another key asks for nothing."""
        self._untold = False
        """A story was asked for where there is none yet."""

    @property
    def _dojo(self) -> "DojoApp":
        return cast("DojoApp", self.app)

    @property
    def _journeys(self) -> "tuple[Journey, ...]":
        return self._dojo.library.pack.journeys

    def compose(self) -> ComposeResult:
        """Lay out title, list and keys."""
        yield TitleLine()
        yield Prose("", id="journeys-note")
        yield JourneyList(self._journeys, self._dojo.language)
        yield KeyBar(_KEYS, self._dojo.language)

    def on_mount(self) -> None:
        """Say what is known without the records."""
        self._say()
        if self._playing is not None:
            self.query_one(JourneyList).choose(self._playing)
        if self._begins_at_once:
            self.go_on()

    def on_screen_resume(self) -> None:
        """Look up how far the person is, at first and whenever a talk was left."""
        if self._untold:
            self._untold = False
            self._say()
        self._look()

    def retranslate(self) -> None:
        """Say everything in the app's language."""
        language = self._dojo.language
        self.query_one(JourneyList).retranslate(language)
        self.query_one(KeyBar).retranslate(language)
        self._say()

    def go_on(self) -> None:
        """Go on with the journey that was played last: its next chapter, or its story."""
        journey = self._named(self._playing)
        if journey is not None and not self._asked:
            self._asked = True
            self._take_up(journey, self._run)

    def action_open(self) -> None:
        """Play the journey highlighted."""
        self._run = None
        self._playing = self.query_one(JourneyList).chosen
        self.go_on()

    def action_story(self) -> None:
        """Tell what became of the deal highlighted so far."""
        journey = self._named(self.query_one(JourneyList).chosen)
        if journey is not None and not self._asked:
            self._asked = True
            self._find(journey)

    def action_back(self) -> None:
        """Go back to the first screen."""
        self.dismiss(None)

    def _named(self, name: str | None) -> "Journey | None":
        return next((one for one in self._journeys if one.id == name), None)

    @on(OptionList.OptionSelected)
    def _open_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_open()

    @work(thread=True, group="journey")
    def _take_up(self, journey: "Journey", run: str | None) -> None:
        dojo = self._dojo
        try:
            taken = dojo.memory.journey(journey, dojo.library, dojo.language, dojo.cache, run)
        except SalesdojoError as error:
            self.post_message(self.Failed(error))
        else:
            self.post_message(self.Ready(taken))

    @work(thread=True, group="journey")
    def _find(self, journey: "Journey") -> None:
        dojo = self._dojo
        try:
            found = dojo.memory.journey_so_far(journey, dojo.library, dojo.language, dojo.cache)
        except SalesdojoError as error:
            self.post_message(self.Failed(error))
        else:
            self.post_message(self.Told(found))

    @work(thread=True, exclusive=True, group="records")
    def _look(self) -> None:
        """Ask the records; only messages leave this thread."""
        try:
            places = self._dojo.memory.journey_places(self._dojo.library)
        except SalesdojoError:
            # The first screen has told of it, and playing on tells of it again.
            return
        self.post_message(self.Looked(places))

    @on(Looked)
    def _show_places(self, event: Looked) -> None:
        self.query_one(JourneyList).show_places(event.places)

    @on(Ready)
    def _play(self, event: Ready) -> None:
        self._asked = False
        self._run = event.journey.record.id
        session = event.journey.session
        if session is None:
            self._tell(event.journey)
        elif session.saved:
            self._dojo.show_talk(session)
        else:
            from salesdojo.tui.screens.briefing import BriefingScreen

            scenario, mode = session.attempt.scenario, session.record.mode
            self.app.push_screen(BriefingScreen(scenario, mode=mode, talk=session))

    @on(Told)
    def _show_story(self, event: Told) -> None:
        self._asked = False
        self._untold = event.journey is None
        self._say()
        if event.journey is not None:
            self._tell(event.journey)

    @on(Failed)
    def _show_failure(self, event: Failed) -> None:
        self._asked = False
        self._dojo.tell(event.error)

    def _tell(self, journey: "JourneySession") -> None:
        from salesdojo.tui.screens.story import StoryScreen

        self.app.push_screen(StoryScreen(journey.story(), journey.journey))

    def _say(self) -> None:
        language = self._dojo.language
        self.query_one(TitleLine).show(message("journey.title", language), "")
        note = "journey.no_story" if self._untold else "journey.note"
        self.query_one("#journeys-note", Prose).set_text(message(note, language))
