"""The report about a team: which one is chosen, and how far it is."""

from typing import TYPE_CHECKING

from salesdojo.errors import ReviewError

if TYPE_CHECKING:
    from salesdojo.cli.surroundings import Surroundings
    from salesdojo.records.store import Store
    from salesdojo.review.reporting.parts import Report


def report_of_team(store: "Store", here: "Surroundings") -> "Report":
    """Return the report about the team asked for, or the only one there is.

    Raises:
        ReviewError: RV030 there are several and none is named, RV031 nobody is in it.
        UsageError: US101 no team can have that name.
    """
    from salesdojo.cli.team_progress import anew_shown
    from salesdojo.records.names import valid_team
    from salesdojo.records.people.people import shown
    from salesdojo.review.reporting.team_report import team_report
    from salesdojo.review.team_reading import read_team, teams_to_choose

    wanted = None if here.team is None else valid_team(here.team)
    team, several = teams_to_choose(store, wanted)
    if team is None:
        raise ReviewError("RV030", teams=shown([one.name for one in several]))
    with anew_shown(here.language) as on_step:
        table = read_team(store, team, here.library, here.clock(), on_step)
    return team_report(table, store.recent.last_in_team(team), here.language)
