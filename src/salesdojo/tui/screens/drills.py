"""The drills: single decisions against the clock, by the criterion they train."""

from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList

from salesdojo.content.drill_groups import drill_groups
from salesdojo.errors import SalesdojoError
from salesdojo.i18n import message
from salesdojo.tui.memory import Picture
from salesdojo.tui.widgets.drill_list import DrillList
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from salesdojo.tui.app import DojoApp

_KEYS: Final = (
    Key("Enter", "drills.key_open", "screen.open"),
    Key("Esc", "tui.app_key_back", "screen.back"),
    Key("L", "tui.app_key_language", "app.switch_language"),
    Key("G", "tui.app_key_glossary", "app.glossary"),
)


class DrillsScreen(Screen[None]):
    """Criteria, and the drills of one of them."""

    CSS_PATH = "drills.tcss"
    AUTO_FOCUS = "#drills"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,left", "back", show=False)]

    class Looked(Message):
        """A worker has looked up how the person stands."""

        def __init__(self, picture: Picture) -> None:
            """Carry the picture."""
            super().__init__()
            self.picture = picture

    @property
    def _dojo(self) -> "DojoApp":
        return cast("DojoApp", self.app)

    def compose(self) -> ComposeResult:
        """Lay out title, list and keys."""
        dojo = self._dojo
        yield TitleLine()
        yield Prose("", id="drills-note")
        yield DrillList(drill_groups(dojo.library.entries), dojo.language)
        yield KeyBar(_KEYS, dojo.language)

    def on_mount(self) -> None:
        """Say what is known without the records."""
        self._say()

    def on_screen_resume(self) -> None:
        """Look the figures up, at first and whenever a drill was left."""
        self._look()

    def retranslate(self) -> None:
        """Say everything in the app's language."""
        language = self._dojo.language
        self.query_one(DrillList).retranslate(language)
        self.query_one(KeyBar).retranslate(language)
        self._say()

    def choose(self, drill: str) -> None:
        """Highlight a drill."""
        self.query_one(DrillList).choose(drill)

    def action_open(self) -> None:
        """Unfold the criterion highlighted, or open the briefing of the drill."""
        chosen = self.query_one(DrillList).chosen
        if chosen is not None:
            self._open(chosen)

    def action_back(self) -> None:
        """Go back to the first screen."""
        self.dismiss(None)

    @on(OptionList.OptionSelected)
    def _open_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id is not None:
            self._open(event.option_id)

    def _open(self, row: str) -> None:
        if not self.query_one(DrillList).unfold(row):
            self._dojo.open_briefing(row)

    @work(thread=True, exclusive=True, group="records")
    def _look(self) -> None:
        """Ask the records; only messages leave this thread."""
        try:
            picture = self._dojo.memory.picture(self._dojo.library, self._dojo.cache)
        except SalesdojoError:
            # The first screen has told of it, and starting a drill tells of it again.
            return
        self.post_message(self.Looked(picture))

    @on(Looked)
    def _show_picture(self, event: Looked) -> None:
        self.query_one(DrillList).show_standings(event.picture.standings)

    def _say(self) -> None:
        language = self._dojo.language
        self.query_one(TitleLine).show(message("drills.title", language), "")
        self.query_one("#drills-note", Prose).set_text(message("drills.note", language))
