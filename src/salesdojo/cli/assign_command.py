"""`salesdojo assign`: what is assigned to whom, set one by one or from a file, and withdrawn."""

import argparse
from typing import TYPE_CHECKING, Final

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.printing import out, say_error
from salesdojo.cli.surroundings import Surroundings, surroundings
from salesdojo.errors import UsageError
from salesdojo.i18n import message

if TYPE_CHECKING:
    from salesdojo.records.assignments.assignment import Assignment
    from salesdojo.records.model import Person

ACTIONS: Final = ("list", "set", "withdraw")
_COMMAND: Final = "salesdojo assign"
_OF_SET: Final = (
    ("--to", "to_people"),
    ("--to-team", "to_teams"),
    ("--due", "due"),
    ("--minimum", "minimum"),
    ("--attempts", "allowed"),
    ("--exam", "exam"),
    ("--id", "assignment"),
)


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what `assign` takes."""

    def said(name: str) -> str:
        return message(f"assigning.{name}", language)

    parser.add_argument("action", nargs="?", choices=ACTIONS, default="list", help=said("action"))
    parser.add_argument("what", nargs="?", metavar="WHAT", help=said("what"))
    parser.add_argument("--to", action="append", dest="to_people", metavar="NAME", help=said("to"))
    parser.add_argument(
        "--to-team", action="append", dest="to_teams", metavar="TEAM", help=said("to_team")
    )
    parser.add_argument("--due", metavar="DAY", help=said("due"))
    parser.add_argument("--minimum", type=int, metavar="QUALITY", help=said("minimum"))
    parser.add_argument(
        "--attempts", type=int, dest="allowed", metavar="NUMBER", help=said("attempts")
    )
    parser.add_argument("--exam", action="store_true", help=said("exam"))
    parser.add_argument("--id", dest="assignment", metavar="ID", help=said("id"))
    parser.add_argument("--file", metavar="FILE", help=said("file"))
    parser.add_argument("--prune", action="store_true", help=said("prune"))
    parser.add_argument("--dry-run", action="store_true", help=said("dry_run"))
    parser.add_argument("--all", action="store_true", help=said("all"))
    parser.add_argument("--json", action="store_true", help=message("cli.json", language))


def run(wish: Arguments) -> int:
    """Do one of them; return the exit code."""
    _refuse_what_does_not_go_together(wish)
    here = surroundings(wish)
    if wish.file is not None:
        from salesdojo.cli.assign_file import apply_file

        return apply_file(here, wish.file, prune=wish.prune, dry_run=wish.dry_run)
    match wish.action:
        case "set":
            return _set(here, wish)
        case "withdraw":
            return _withdraw(here, wish.what)
        case _:
            from salesdojo.cli.assign_list import print_assignments

            return print_assignments(here, wish)


def _refuse_what_does_not_go_together(wish: Arguments) -> None:
    from salesdojo.content.problem import excerpt

    for option, name in (("--prune", "prune"), ("--dry-run", "dry_run")):
        if getattr(wish, name) and wish.file is None:
            raise UsageError("US119", option=option, other="--file")
    for option, name in _OF_SET:
        if getattr(wish, name) not in (None, False, []) and wish.action != "set":
            raise UsageError("US119", option=option, other="set")
    if wish.all and wish.action != "list":
        raise UsageError("US119", option="--all", other="list")
    if wish.file is not None:
        if wish.action != "list" or wish.json or wish.all:
            other = "--json" if wish.json else "--all" if wish.all else wish.action
            raise UsageError("US039", first="--file", second=other, command=_COMMAND)
        if wish.what is not None:
            raise UsageError("US036", word=excerpt(wish.what), command=_COMMAND)


def _set(here: Surroundings, wish: Arguments) -> int:
    from salesdojo.records.assignments.assigning import require_time
    from salesdojo.records.days import local_day

    wanted, now = _wanted(here, wish), here.clock()
    found = here.store.assignments.difference([wanted], None)
    require_time(found, local_day(now))
    found = here.store.assignments.set([wanted], None, now)
    form = "did_set" if found.new else "did_change" if found.changed else "did_nothing"
    out(message(f"assigning.{form}", here.language, id=wanted.id))
    for team in wanted.teams:
        if not here.store.people.any_in(team):
            empty = here.store.people.nobody_in(team, "RV003").values
            say_error(message("assigning.empty_team", here.language, **empty))
    return 0


def _wanted(here: Surroundings, wish: Arguments) -> "Assignment":
    from salesdojo.content.problem import excerpt
    from salesdojo.records.assignments.assigning import assignable, due_day, made_id, named, require
    from salesdojo.records.assignments.assignment import Assignment
    from salesdojo.records.mode import Mode
    from salesdojo.records.names import valid_team

    for option, given in (("WHAT", wish.what), ("--due", wish.due)):
        if given is None:
            raise UsageError("US117", option=option)
    known = assignable(here.library)
    kind, what = named(wish.what or "", known)
    due = due_day(wish.due or "")
    if due is None:
        raise UsageError("US116", day=excerpt(wish.due or ""))
    people = dict.fromkeys(_person(here, name, wish.team) for name in wish.to_people or ())
    teams = dict.fromkeys(valid_team(team) for team in wish.to_teams or ())
    given_id = wish.assignment
    return require(
        Assignment(
            id=made_id(what, here.new_id()) if given_id is None else given_id,
            kind=kind,
            what=what,
            scenarios=known[kind][what],
            people=tuple(people),
            teams=tuple(one for one in teams if one),
            due=due,
            minimum=wish.minimum,
            attempts=wish.allowed,
            mode=Mode.EXAM if wish.exam else Mode.PRACTICE,
        )
    )


def _person(here: Surroundings, name: str, team: str | None) -> "Person":
    found = here.store.known_person(name, team)
    if found is None:
        raise here.store.people.nobody_called(name)
    return found


def _withdraw(here: Surroundings, name: str | None) -> int:
    if name is None:
        from salesdojo.cli.parsing import lacking

        raise lacking(_COMMAND, "ID")
    from salesdojo.records.store import Store

    with Store.open(here.database, on_wait=here.on_wait, make=False) as store:
        before = store.assignments.withdraw(name, here.clock())
    form = "did_withdraw" if before.withdrawn_at is None else "was_withdrawn"
    out(message(f"assigning.{form}", here.language, id=before.id))
    return 0
