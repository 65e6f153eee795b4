"""Which team: a list to choose from, where there are several."""

from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from salesdojo.i18n import message
from salesdojo.tui.screens.listing import ListingScreen
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.title_line import TitleLine
from salesdojo.tui.widths import pad

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdojo.records.people import Team

_KEYS: Final = (
    Key("Enter", "team.key_open", "screen.open"),
    Key("Esc", "tui.app_key_back", "screen.back"),
    Key("L", "tui.app_key_language", "app.switch_language"),
)
_NAME: Final = 40


class TeamsScreen(ListingScreen[str | None]):
    """The teams; left with the name of one, or with None."""

    CSS_PATH = "team.tcss"
    AUTO_FOCUS = "#teams"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,left", "back", show=False)]

    def __init__(self, teams: "Sequence[Team]") -> None:
        """List `teams`."""
        super().__init__()
        self._teams = teams

    def compose(self) -> ComposeResult:
        """Lay out title, note, list and keys."""
        yield TitleLine()
        yield Prose("", id="teams-note")
        yield OptionList(id="teams", markup=False, compact=True)
        yield KeyBar(_KEYS, self.dojo.language)

    def action_open(self) -> None:
        """Leave with the team highlighted."""
        place = self.query_one(OptionList).highlighted
        if place is not None:
            self.dismiss(self._teams[place].name)

    def say(self) -> None:
        """Say everything in the app's language."""
        language = self.dojo.language
        self.query_one(TitleLine).show(message("team.teams_title", language), "")
        self.query_one("#teams-note", Prose).set_text(message("team.teams_note", language))
        listed = self.query_one(OptionList)
        place = listed.highlighted
        listed.set_options(Option(self._row(one, language)) for one in self._teams)
        listed.highlighted = place or 0

    def _row(self, team: "Team", language: str) -> Content:
        name = team.name or message("team.no_team", language)
        people = message("team.teams_row", language, people=team.people)
        return Content(f"{pad(name, _NAME)}  {people}")
