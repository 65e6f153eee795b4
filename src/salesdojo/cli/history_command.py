"""`salesdojo history`: one person's finished attempts, the newest first, with their ids."""

import argparse
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.printing import figure, number, out, out_json, table
from salesdojo.cli.surroundings import surroundings
from salesdojo.i18n import message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdojo.cli.surroundings import Surroundings
    from salesdojo.content.text import Text
    from salesdojo.records.history.history import HistoryPage, Past
    from salesdojo.records.model import Person
    from salesdojo.records.store import Store

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


@dataclass(frozen=True, slots=True)
class _Told:
    """A page, and of each attempt on it whether it is stale; None where it cannot be told."""

    page: "HistoryPage"
    stale: "Mapping[str, bool | None]"


def run(wish: Arguments) -> int:
    """Print a page of attempts."""
    here = surroundings(wish)
    told = _told(here, wish)
    page = told.page
    if wish.json:
        attempts = [_as_json(one, stale=told.stale[one.attempt]) for one in page.attempts]
        out_json({"attempts": attempts, "older": page.older})
        return 0
    if not page.attempts:
        name = "history.none" if wish.scenario is None else "history.none_of"
        out(message(name, here.language, person=here.name, scenario=wish.scenario or ""))
        here.say_unknown()
        return 0
    titles = here.library.titles
    head = tuple(message("history.head", here.language).split("|"))
    out(table([head, *(_row(one, told, titles, here.language) for one in page.attempts)]))
    out()
    stale = next((one.scenario for one in page.attempts if told.stale[one.attempt]), None)
    if stale is not None:
        out(message("history.stale", here.language, scenario=stale))
    if page.older is not None:
        out(message("history.older", here.language, number=page.older))
    out(message("history.compare_hint", here.language))
    return 0


def _told(here: "Surroundings", wish: Arguments) -> _Told:
    from salesdojo.records.auditing.staleness import staleness
    from salesdojo.records.history.history import HistoryPage

    def read(store: "Store", person: "Person") -> _Told:
        page = store.history.page(person, scenario=wish.scenario, before=wish.before)
        return _Told(page, staleness(store, here.library).among(page.attempts))

    return here.remembered(read) or _Told(HistoryPage((), None), {})


def _row(past: "Past", told: _Told, titles: "Mapping[str, Text]", language: str) -> tuple[str, ...]:
    from salesdojo.records.history import history_saying as say

    return (
        past.attempt[:_SHORT],
        say.moment(past.at, language),
        say.title(past.scenario, titles, language),
        say.how(past, language),
        figure(past.quality),
        say.verdict(past, language),
        say.ending(past, language),
        say.marks(past, language),
        message("history.mark_stale", language) if told.stale[past.attempt] else "",
    )


def _as_json(past: "Past", *, stale: bool | None) -> dict[str, object]:
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
        "stale": stale,
    }
