"""Who has which assignment, and what each did for it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import BindParameter, Connection, bindparam, select

from salesdojo.records.assignments.assignment import Assignment, Kept
from salesdojo.records.assignments.assignment_doing import Asked, done_for
from salesdojo.records.assignments.assignment_status import Done
from salesdojo.records.model import Person
from salesdojo.records.tables import PERSON

_TEAMS: Final[BindParameter[Any]] = bindparam("teams", expanding=True)
_OF_TEAMS: Final = select(PERSON.c.id, PERSON.c.name, PERSON.c.team).where(
    PERSON.c.erased_at.is_(None), PERSON.c.team.in_(_TEAMS)
)
_NOTHING: Final = Done()

_Members = Mapping[str, Sequence[Person]]
"""By team, in the order of names."""


@dataclass(frozen=True, slots=True)
class Holder:
    """One person who has one assignment."""

    assignment: str
    """Its id."""
    person: Person
    done: Done


def holders(connection: Connection, asked: Asked, kept: Iterable[Kept]) -> tuple[Holder, ...]:
    """Return who has which assignment and did what for it, by assignment, then team and name.

    Args:
        connection: within a transaction.
        asked: whose, and which.
        kept: the assignments asked for; None of them is withdrawn.
    """
    told = sorted(kept, key=lambda one: one.id)
    members = _members(connection, asked, {team for one in told for team in one.assignment.teams})
    done = done_for(connection, asked, told)
    return tuple(
        Holder(one.id, person, done.get((one.id, person.id), _NOTHING))
        for one in told
        for person in _whose(one.assignment, asked, members)
    )


def _members(connection: Connection, asked: Asked, teams: set[str]) -> _Members:
    wanted = teams if asked.team is None else teams & {asked.team}
    if not wanted:
        return {}
    query = _OF_TEAMS
    if asked.person is not None:
        query = query.where(PERSON.c.id == bindparam("person"))
    values = {"teams": sorted(wanted), "person": asked.person}
    found: dict[str, list[Person]] = defaultdict(list)
    for name, spoken, team in connection.execute(query, values):
        found[team].append(Person(name, spoken, team))
    for people in found.values():
        people.sort(key=_turn)
    return found


def _whose(assignment: Assignment, asked: Asked, members: _Members) -> Iterable[Person]:
    """Return each person once, by team and name."""
    of_teams = [one for team in sorted(assignment.teams) for one in members.get(team, ())]
    named = [one for one in assignment.people if _fits(one, asked)]
    if not named:
        return of_teams
    return sorted({one.id: one for one in (*of_teams, *named)}.values(), key=_turn)


def _fits(person: Person, asked: Asked) -> bool:
    # Who was erased has no name.
    return (
        bool(person.name)
        and asked.team in {None, person.team}
        and asked.person in {None, person.id}
    )


def _turn(person: Person) -> tuple[str, str]:
    # By code points: each database has an order of its own.
    return person.team, person.name
