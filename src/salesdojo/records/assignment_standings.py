"""What people did for assignments: a grouped query over a team, a person or an assignment.

From each person and each scenario asked for one step of ix_attempt_person leads to the
attempts; no result body is read.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
)

from salesdojo.records.assignment_status import Done, Tried
from salesdojo.records.in_journeys import BEGUN_AS_WRITTEN
from salesdojo.records.mode import Mode
from salesdojo.records.model import Person
from salesdojo.records.tables import (
    ASSIGNED_SCENARIO,
    ASSIGNEE,
    ASSIGNMENT,
    ATTEMPT,
    DECISION,
    FINISHED_ATTEMPT,
    PERSON,
    RESULT,
)


@dataclass(frozen=True, slots=True)
class Holder:
    """One person who has one assignment."""

    assignment: str
    """Its id."""
    person: Person
    done: Done


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose assignments, and which; None for all. Those withdrawn are nobody's."""

    team: str | None = None
    person: str | None = None
    """An id."""
    assignment: str | None = None
    """An id."""

    @property
    def values(self) -> dict[str, str]:
        """What the query's parameters are."""
        named = {"team": self.team, "person": self.person, "assignment": self.assignment}
        return {f"asked_{name}": value for name, value in named.items() if value is not None}


_COUNTS: Final = and_(
    # Not fork_of, whose index SQLite would rather take: nearly every attempt is in it.
    ATTEMPT.c.fork_turn.is_(None),
    BEGUN_AS_WRITTEN,
)
_ASKED: Final = (
    ASSIGNED_SCENARIO.c.scenario,
    ASSIGNMENT.c.since,
    ASSIGNMENT.c.mode,
    ASSIGNMENT.c.minimum,
    ASSIGNMENT.c.attempts,
)
_LATER: Final = RESULT.alias("later")
_NEWEST: Final = (
    select(func.max(_LATER.c.number)).where(_LATER.c.attempt == ATTEMPT.c.id).scalar_subquery()
)


def holders(connection: Connection, asked: Asked) -> tuple[Holder, ...]:
    """Return who has which assignment and did what for it, by assignment, then team and name."""
    held = _held(asked, *_ASKED)
    tried: dict[tuple[str, str], dict[str, Tried]] = defaultdict(dict)
    for row in connection.execute(_tried(held), asked.values):
        tried[row.assignment, row.person][row.scenario] = Tried(row.finished, row.met)
    begun = {(row.assignment, row.person) for row in connection.execute(_begun(held), asked.values)}
    found = [
        Holder(
            row.assignment,
            Person(row.id, row.name, row.team),
            _done(tried, begun, (row.assignment, row.id)),
        )
        for row in connection.execute(_people(_held(asked)), asked.values)
    ]
    # By code points: each database has an order of its own.
    return tuple(sorted(found, key=lambda one: (one.assignment, one.person.team, one.person.name)))


def _done(
    tried: Mapping[tuple[str, str], Mapping[str, Tried]],
    begun: set[tuple[str, str]],
    key: tuple[str, str],
) -> Done:
    return Done(tried.get(key, {}), key in begun)


def _held(asked: Asked, *columns: Any) -> Any:  # noqa: ANN401 - a common table expression
    """Each person once with each assignment, in person or by a team; or with each scenario of it.

    The scenarios stand in it, for SQLite would else look through all attempts of a person.
    """
    conditions: list[ColumnElement[bool]] = [
        ASSIGNMENT.c.withdrawn_at.is_(None),
        PERSON.c.erased_at.is_(None),
    ]
    if asked.team is not None:
        conditions.append(PERSON.c.team == bindparam("asked_team"))
    if asked.person is not None:
        conditions.append(PERSON.c.id == bindparam("asked_person"))
    if asked.assignment is not None:
        conditions.append(ASSIGNMENT.c.id == bindparam("asked_assignment"))

    def by(how: ColumnElement[bool]) -> Select[Any]:
        pairs = (
            select(ASSIGNEE.c.assignment, PERSON.c.id.label("person"), *columns)
            .join(PERSON, how)
            .join(ASSIGNMENT, ASSIGNMENT.c.id == ASSIGNEE.c.assignment)
            .where(*conditions)
        )
        if not columns:
            return pairs
        asks = ASSIGNED_SCENARIO.c.assignment == ASSIGNMENT.c.id
        return pairs.join(ASSIGNED_SCENARIO, asks)

    return (
        by(PERSON.c.id == ASSIGNEE.c.person).union(by(PERSON.c.team == ASSIGNEE.c.team)).cte("held")
    )


def _people(held: Any) -> Select[Any]:  # noqa: ANN401 - as above
    return select(held.c.assignment, PERSON.c.id, PERSON.c.name, PERSON.c.team).join(
        PERSON, PERSON.c.id == held.c.person
    )


def _attempts(held: Any, *columns: Any) -> Select[Any]:  # noqa: ANN401 - as above
    exam_or_either = or_(held.c.mode == Mode.PRACTICE.value, ATTEMPT.c.mode == Mode.EXAM.value)
    of_both = and_(ATTEMPT.c.person == held.c.person, ATTEMPT.c.scenario == held.c.scenario)
    return (
        select(held.c.assignment, held.c.person, *columns)
        .join(ATTEMPT, of_both)
        .where(_COUNTS, exam_or_either)
    )


def _tried(held: Any) -> Select[Any]:  # noqa: ANN401 - as above
    """Number what counts in the order of finishing; then take each scenario together."""
    turn = func.row_number().over(
        partition_by=(held.c.assignment, held.c.person, ATTEMPT.c.scenario),
        order_by=FINISHED_ATTEMPT.c.number,
    )
    met = and_(RESULT.c.passed == 1, RESULT.c.quality >= func.coalesce(held.c.minimum, 0))
    counted = (
        _attempts(
            held,
            ATTEMPT.c.scenario,
            held.c.attempts,
            FINISHED_ATTEMPT.c.at,
            case((met, 1), else_=0).label("met"),
            turn.label("turn"),
        )
        .join(FINISHED_ATTEMPT, FINISHED_ATTEMPT.c.attempt == ATTEMPT.c.id)
        .join(RESULT, RESULT.c.attempt == ATTEMPT.c.id)
        .where(FINISHED_ATTEMPT.c.number > held.c.since, RESULT.c.number == _NEWEST)
        .subquery("counted")
    )
    allowed = or_(counted.c.attempts.is_(None), counted.c.turn <= counted.c.attempts)
    whose = (counted.c.assignment, counted.c.person, counted.c.scenario)
    return select(
        *whose,
        func.count().label("finished"),
        func.min(case((and_(counted.c.met == 1, allowed), counted.c.at))).label("met"),
    ).group_by(*whose)


def _begun(held: Any) -> Select[Any]:  # noqa: ANN401 - as above
    return (
        _attempts(held)
        .where(
            ATTEMPT.c.finished_at.is_(None),
            ATTEMPT.c.abandoned_at.is_(None),
            exists().where(DECISION.c.attempt == ATTEMPT.c.id, DECISION.c.turn == 1),
        )
        .distinct()
    )
