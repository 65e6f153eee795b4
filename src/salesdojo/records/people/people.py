"""Who practises: names as people write them (`names`), ids that say nothing.

A name is one person's within a team; who is asked for by name alone is the only one of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import uuid4

from sqlalchemy import Connection, and_, bindparam, func, insert, select, true

from salesdojo.content.problem import excerpt
from salesdojo.errors import RecordsError, UsageError
from salesdojo.records.model import Person
from salesdojo.records.tables import ATTEMPT, FINISHED_ATTEMPT, PERSON

_NO_TEAM: Final = ""
_SHOWN: Final = 5
"""Teams named in an error, at most."""
_PEOPLE: Final = select(PERSON.c.id, PERSON.c.name, PERSON.c.team)
_BY_NAME: Final = _PEOPLE.where(PERSON.c.name == bindparam("name")).order_by(PERSON.c.team)
_IN_TEAM: Final = _BY_NAME.where(PERSON.c.team == bindparam("team"))
_BY_ID: Final = select(PERSON.c.id).where(
    PERSON.c.id == bindparam("id"), PERSON.c.erased_at.is_(None)
)
_PRACTISED: Final = select(
    ATTEMPT.c.person,
    func.count().label("attempts"),
    func.max(func.coalesce(ATTEMPT.c.finished_at, ATTEMPT.c.begun_at)).label("last"),
).group_by(ATTEMPT.c.person)
_ANYONE: Final = select(PERSON.c.id).where(PERSON.c.team == bindparam("team")).limit(1)
_ANY_PRACTISED: Final = (
    select(PERSON.c.id)
    .join(FINISHED_ATTEMPT, FINISHED_ATTEMPT.c.person == PERSON.c.id)
    .where(PERSON.c.team == bindparam("team"), PERSON.c.erased_at.is_(None))
    .limit(1)
)
_TEAMS: Final = (
    select(PERSON.c.team, func.count().label("people"))
    .where(PERSON.c.erased_at.is_(None))
    .group_by(PERSON.c.team)
)


@dataclass(frozen=True, slots=True)
class Listed:
    """Someone in the list of people."""

    person: Person
    attempts: int
    """Begun, whether finished or not."""
    last: int | None
    """When the last one was finished or, unfinished, begun; UTC milliseconds."""


@dataclass(frozen=True, slots=True)
class Team:
    """A team, and how many are in it."""

    name: str
    """Empty for those who are in none."""
    people: int
    """Those who were erased are not counted."""


def known(connection: Connection, name: str, team: str | None = None) -> Person | None:
    """Return the person of that (valid) name, where there is one.

    Args:
        connection: within a transaction.
        name: as `valid_name` has it.
        team: the person's; None where only one of the name is expected.

    Raises:
        UsageError: US102 people of several teams have that name, and no team is given.
    """
    named = {"name": name} if team is None else {"name": name, "team": team}
    rows = connection.execute(_BY_NAME if team is None else _IN_TEAM, named).all()
    if len(rows) > 1:
        raise UsageError("US102", name=excerpt(name), teams=shown([row.team for row in rows]))
    return Person(rows[0].id, rows[0].name, rows[0].team) if rows else None


def known_or_added(connection: Connection, name: str, team: str | None = None) -> Person:
    """Return the person of that (valid) name; added where there is none, to no team if none.

    Raises:
        UsageError: US102 as in `known`.
    """
    there = known(connection, name, team)
    return there or _added(connection, name, team or _NO_TEAM)


def added(connection: Connection, person: Person) -> Person:
    """Add `person`; the same again changes nothing.

    Raises:
        RecordsError: DB062 the team has someone of that name.
    """
    there = known(connection, person.name, person.team)
    if there not in (None, person):
        team = excerpt(person.team)
        raise RecordsError("DB062", name=excerpt(person.name), team=team or "''")
    if there is None:
        _insert(connection, person)
    return person


def require(connection: Connection, person: Person) -> None:
    """Let only a person pass who is there still.

    Raises:
        RecordsError: DB060 the person was erased.
    """
    if connection.execute(_BY_ID, {"id": person.id}).first() is None:
        raise RecordsError("DB060")


def listed(connection: Connection, team: str | None = None) -> tuple[Listed, ...]:
    """Return everyone, or everyone of `team`, by team and name."""
    there = and_(PERSON.c.erased_at.is_(None), true() if team is None else PERSON.c.team == team)
    everyone = connection.execute(_PEOPLE.where(there)).all()
    of = select(PERSON.c.id).where(there)
    practised = {
        row.person: row for row in connection.execute(_PRACTISED.where(ATTEMPT.c.person.in_(of)))
    }
    found = []
    for person in everyone:
        row = practised.get(person.id)
        attempts, last = (row.attempts, row.last) if row else (0, None)
        found.append(Listed(Person(person.id, person.name, person.team), attempts, last))
    # By code points: each database has an order of its own.
    return tuple(sorted(found, key=lambda one: (one.person.team, one.person.name)))


def everyone(connection: Connection) -> tuple[Person, ...]:
    """Return everyone by team and name."""
    rows = connection.execute(_PEOPLE.where(PERSON.c.erased_at.is_(None)))
    found = [Person(row.id, row.name, row.team) for row in rows]
    return tuple(sorted(found, key=lambda one: (one.team, one.name)))


def teams(connection: Connection) -> tuple[Team, ...]:
    """Return every team that somebody is in, by name."""
    found = [Team(row.team, row.people) for row in connection.execute(_TEAMS)]
    return tuple(sorted(found, key=lambda one: one.name))


def any_in(connection: Connection, team: str) -> bool:
    """Say whether anyone is in `team`, those who were erased too."""
    return connection.execute(_ANYONE, {"team": team}).first() is not None


def any_practised(connection: Connection, team: str) -> bool:
    """Say whether anyone in `team` has finished something."""
    return connection.execute(_ANY_PRACTISED, {"team": team}).first() is not None


def _added(connection: Connection, name: str, team: str) -> Person:
    person = Person(uuid4().hex, name, team)
    _insert(connection, person)
    return person


def _insert(connection: Connection, person: Person) -> None:
    row = {"id": person.id, "team": person.team, "name": person.name}
    connection.execute(insert(PERSON), row)


def shown(teams: Sequence[str]) -> str:
    """Name teams, the first few of many, as an error does."""
    few = [excerpt(team) or "''" for team in teams[:_SHOWN]]
    return ", ".join([*few, "..."] if len(teams) > _SHOWN else few)
