"""A person's finished attempts, newest first, a page at a time: bounded however many there are."""

from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Row, Select, bindparam, func, or_, select

from salesdojo.content.model import Outcome
from salesdojo.content.problem import excerpt
from salesdojo.errors import RecordsError
from salesdojo.records import result_json
from salesdojo.records.database.never_written import believable
from salesdojo.records.journeys.in_journeys import BEGUN_AS_WRITTEN, LATER_AMONG
from salesdojo.records.mode import Mode
from salesdojo.records.model import Fork
from salesdojo.records.tables import ATTEMPT, FINISHED_ATTEMPT, JOURNEY, JOURNEY_CHAPTER, RESULT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

    from salesdojo.practice.scoring import Result
    from salesdojo.records.database.database import Database
    from salesdojo.records.model import Person

PAGE: Final = 50
"""Attempts on a page unless told otherwise."""
SHORTEST: Final = 4
"""Signs of an attempt's id that may name it."""


class Mark(StrEnum):
    """What an attempt is among those that count of its scenario."""

    FIRST = "first"
    BEST = "best"
    LATEST = "latest"


@dataclass(frozen=True, slots=True)
class Past:
    """One finished attempt as a history lists it."""

    number: int
    """Its place in the order of finishing."""
    attempt: str
    scenario: str
    at: int
    """When it was finished, UTC milliseconds."""
    mode: Mode
    fork: Fork | None
    """Where it is a retry from a turn."""
    journey: str | None
    """The journey it is a chapter of."""
    chapter: int | None
    """Its place there, from 1."""
    quality: float
    passed: bool
    outcome: Outcome
    revision: str
    """What of its scenario the result was computed from."""
    marks: frozenset[Mark] = frozenset()
    carried: bool = False
    """Whether it began where another chapter of a journey had ended."""


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Some of the attempts, the newest first."""

    attempts: tuple[Past, ...]
    older: int | None
    """What the next page is asked for with; None where nothing is older."""


_LATER: Final = RESULT.alias("later")
_NEWEST_RESULT: Final = (
    select(func.max(_LATER.c.number)).where(_LATER.c.attempt == ATTEMPT.c.id).scalar_subquery()
)
_LISTED: Final[Select[Any]] = (
    select(
        FINISHED_ATTEMPT.c.number,
        FINISHED_ATTEMPT.c.at,
        ATTEMPT.c.id,
        ATTEMPT.c.scenario,
        ATTEMPT.c.mode,
        ATTEMPT.c.fork_of,
        ATTEMPT.c.fork_turn,
        JOURNEY.c.journey,
        JOURNEY_CHAPTER.c.place,
        RESULT.c.quality,
        RESULT.c.passed,
        RESULT.c.outcome,
        RESULT.c.revision,
    )
    .select_from(FINISHED_ATTEMPT)
    .join(ATTEMPT, ATTEMPT.c.id == FINISHED_ATTEMPT.c.attempt)
    .join(RESULT, RESULT.c.number == _NEWEST_RESULT)
    .join(JOURNEY_CHAPTER, JOURNEY_CHAPTER.c.attempt == ATTEMPT.c.id, isouter=True)
    .join(JOURNEY, JOURNEY.c.id == JOURNEY_CHAPTER.c.journey, isouter=True)
    .where(
        FINISHED_ATTEMPT.c.person == bindparam("person"),
        FINISHED_ATTEMPT.c.number < bindparam("before"),
    )
    .order_by(FINISHED_ATTEMPT.c.number.desc())
    .limit(bindparam("many"))
)
_OF_SCENARIO: Final = _LISTED.where(ATTEMPT.c.scenario == bindparam("scenario"))
_NEWEST: Final = 2**63 - 1

_COUNTED: Final = (
    select(
        ATTEMPT.c.id,
        ATTEMPT.c.scenario,
        *(
            func.row_number().over(partition_by=ATTEMPT.c.scenario, order_by=order).label(name)
            for name, order in (
                (Mark.FIRST, (ATTEMPT.c.number,)),
                (Mark.BEST, (RESULT.c.quality.desc(), ATTEMPT.c.number)),
                (Mark.LATEST, (ATTEMPT.c.number.desc(),)),
            )
        ),
    )
    .select_from(ATTEMPT)
    .join(RESULT, RESULT.c.number == _NEWEST_RESULT)
    .where(
        ATTEMPT.c.person == bindparam("person"),
        ATTEMPT.c.scenario.in_(bindparam("scenarios", expanding=True)),
        ATTEMPT.c.fork_of.is_(None),
        BEGUN_AS_WRITTEN,
    )
    .subquery()
)
_MARKED: Final = select(_COUNTED).where(or_(*(_COUNTED.c[mark] == 1 for mark in Mark)))

_NAMED: Final = (
    select(ATTEMPT.c.id)
    .join(FINISHED_ATTEMPT, FINISHED_ATTEMPT.c.attempt == ATTEMPT.c.id)
    .where(
        FINISHED_ATTEMPT.c.person == bindparam("person"),
        func.substr(ATTEMPT.c.id, 1, bindparam("long")) == bindparam("begins"),
    )
    .order_by(func.length(ATTEMPT.c.id))
    .limit(2)
)
_AS_PLAYED: Final = (
    select(RESULT.c.body, RESULT.c.result_hash)
    .join(ATTEMPT, ATTEMPT.c.id == RESULT.c.attempt)
    .where(RESULT.c.attempt == bindparam("attempt"), RESULT.c.revision == ATTEMPT.c.revision)
    .order_by(RESULT.c.number.desc())
    .limit(1)
)


class History:
    """The finished attempts in one database; `Store.history` is one."""

    def __init__(self, database: "Database") -> None:
        """Use `database`, which has the tables of this version."""
        self._database = database

    def page(
        self,
        person: "Person",
        *,
        scenario: str | None = None,
        before: int | None = None,
        many: int = PAGE,
    ) -> HistoryPage:
        """Return finished attempts of `person`, the newest first.

        Args:
            person: whose.
            scenario: only attempts at the scenario with this id.
            before: only what is older: `HistoryPage.older` of the page before.
            many: how many at most.
        """
        keys: dict[str, object] = {
            "person": person.id,
            "before": _NEWEST if before is None else max(0, min(before, _NEWEST)),
            "many": many + 1,
        }
        if scenario is not None:
            keys["scenario"] = scenario
        listed = _LISTED if scenario is None else _OF_SCENARIO

        def read(connection: "Connection") -> HistoryPage:
            attempts = [_past(row) for row in connection.execute(listed, keys)]
            shown = attempts[:many]
            marks = _marks(connection, person.id, {one.scenario for one in shown})
            carried = _carried(connection, shown)
            return HistoryPage(
                tuple(
                    replace(
                        one,
                        marks=marks.get(one.attempt, frozenset()),
                        carried=one.attempt in carried,
                    )
                    for one in shown
                ),
                shown[-1].number if len(attempts) > many else None,
            )

        return self._database.read(read)

    def marked(self, person: "Person", scenario: str) -> "Mapping[Mark, str]":
        """Return the person's first, best and latest attempt at a scenario; empty before any."""
        found = self._database.read(lambda connection: _marks(connection, person.id, {scenario}))
        return {mark: attempt for attempt, marks in found.items() for mark in marks}

    def named(self, person: "Person", name: str) -> str:
        """Return the id of the finished attempt of `person` that `name` is, or begins.

        Raises:
            RecordsError: DB055 there is none, or more than one.
        """
        if name.isascii() and name.isprintable() and name:
            keys = {"person": person.id, "begins": name, "long": len(name)}
            found = self._database.read(lambda one: one.execute(_NAMED, keys).scalars().all())
            if name in found or (len(found) == 1 and len(name) >= SHORTEST):
                return str(found[0])
        raise RecordsError("DB055", attempt=excerpt(name))

    def result(self, attempt_id: str) -> "Result":
        """Return what an attempt came to on the scenario as it was played.

        A later result under a changed scenario is another's: its lines may not be in this one.

        Raises:
            RecordsError: DB018 the result was changed since, DB055 the attempt is not finished.
        """
        keys = {"attempt": attempt_id}
        row = self._database.read(lambda one: one.execute(_AS_PLAYED, keys).one_or_none())
        if row is None:
            raise RecordsError("DB055", attempt=excerpt(attempt_id))
        if sha256(row.body.encode()).hexdigest() != row.result_hash:
            raise RecordsError("DB018", attempt=attempt_id)
        return result_json.read(row.body)


def _marks(
    connection: "Connection", person: str, scenarios: "Iterable[str]"
) -> "Mapping[str, frozenset[Mark]]":
    keys = {"person": person, "scenarios": sorted(scenarios)}
    rows = connection.execute(_MARKED, keys).mappings()
    return {
        str(row["id"]): frozenset(mark for mark in Mark if row[mark.value] == 1) for row in rows
    }


def _carried(connection: "Connection", shown: "Iterable[Past]") -> "frozenset[str]":
    asked = [one.attempt for one in shown if one.fork is not None or one.chapter is not None]
    if not asked:
        return frozenset()
    return frozenset(connection.execute(LATER_AMONG, {"attempts": asked}).scalars())


def _past(row: Row[Any]) -> Past:
    return Past(
        number=row.number,
        attempt=row.id,
        scenario=row.scenario,
        at=row.at,
        mode=Mode(row.mode),
        fork=Fork(row.fork_of, row.fork_turn) if row.fork_of is not None else None,
        journey=row.journey,
        chapter=row.place,
        quality=believable(row.quality),
        passed=bool(row.passed),
        outcome=Outcome(row.outcome),
        revision=row.revision,
    )
