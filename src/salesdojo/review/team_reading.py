"""The table of a team as the records tell it, and which teams there are."""

from typing import TYPE_CHECKING

from salesdojo.review.team_table import TeamTable, team_table

if TYPE_CHECKING:
    from salesdojo.content.library import Library
    from salesdojo.records.people.people import Team
    from salesdojo.records.store import Store
    from salesdojo.records.tallies.kept_summaries import OnStep


def read_team(
    store: "Store", team: str, library: "Library", now: int, on_step: "OnStep | None" = None
) -> TeamTable:
    """Return the table of `team`, '' for those of none, as of `now` (UTC milliseconds).

    Args:
        store: the records.
        team: exactly; of one that nobody is in the table is empty.
        library: the pack.
        now: the moment it tells of.
        on_step: told how many of how many people were told anew, which takes time.

    Raises:
        RecordsError: what keeps the records from being read.
    """
    members = store.summaries.of_team(team, now, on_step)
    return team_table(team, members, library.entries, library.pack, now)


def teams_to_choose(store: "Store", wanted: str | None) -> "tuple[str | None, tuple[Team, ...]]":
    """Return the team to tell of; None where one is to be chosen, and all that there are.

    Args:
        store: the records.
        wanted: the team named, and no other is looked at; None takes the only one there is, or
            that of none of nobody. Those in no team are left out unless one of them has finished
            something.

    Raises:
        ReviewError: RV031 nobody is, or ever was, in the team named.
        RecordsError: what keeps the records from being read.
    """
    if wanted is not None:
        if not store.people.any_in(wanted):
            raise store.people.nobody_in(wanted, "RV031")
        return wanted, ()
    teams = store.people.teams()
    if len(teams) > 1 and not store.people.any_practised(""):
        # Whoever only reviews or looks on is in no team, and makes it none to choose.
        teams = tuple(one for one in teams if one.name)
    if len(teams) > 1:
        return None, teams
    return (teams[0].name if teams else ""), teams
