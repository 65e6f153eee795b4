"""What was finished lately: the latest results, the times of practice, the ends of talks.

Each is one query over `finished_attempt`, in which a person's attempts lie side by side in
the order of finishing: none reads more result bodies than it was asked for.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, Row, bindparam, exists, func, select

from salesdojo.content.model import Outcome
from salesdojo.records import result_json
from salesdojo.records.tables import ATTEMPT, FINISHED_ATTEMPT, PERSON, RESULT

if TYPE_CHECKING:
    from salesdojo.practice.scoring import Result
    from salesdojo.records.database.database import Database
    from salesdojo.records.model import Person


@dataclass(frozen=True, slots=True)
class Recent:
    """One finished attempt; retries from a turn are none."""

    attempt: str
    scenario: str
    revision: str
    """What the result was computed from: after a rescore not what was played."""
    seed: int
    at: int
    """When it was finished first, UTC in milliseconds."""
    stored: int
    """Its place in the order of finishing, whatever the clock said."""
    repeat: bool
    """Whether an attempt at the same scenario had been finished before it."""
    result: "Result"
    """The latest."""


@dataclass(frozen=True, slots=True)
class Ends:
    """How often talks of one scenario ended in one way."""

    scenario: str
    outcome: Outcome
    first: bool
    """Whether it is the first attempt at the scenario that was finished."""
    count: int
    """1 or more; 1 where it is the first."""


_MINE: Final = FINISHED_ATTEMPT.c.person == bindparam("person")
_OTHER: Final = RESULT.alias("other")
_NEWEST: Final = (
    RESULT.c.number
    == select(func.max(_OTHER.c.number))
    .where(_OTHER.c.attempt == FINISHED_ATTEMPT.c.attempt)
    .scalar_subquery()
)
_BEFORE: Final = ATTEMPT.alias("before")
_FINISHED_BEFORE: Final = FINISHED_ATTEMPT.alias("finished_before")
_REPEAT: Final = exists(
    select(_BEFORE.c.id)
    .join(_FINISHED_BEFORE, _FINISHED_BEFORE.c.attempt == _BEFORE.c.id)
    .where(
        _BEFORE.c.person == ATTEMPT.c.person,
        _BEFORE.c.scenario == ATTEMPT.c.scenario,
        _BEFORE.c.fork_of.is_(None),
        _FINISHED_BEFORE.c.number < FINISHED_ATTEMPT.c.number,
    )
)
_LATEST: Final = (
    select(
        ATTEMPT.c.id,
        ATTEMPT.c.scenario,
        RESULT.c.revision,
        ATTEMPT.c.seed,
        FINISHED_ATTEMPT.c.at,
        FINISHED_ATTEMPT.c.number,
        _REPEAT.label("repeat"),
        RESULT.c.body,
    )
    .join(ATTEMPT, ATTEMPT.c.id == FINISHED_ATTEMPT.c.attempt)
    .join(RESULT, _NEWEST)
    .where(_MINE, ATTEMPT.c.fork_of.is_(None))
    .order_by(FINISHED_ATTEMPT.c.number.desc())
    .limit(bindparam("many"))
)
_OLDEST: Final = FINISHED_ATTEMPT.alias("oldest")
_TIMES: Final = (
    select(FINISHED_ATTEMPT.c.at)
    .where(
        _MINE,
        # By the order of storing: a clock that was set back meanwhile loses no attempt.
        FINISHED_ATTEMPT.c.number
        >= select(func.min(_OLDEST.c.number))
        .where(_OLDEST.c.person == bindparam("person"), _OLDEST.c.at >= bindparam("since"))
        .scalar_subquery(),
    )
    .order_by(FINISHED_ATTEMPT.c.number)
)
_ENDS: Final = (
    select(
        ATTEMPT.c.scenario,
        RESULT.c.outcome,
        func.count().label("many"),
        func.min(FINISHED_ATTEMPT.c.number).label("earliest"),
    )
    .select_from(ATTEMPT)
    .join(FINISHED_ATTEMPT, FINISHED_ATTEMPT.c.attempt == ATTEMPT.c.id)
    .join(RESULT, RESULT.c.attempt == ATTEMPT.c.id)
    .where(
        ATTEMPT.c.person == bindparam("person"),
        ATTEMPT.c.fork_of.is_(None),
        ATTEMPT.c.scenario.not_in(bindparam("left_out", expanding=True)),
        # An anti-join: PostgreSQL takes half as long as for the newest by a subquery.
        ~exists().where(_OTHER.c.attempt == ATTEMPT.c.id, _OTHER.c.number > RESULT.c.number),
    )
    .group_by(ATTEMPT.c.scenario, RESULT.c.outcome)
    .order_by(ATTEMPT.c.scenario, RESULT.c.outcome)
)
_IN_TEAM: Final = FINISHED_ATTEMPT.alias("in_team")
_LAST_IN_TEAM: Final = (
    select(FINISHED_ATTEMPT.c.person, FINISHED_ATTEMPT.c.attempt)
    .join(PERSON, PERSON.c.id == FINISHED_ATTEMPT.c.person)
    .where(
        PERSON.c.team == bindparam("team"),
        FINISHED_ATTEMPT.c.number
        == select(func.max(_IN_TEAM.c.number))
        .where(_IN_TEAM.c.person == PERSON.c.id)
        .correlate(PERSON)
        .scalar_subquery(),
    )
)


class RecentResults:
    """What was finished lately in one database; `Store.recent` is one."""

    def __init__(self, database: "Database") -> None:
        """Use `database`, which has the tables of this version."""
        self._database = database

    def latest(self, person: "Person", many: int) -> tuple[Recent, ...]:
        """Return at most the `many` latest attempts of `person`, in the order of finishing."""
        named = {"person": person.id, "many": many}
        return self._database.read(lambda connection: _latest(connection, named))

    def times(self, person: "Person", since: int) -> tuple[int, ...]:
        """Return when attempts were finished, retries too, in the order of storing.

        They begin with the first that was finished at `since` (UTC milliseconds) or later.
        """
        named = {"person": person.id, "since": since}
        return self._database.read(
            lambda connection: tuple(connection.execute(_TIMES, named).scalars())
        )

    def ends(self, person: "Person", left_out: Collection[str] = ()) -> tuple[Ends, ...]:
        """Return how the talks of `person` ended, by scenario; retries from a turn left out.

        Args:
            person: whose talks.
            left_out: scenarios that are not asked for, such as drills: most of what people
                finish.
        """
        named = {"person": person.id, "left_out": sorted(left_out)}
        return self._database.read(lambda connection: _ends(connection, named))

    def last_in_team(self, team: str) -> Mapping[str, str]:
        """Return the id of the latest finished attempt, by the id of who of `team` finished it."""
        named = {"team": team}
        return self._database.read(
            lambda connection: {
                row.person: row.attempt for row in connection.execute(_LAST_IN_TEAM, named)
            }
        )


def _latest(connection: Connection, named: Mapping[str, object]) -> tuple[Recent, ...]:
    rows = connection.execute(_LATEST, named).all()
    return tuple(_recent(row) for row in reversed(rows))


def _ends(connection: Connection, named: Mapping[str, object]) -> tuple[Ends, ...]:
    """Tell the first attempts apart here: a window in the query takes half as long again."""
    rows = connection.execute(_ENDS, named).all()
    firsts: dict[str, int] = {}
    for row in rows:
        firsts[row.scenario] = min(row.earliest, firsts.get(row.scenario, row.earliest))
    told = []
    for row in rows:
        outcome = Outcome(row.outcome)
        first = row.earliest == firsts[row.scenario]
        if first:
            told.append(Ends(row.scenario, outcome, first=True, count=1))
        if row.many > first:
            told.append(Ends(row.scenario, outcome, first=False, count=row.many - first))
    return tuple(told)


def _recent(row: Row[Any]) -> Recent:
    return Recent(
        attempt=row.id,
        scenario=row.scenario,
        revision=row.revision,
        seed=row.seed,
        at=row.at,
        stored=row.number,
        repeat=bool(row.repeat),
        result=result_json.read(row.body),
    )
