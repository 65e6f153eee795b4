"""`salesdojo people`: who there is, all that is known of one, and erasure."""

import argparse
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.printing import out, out_json, table
from salesdojo.cli.surroundings import Surroundings, surroundings
from salesdojo.errors import RecordsError
from salesdojo.i18n import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from salesdojo.records.model import Person
    from salesdojo.records.people.people import Listed
    from salesdojo.records.store import Store

ACTIONS: Final = ("list", "add", "export", "erase")


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what `people` takes."""
    parser.add_argument(
        "action",
        nargs="?",
        choices=ACTIONS,
        default="list",
        help=message("people.action", language),
    )
    parser.add_argument("whom", nargs="?", metavar="NAME", help=message("people.whom", language))
    parser.add_argument("--output", metavar="FILE", help=message("people.output", language))
    parser.add_argument("--yes", action="store_true", help=message("people.yes", language))
    parser.add_argument("--json", action="store_true", help=message("cli.json", language))


def run(wish: Arguments) -> int:
    """Do one of them."""
    here = surroundings(wish)
    if wish.action == "list":
        return _list(here, wish.team, as_json=wish.json)
    if wish.whom is None:
        from salesdojo.cli.parsing import lacking

        raise lacking("salesdojo people", "NAME")
    match wish.action:
        case "add":
            return _add(here, wish.whom)
        case "export":
            from salesdojo.cli.person_exporting import export

            return export(here, wish.whom, wish.output)
        case _:
            from salesdojo.cli.person_erasing import erase

            return erase(here, wish.whom, sure=wish.yes)


def _list(here: Surroundings, team: str | None, *, as_json: bool) -> int:
    people = _listed(here, team)
    if as_json:
        out_json([_as_json(one) for one in people])
        return 0
    if not people:
        out(_nobody(here, team))
        return 0
    from salesdojo.records.days import local_day

    rows = [
        (
            one.person.name,
            one.person.team or "-",
            str(one.attempts),
            "-" if one.last is None else local_day(one.last).isoformat(),
        )
        for one in people
    ]
    out(table([tuple(message("people.head", here.language).split("|")), *rows]))
    return 0


def _nobody(here: Surroundings, team: str | None) -> str:
    with here.open_records() as store:
        if store is None or team is None:
            return message("people.none", here.language)
        error = store.people.nobody_in(team, "RV003")
    return message("people.none_in", here.language, **error.values)


def _listed(here: Surroundings, team: str | None) -> "tuple[Listed, ...]":
    """Return everyone, or everyone of the team asked for; without records nothing is made."""
    from salesdojo.records.names import valid_team

    if team is not None:
        valid_team(team)
    if not here.has_records:
        return ()
    from salesdojo.records.store import Store

    try:
        with Store.open(here.database, on_wait=here.on_wait, make=False) as store:
            return store.people.listed(team)
    except RecordsError as error:
        if error.code == "DB027":  # a file with nothing in it yet
            return ()
        raise


def _as_json(one: "Listed") -> dict[str, object]:
    from salesdojo.records.people.person_export import iso_time

    return {
        "name": one.person.name,
        "team": one.person.team,
        "attempts": one.attempts,
        "last": None if one.last is None else iso_time(one.last),
    }


def _add(here: Surroundings, name: str) -> int:
    from salesdojo.records.names import valid_name, valid_team

    wanted, team = valid_name(name), valid_team(here.team or "")
    person = here.store.people.add(wanted, team)
    form = "added_to" if person.team else "added"
    out(message(f"people.{form}", here.language, name=person.name, team=person.team))
    return 0


@contextmanager
def known_in(here: Surroundings, name: str) -> "Iterator[tuple[Store, Person]]":
    """Give the records, and who is called `name` in them; nothing is made.

    Raises:
        UsageError: US102 several people are, US103 nobody is.
        RecordsError: DB027 there are no records, or what keeps them from being read.
    """
    from salesdojo.records.store import Store

    with Store.open(here.database, on_wait=here.on_wait, make=False) as store:
        person = store.known_person(name, here.team)
        if person is None:
            raise store.people.nobody_called(name)
        yield store, person
