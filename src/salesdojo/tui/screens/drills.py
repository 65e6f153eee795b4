"""The drills: single decisions against the clock, by the criterion they train."""

from functools import partial
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from salesdojo.content.drill_groups import drill_groups
from salesdojo.errors import SalesdojoError
from salesdojo.i18n import message
from salesdojo.tui.memory import Picture
from salesdojo.tui.screens.asking import Answers
from salesdojo.tui.screens.listing import ListingScreen
from salesdojo.tui.screens.looking import LookingScreen
from salesdojo.tui.usual_keys import BACK, GLOSSARY, LANGUAGE
from salesdojo.tui.widgets.drill_list import DrillList
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.title_line import TitleLine

_KEYS: Final = (
    Key("Enter", "drills.key_open", "screen.open"),
    BACK,
    LANGUAGE,
    GLOSSARY,
)


class DrillsScreen(LookingScreen, ListingScreen[None]):
    """Criteria, and the drills of one of them."""

    CSS_PATH = "drills.tcss"
    AUTO_FOCUS = "#drills"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,left", "back", show=False)]

    def compose(self) -> ComposeResult:
        """Lay out title, list and keys."""
        dojo = self.dojo
        yield TitleLine()
        yield Prose("", id="drills-note")
        yield DrillList(drill_groups(dojo.library.entries), dojo.language)
        yield KeyBar(_KEYS, dojo.language)

    def answers(self) -> Answers:
        """Ask how the person stands in each drill."""
        try:
            picture = self.dojo.memory.picture(self.dojo.library, self.dojo.cache)
        except SalesdojoError:
            # The first screen has told of it, and starting a drill tells of it again.
            return
        yield partial(self._show_picture, picture)

    def choose(self, drill: str) -> None:
        """Highlight a drill."""
        self.query_one(DrillList).choose(drill)

    def action_open(self) -> None:
        """Unfold the criterion highlighted, or open the briefing of the drill."""
        chosen = self.query_one(DrillList).chosen
        if chosen is not None:
            self._open(chosen)

    def _open(self, row: str) -> None:
        if not self.query_one(DrillList).unfold(row):
            self.dojo.open_briefing(row)

    def _show_picture(self, picture: Picture) -> None:
        self.query_one(DrillList).show_standings(picture.standings)

    def say(self) -> None:
        """Say title and note."""
        language = self.dojo.language
        self.query_one(TitleLine).show(message("drills.title", language), "")
        self.query_one("#drills-note", Prose).set_text(message("drills.note", language))
