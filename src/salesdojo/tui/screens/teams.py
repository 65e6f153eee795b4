"""Which team: a list to choose from, where there are several."""

from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from salesdojo.i18n import message
from salesdojo.tui.screens.listing import ListingScreen
from salesdojo.tui.usual_keys import BACK, LANGUAGE
from salesdojo.tui.widgets.figure_rows import PagedRows
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.title_line import TitleLine
from salesdojo.tui.widths import pad

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from salesdojo.records.people.people import Team
    from salesdojo.tui.widgets.figure_rows import Row

_KEYS: Final = (
    Key("Enter", "team.key_open", "screen.open"),
    BACK,
    LANGUAGE,
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
        yield PagedRows(id="teams")
        yield KeyBar(_KEYS, self.dojo.language)

    def action_open(self) -> None:
        """Leave with the team highlighted."""
        place = self.query_one(PagedRows).highlighted
        if place is not None:
            self.dismiss(self._teams[place].name)

    def say(self) -> None:
        """Say everything in the app's language."""
        language = self.dojo.language
        self.query_one(TitleLine).show(message("team.teams_title", language), "")
        self.query_one("#teams-note", Prose).set_text(message("team.teams_note", language))
        self.query_one(PagedRows).show(lambda _: self._rows(language))

    def _rows(self, language: str) -> "Iterator[Row]":
        for place, team in enumerate(self._teams):
            yield str(place), self._row(team, language)

    def _row(self, team: "Team", language: str) -> Content:
        name = team.name or message("team.no_team", language)
        people = message("team.teams_row", language, people=team.people)
        return Content(f"{pad(name, _NAME)}  {people}")
