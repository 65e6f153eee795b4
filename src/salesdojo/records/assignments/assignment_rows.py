"""Assignments as rows: read whole, written, changed and withdrawn."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import (
    BindParameter,
    Connection,
    Row,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)

from salesdojo.records.assignments.assignment import Assignment, Kept, Kind
from salesdojo.records.mode import Mode
from salesdojo.records.model import Person
from salesdojo.records.tables import ASSIGNED_SCENARIO, ASSIGNEE, ASSIGNMENT, PERSON, RESULT

_ALL: Final = select(*ASSIGNMENT.c).order_by(ASSIGNMENT.c.number)
_NEWEST: Final = select(func.coalesce(func.max(RESULT.c.number), 0))
_SCENARIOS: Final = select(ASSIGNED_SCENARIO.c.assignment, ASSIGNED_SCENARIO.c.scenario).order_by(
    ASSIGNED_SCENARIO.c.assignment, ASSIGNED_SCENARIO.c.place
)
_ASSIGNEES: Final = (
    select(
        ASSIGNEE.c.assignment,
        ASSIGNEE.c.team,
        PERSON.c.id,
        PERSON.c.name,
        PERSON.c.team.label("of"),
    )
    .outerjoin(PERSON, PERSON.c.id == ASSIGNEE.c.person)
    .order_by(ASSIGNEE.c.number)
)


def kept(
    connection: Connection, ids: Collection[str] | None = None, *, withdrawn: bool = False
) -> tuple[Kept, ...]:
    """Return assignments in the order they were first set.

    Args:
        connection: within a transaction.
        ids: those alone; None for all.
        withdrawn: those that were withdrawn too.
    """
    wanted, scenarios, assignees = _ALL, _SCENARIOS, _ASSIGNEES
    if not withdrawn:
        wanted = wanted.where(ASSIGNMENT.c.withdrawn_at.is_(None))
    if ids is not None:
        named: BindParameter[Any] = bindparam("ids", list(ids), expanding=True)
        wanted = wanted.where(ASSIGNMENT.c.id.in_(named))
        scenarios = scenarios.where(ASSIGNED_SCENARIO.c.assignment.in_(named))
        assignees = assignees.where(ASSIGNEE.c.assignment.in_(named))
    asked: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(scenarios):
        asked[row.assignment].append(row.scenario)
    people: dict[str, list[Person]] = defaultdict(list)
    teams: dict[str, list[str]] = defaultdict(list)
    for held in connection.execute(assignees):
        if held.team is not None:
            teams[held.assignment].append(held.team)
        else:
            people[held.assignment].append(Person(held.id, held.name or "", held.of))
    return tuple(
        _kept(row, asked[row.id], people[row.id], teams[row.id])
        for row in connection.execute(wanted)
    )


def add(connection: Connection, wanted: Assignment, now: int, book: str | None) -> None:
    """Store a new assignment, set at `now`."""
    since = connection.execute(_NEWEST).scalar_one()
    row = {"id": wanted.id, "set_at": now, "since": since, **_columns(wanted, book)}
    connection.execute(insert(ASSIGNMENT), row)
    _add_parts(connection, wanted)


def change(
    connection: Connection, wanted: Assignment, now: int, book: str | None, *, anew: bool
) -> None:
    """Store what is `wanted` in the place of the assignment of its id.

    Where it is set `anew`, what was done before does not count any more.
    """
    values = {"withdrawn_at": None, **_columns(wanted, book)}
    if anew:
        since = connection.execute(_NEWEST).scalar_one()
        values |= {"set_at": now, "since": since}
    connection.execute(update(ASSIGNMENT).where(ASSIGNMENT.c.id == wanted.id).values(values))
    _delete_parts(connection, [wanted.id])
    _add_parts(connection, wanted)


def withdraw(connection: Connection, ids: Sequence[str], now: int) -> None:
    """Mark assignments as withdrawn; what was done for them stays."""
    if ids:
        of = ASSIGNMENT.c.id.in_(list(ids))
        connection.execute(update(ASSIGNMENT).where(of).values(withdrawn_at=now))


def forget(connection: Connection, person: str) -> None:
    """Delete that anything was assigned to `person` (an id), and what was to nobody else."""
    theirs = select(ASSIGNEE.c.assignment).where(ASSIGNEE.c.person == person)
    held = [row.assignment for row in connection.execute(theirs)]
    connection.execute(delete(ASSIGNEE).where(ASSIGNEE.c.person == person))
    others = select(ASSIGNEE.c.assignment).where(ASSIGNEE.c.assignment.in_(held))
    kept_still = {row.assignment for row in connection.execute(others)}
    nobodys = [one for one in held if one not in kept_still]
    _delete_parts(connection, nobodys)
    connection.execute(delete(ASSIGNMENT).where(ASSIGNMENT.c.id.in_(nobodys)))


def _add_parts(connection: Connection, wanted: Assignment) -> None:
    whose = wanted.id
    scenarios = [
        {"assignment": whose, "scenario": scenario, "place": place}
        for place, scenario in enumerate(wanted.scenarios)
    ]
    whom = [
        *({"assignment": whose, "person": one.id, "team": None} for one in wanted.people),
        *({"assignment": whose, "person": None, "team": team} for team in wanted.teams),
    ]
    connection.execute(insert(ASSIGNED_SCENARIO), scenarios)
    connection.execute(insert(ASSIGNEE), whom)


def _delete_parts(connection: Connection, ids: list[str]) -> None:
    for table in (ASSIGNED_SCENARIO, ASSIGNEE):
        connection.execute(delete(table).where(table.c.assignment.in_(ids)))


def _columns(wanted: Assignment, book: str | None) -> dict[str, Any]:
    return {
        "kind": wanted.kind.value,
        "what": wanted.what,
        "due": wanted.due.isoformat(),
        "minimum": wanted.minimum,
        "attempts": wanted.attempts,
        "mode": wanted.mode.value,
        "book": book,
    }


def _kept(row: Row[Any], scenarios: list[str], people: list[Person], teams: list[str]) -> Kept:
    wanted = Assignment(
        id=row.id,
        kind=Kind(row.kind),
        what=row.what,
        scenarios=tuple(scenarios),
        people=tuple(people),
        teams=tuple(teams),
        due=date.fromisoformat(row.due),
        minimum=row.minimum,
        attempts=row.attempts,
        mode=Mode(row.mode),
    )
    return Kept(wanted, row.set_at, row.since, row.book, row.withdrawn_at)
