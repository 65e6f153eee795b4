"""`salesdojo history`: one person's finished attempts, the newest first, with their ids."""

import argparse
from typing import TYPE_CHECKING, Final

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.printing import figure, number, out, out_json, table
from salesdojo.cli.surroundings import surroundings
from salesdojo.i18n import message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdojo.content.text import Text
    from salesdojo.records.history import Past

_SHORT: Final = 12
"""Signs of an id that are printed: enough to name it."""


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what `history` takes."""
    parser.add_argument(
        "scenario",
        nargs="?",
        metavar="SCENARIO",
        help=message("history.option_scenario", language),
    )
    parser.add_argument(
        "--before", type=int, metavar="NUMBER", help=message("history.option_before", language)
    )
    parser.add_argument("--json", action="store_true", help=message("cli.json", language))


def run(wish: Arguments) -> int:
    """Print a page of attempts."""
    from salesdojo.records.history import HistoryPage

    here = surroundings(wish)
    page = here.remembered(
        lambda store, person: store.history.page(person, scenario=wish.scenario, before=wish.before)
    ) or HistoryPage((), None)
    if wish.json:
        out_json({"attempts": [_as_json(one) for one in page.attempts], "older": page.older})
        return 0
    if not page.attempts:
        name = "history.none" if wish.scenario is None else "history.none_of"
        out(message(name, here.language, person=here.name, scenario=wish.scenario or ""))
        return 0
    titles = {entry.id: entry.title for entry in here.library.entries}
    head = tuple(message("history.head", here.language).split("|"))
    out(table([head, *(_row(one, titles, here.language) for one in page.attempts)]))
    out()
    if page.older is not None:
        out(message("history.older", here.language, number=page.older))
    out(message("history.compare_hint", here.language))
    return 0


def _row(past: "Past", titles: "Mapping[str, Text]", language: str) -> tuple[str, ...]:
    from salesdojo.records import history_saying as say

    return (
        past.attempt[:_SHORT],
        say.moment(past.at, language),
        say.title(past.scenario, titles, language),
        say.how(past, language),
        figure(past.quality),
        say.verdict(past, language),
        say.ending(past, language),
        say.marks(past, language),
    )


def _as_json(past: "Past") -> dict[str, object]:
    return {
        "attempt": past.attempt,
        "scenario": past.scenario,
        "finished_at": past.at,
        "mode": past.mode.value,
        "fork_of": past.fork and past.fork.of,
        "fork_turn": past.fork and past.fork.turn,
        "journey": past.journey,
        "chapter": past.chapter,
        "quality": number(past.quality),
        "passed": past.passed,
        "outcome": past.outcome,
        "marks": sorted(past.marks),
    }
