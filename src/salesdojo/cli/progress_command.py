"""`salesdojo progress`: how one person stands at each scenario."""

import argparse

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.printing import figure, number, out, out_json, table
from salesdojo.cli.surroundings import surroundings
from salesdojo.i18n import message
from salesdojo.records.model import Standing
from salesdojo.records.next_up import next_up


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what `progress` takes."""
    parser.add_argument("--json", action="store_true", help=message("cli.json", language))


def run(wish: Arguments) -> int:
    """Print the table."""
    here = surroundings(wish)
    standings = here.standings()
    entries = [entry for entry in here.library.entries if entry.id in standings]
    if wish.json:
        out_json([{"id": entry.id, **_as_json(standings[entry.id])} for entry in entries])
        return 0
    if not entries:
        out(message("cli.progress_none", here.language, person=here.name))
    else:
        head = message("cli.progress_head", here.language).split("|")
        rows = [
            (
                entry.title.spoken(here.language),
                figure(standings[entry.id].first),
                figure(standings[entry.id].best),
                figure(standings[entry.id].latest),
                str(standings[entry.id].attempts),
                message(_state(standings[entry.id]), here.language),
            )
            for entry in entries
        ]
        out(table([tuple(head), *rows]))
    following = next_up(here.library, standings)
    if following is not None:
        out()
        out(message("cli.progress_next", here.language, scenario=following.scenario))
    return 0


def _state(standing: Standing) -> str:
    if standing.unfinished:
        return "cli.progress_unfinished"
    return "cli.progress_passed" if standing.passed else "cli.progress_not_yet"


def _as_json(standing: Standing) -> dict[str, object]:
    def quality(value: float | None) -> float | None:
        return None if value is None else number(value)

    return {
        "first": quality(standing.first),
        "best": quality(standing.best),
        "latest": quality(standing.latest),
        "attempts": standing.attempts,
        "passed": standing.passed,
        "unfinished": standing.unfinished,
    }
