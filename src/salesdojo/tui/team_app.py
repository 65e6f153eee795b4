"""The dojo as a manager opens it: at a team, without becoming one of the people in the records."""

from typing import TYPE_CHECKING

from salesdojo.tui.app import SHARED_STYLES, DojoApp
from salesdojo.tui.screens.team import TeamScreen

if TYPE_CHECKING:
    from textual.screen import Screen


class TeamApp(DojoApp):
    """A dojo that begins at a team instead of at home."""

    # A first screen's own styles are not read in time.
    CSS_PATH = [  # noqa: RUF012 - as Textual declares it
        SHARED_STYLES,
        "screens/team.tcss",
    ]

    def get_default_screen(self) -> "Screen[None]":
        """Begin at the team asked for."""
        return TeamScreen(self.memory.team)
