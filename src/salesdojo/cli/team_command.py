"""`salesdojo team`: the manager's table of a team, as lines, CSV or JSON, or on the screen."""

import argparse
from typing import TYPE_CHECKING

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.printing import out, out_json, table
from salesdojo.cli.surroundings import Surroundings, surroundings
from salesdojo.errors import ReviewError
from salesdojo.i18n import message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdojo.records.people.people import Team
    from salesdojo.review.team_table import TeamTable


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what `team` takes."""
    parser.add_argument("--csv", action="store_true", help=message("team.option_csv", language))
    parser.add_argument("--bom", action="store_true", help=message("team.option_bom", language))
    parser.add_argument("--json", action="store_true", help=message("cli.json", language))
    parser.add_argument(
        "--screen", action="store_true", help=message("team.option_screen", language)
    )


def run(wish: Arguments) -> int:
    """Print the table of a team; of several, where none is named, which there are."""
    here = surroundings(wish)
    if wish.screen:
        from salesdojo.cli.dojo import open_team

        return open_team(here, language_asked=wish.language_asked)
    for_programs = wish.csv or wish.bom or wish.json
    found = _read(here, must_choose=for_programs)
    if isinstance(found, tuple):
        _list(found, here.language)
        return 0
    if wish.json:
        from salesdojo.review.team_json import team_json

        out_json(team_json(found))
    elif for_programs:
        from salesdojo.cli.csv_printing import put_csv
        from salesdojo.review.team_rows import team_rows

        put_csv(team_rows(found, here.language), bom=wish.bom)
    elif not found.rows and not found.erased:
        out(message("team.nobody", here.language))
    else:
        from salesdojo.cli.team_lines import print_team

        print_team(found, here.language)
    return 0


def _read(here: Surroundings, *, must_choose: bool) -> "TeamTable | tuple[Team, ...]":
    """Return the table, or which teams there are.

    Raises:
        ReviewError: RV030 there are several, and one of them `must_choose`; RV031 nobody is in
            the team named.
    """
    from salesdojo.cli.team_progress import anew_shown
    from salesdojo.records.names import valid_team
    from salesdojo.review.team_reading import read_team, teams_to_choose
    from salesdojo.review.team_table import team_table

    wanted = None if here.team is None else valid_team(here.team)
    with here.open_records() as store:
        if store is None:
            if wanted is not None:
                raise ReviewError("RV031", team=wanted or "''", nearest="-")
            return team_table("", (), here.library.entries, here.library.pack, here.clock())
        team, several = teams_to_choose(store, wanted)
        if team is None:
            if must_choose:
                raise _several(several)
            return several
        with anew_shown(here.language) as on_step:
            return read_team(store, team, here.library, here.clock(), on_step)


def _several(teams: "Sequence[Team]") -> ReviewError:
    from salesdojo.records.people.people import shown

    return ReviewError("RV030", teams=shown([one.name for one in teams]))


def _list(teams: "Sequence[Team]", language: str) -> None:
    head = tuple(message("team.teams_head", language).split("|"))
    rows = [(one.name or message("team.no_team", language), str(one.people)) for one in teams]
    out(table([head, *rows]))
    out()
    out(message("team.teams_hint", language))
