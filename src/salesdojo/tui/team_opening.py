"""Opening the team's screen, once."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from salesdojo.tui.app import DojoApp


def show_team(dojo: "DojoApp") -> None:
    """Show the team of the app's person, else the only one; of several one is chosen."""
    from salesdojo.tui.screens.team import TeamScreen

    if not isinstance(dojo.screen, TeamScreen):
        dojo.push_screen(TeamScreen(dojo.memory.team))
