"""What people did for assignments: a grouped query over a team, a person or an assignment.

From each person and each scenario asked for one step of ix_attempt_person leads to the
attempts; no result body is read.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
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
    union,
)

from salesdojo.records.assignments.assignment import Kept
from salesdojo.records.assignments.assignment_status import Done, Tried
from salesdojo.records.database.through_indexes import through_indexes
from salesdojo.records.journeys.in_journeys import BEGUN_AS_WRITTEN
from salesdojo.records.mode import Mode
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


Whose = tuple[str, str]
"""The ids of an assignment and a person."""
_Names = frozenset[str]
"""Of `Asked.values`: what a query asks for, whatever the values are."""

_COUNTS: Final = and_(
    # Not fork_of, whose index SQLite would rather take: nearly every attempt is in it.
    ATTEMPT.c.fork_turn.is_(None),
    BEGUN_AS_WRITTEN,
)
_LATER: Final = RESULT.alias("later")
_LATEST: Final = ~exists().where(_LATER.c.supersedes == RESULT.c.number)
_PLACE: Final = case(
    # Nearly every result is its attempt's first, whose number is the place.
    (RESULT.c.supersedes.is_(None), RESULT.c.number),
    else_=select(FINISHED_ATTEMPT.c.number)
    .where(FINISHED_ATTEMPT.c.attempt == ATTEMPT.c.id)
    .scalar_subquery(),
)
"""In the order of finishing."""


def done_for(connection: Connection, asked: Asked, kept: Sequence[Kept]) -> Mapping[Whose, Done]:
    """Return what was done for the assignments `kept`; who did nothing has no entry."""
    if not asked.values:  # of everyone SQLite would look through all attempts there are
        found: dict[Whose, Done] = {}
        for one in kept:
            found |= done_for(connection, Asked(assignment=one.id), [one])
        return found
    through_indexes(connection)
    names = frozenset(asked.values)
    tried: dict[Whose, dict[str, Tried]] = defaultdict(dict)
    limited = {one.assignment.attempts is not None for one in kept}
    for some in sorted(limited):
        query = _tried_of(names, limited=some)
        for assignment, person, scenario, finished, met in connection.execute(query, asked.values):
            tried[assignment, person][scenario] = Tried(finished, met)
    begun = set(_begun(connection, asked, kept))
    return {key: Done(tried.get(key, {}), key in begun) for key in tried.keys() | begun}


def held_ids(connection: Connection, asked: Asked) -> frozenset[str]:
    """Return the ids of the assignments that somebody asked about has."""
    query = _ids_of(frozenset(asked.values))
    return frozenset(connection.execute(query, asked.values).scalars())


def _begun(connection: Connection, asked: Asked, kept: Sequence[Kept]) -> Iterator[Whose]:
    """Yield who has an open attempt that would count for which assignment."""
    wanting: dict[str, list[Kept]] = defaultdict(list)
    for one in kept:
        for scenario in one.assignment.scenarios:
            wanting[scenario].append(one)
    query = _open_of(frozenset(asked.values))
    for person, scenario, mode in connection.execute(query, asked.values):
        for one in wanting.get(scenario, ()):
            if one.assignment.mode is Mode.PRACTICE or mode == Mode.EXAM.value:
                yield one.id, person


def _who(names: _Names) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [PERSON.c.erased_at.is_(None)]
    if "asked_team" in names:
        conditions.append(PERSON.c.team == bindparam("asked_team"))
    if "asked_person" in names:
        conditions.append(PERSON.c.id == bindparam("asked_person"))
    return conditions


def _by_either(names: _Names, *columns: Any) -> Iterator[Select[Any]]:  # noqa: ANN401 - columns
    """Yield a query of who was assigned something in person, and one of who is in a team."""
    conditions = [ASSIGNMENT.c.withdrawn_at.is_(None), *_who(names)]
    if "asked_assignment" in names:
        conditions.append(ASSIGNMENT.c.id == bindparam("asked_assignment"))
    for how in (PERSON.c.id == ASSIGNEE.c.person, PERSON.c.team == ASSIGNEE.c.team):
        yield (
            select(*columns)
            .select_from(ASSIGNEE)
            .join(PERSON, how)
            .join(ASSIGNMENT, ASSIGNMENT.c.id == ASSIGNEE.c.assignment)
            .where(*conditions)
        )


@cache
def _ids_of(names: _Names) -> Any:  # noqa: ANN401 - a query
    return union(*_by_either(names, ASSIGNEE.c.assignment))


@cache
def _open_of(names: _Names) -> Select[Any]:
    """Ask for open attempts with a decision in them: of many people, through ix_attempt_open."""
    if "asked_assignment" in names:
        whose = union(*_by_either(names, PERSON.c.id)).subquery("whose")
    else:
        whose = select(PERSON.c.id).where(*_who(names)).subquery("whose")
    return (
        select(ATTEMPT.c.person, ATTEMPT.c.scenario, ATTEMPT.c.mode)
        .join(whose, whose.c.id == ATTEMPT.c.person)
        .where(
            ATTEMPT.c.finished_at.is_(None),
            ATTEMPT.c.abandoned_at.is_(None),
            _COUNTS,
            exists().where(DECISION.c.attempt == ATTEMPT.c.id, DECISION.c.turn == 1),
        )
    )


@cache
def _tried_of(names: _Names, *, limited: bool) -> Select[Any]:
    """Ask what was finished, and when it was good enough first, by assignment, person, scenario.

    Where the number of attempts is `limited`, what counts is numbered in the order of finishing.
    """
    held = _held(names, limited=limited)
    good = and_(RESULT.c.passed == 1, RESULT.c.quality >= func.coalesce(held.c.minimum, 0))
    met = case((good, ATTEMPT.c.finished_at))
    whose = (held.c.assignment, held.c.person, held.c.scenario)
    if not limited:
        finished = _finished(held, *whose, func.count(), func.min(met))
        return finished.group_by(*whose)
    turn = func.row_number().over(partition_by=whose, order_by=_PLACE)
    allowed = case((turn <= held.c.attempts, met)).label("met")
    counted = _finished(held, *whose, allowed).subquery("counted")
    whose = (counted.c.assignment, counted.c.person, counted.c.scenario)
    return select(*whose, func.count(), func.min(counted.c.met)).group_by(*whose)


def _held(names: _Names, *, limited: bool) -> Any:  # noqa: ANN401 - a common table expression
    """Each person once with each scenario of each assignment.

    The scenarios stand in it, for SQLite would else look through all attempts of a person.
    """
    columns = (
        ASSIGNEE.c.assignment,
        PERSON.c.id.label("person"),
        ASSIGNED_SCENARIO.c.scenario,
        ASSIGNMENT.c.since,
        ASSIGNMENT.c.mode,
        ASSIGNMENT.c.minimum,
        ASSIGNMENT.c.attempts,
    )
    unlimited = ASSIGNMENT.c.attempts.is_(None)
    asks = ASSIGNED_SCENARIO.c.assignment == ASSIGNMENT.c.id
    return union(
        *(
            query.join(ASSIGNED_SCENARIO, asks).where(~unlimited if limited else unlimited)
            for query in _by_either(names, *columns)
        )
    ).cte("held")


def _finished(held: Any, *columns: Any) -> Select[Any]:  # noqa: ANN401 - as above
    """Ask for finished attempts that count, with their latest results."""
    of_both = and_(ATTEMPT.c.person == held.c.person, ATTEMPT.c.scenario == held.c.scenario)
    exam_or_either = or_(held.c.mode == Mode.PRACTICE.value, ATTEMPT.c.mode == Mode.EXAM.value)
    return (
        select(*columns)
        .select_from(held)
        .join(ATTEMPT, of_both)
        .join(RESULT, RESULT.c.attempt == ATTEMPT.c.id)
        .where(_COUNTS, exam_or_either, _LATEST, held.c.since < _PLACE)
    )
