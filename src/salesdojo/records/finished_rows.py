"""The attempts that somebody finished, read from the place where one left off."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, bindparam, func, select

from salesdojo.errors import RecordsError
from salesdojo.practice.scoring import Result
from salesdojo.records import result_json
from salesdojo.records.database.never_written import believable
from salesdojo.records.journeys.in_journeys import BEGUN_AS_WRITTEN
from salesdojo.records.model import Finished
from salesdojo.records.tables import ATTEMPT, FINISHED_ATTEMPT, RESULT
from salesdojo.records.tallies.running import Told
from salesdojo.records.tallies.tallies import Ended

_LATER: Final = RESULT.alias("later")


def _latest_results(*columns: Any) -> Select[Any]:  # noqa: ANN401 - SQLAlchemy's word for columns
    """Select of somebody's finished attempts, each with its latest result; retries left out."""
    return (
        select(FINISHED_ATTEMPT.c.number.label("stored"), *columns)
        .join(ATTEMPT, ATTEMPT.c.id == FINISHED_ATTEMPT.c.attempt)
        .join(RESULT, RESULT.c.attempt == FINISHED_ATTEMPT.c.attempt)
        .where(
            FINISHED_ATTEMPT.c.person == bindparam("person"),
            ATTEMPT.c.fork_of.is_(None),
            RESULT.c.number
            == select(func.max(_LATER.c.number))
            .where(_LATER.c.attempt == FINISHED_ATTEMPT.c.attempt)
            .scalar_subquery(),
        )
        .order_by(FINISHED_ATTEMPT.c.number)
    )


_JUDGED: Final = _latest_results(
    ATTEMPT.c.id,
    ATTEMPT.c.scenario,
    RESULT.c.revision,  # after a rescore not the attempt's: shares are of what it was scored by
    ATTEMPT.c.finished_at,
    RESULT.c.body,
    BEGUN_AS_WRITTEN.label("as_written"),
)
_JUDGED_AFTER: Final = _JUDGED.where(FINISHED_ATTEMPT.c.number > bindparam("after"))
_JUDGED_AT: Final = _JUDGED.where(
    FINISHED_ATTEMPT.c.number.in_(bindparam("places", expanding=True))
)
_ENDED_AFTER: Final = _latest_results(
    ATTEMPT.c.number.label("attempt"),
    ATTEMPT.c.scenario,
    RESULT.c.quality,
    RESULT.c.passed,
    RESULT.c.outcome,
).where(BEGUN_AS_WRITTEN, FINISHED_ATTEMPT.c.number > bindparam("after"))
_TOLD: Final = _latest_results(
    *(ATTEMPT.c.id, ATTEMPT.c.number.label("begun"), ATTEMPT.c.scenario, ATTEMPT.c.finished_at),
    *(RESULT.c.revision, RESULT.c.body),
    BEGUN_AS_WRITTEN.label("as_written"),
)


def finished(connection: Connection, person: str, after: int) -> tuple[Finished, ...]:
    """Return every finished attempt of the person with that id, in the order of finishing.

    Retries from a turn are left out: they show what was just seen.

    Args:
        connection: within a transaction.
        person: an id.
        after: the place of the last one known; 0 for all.
    """
    rows = connection.execute(_JUDGED_AFTER, {"person": person, "after": after})
    return tuple(_finished(row) for row in rows)


def finished_at(connection: Connection, person: str, places: Sequence[int]) -> tuple[Finished, ...]:
    """Return those of `finished` at `places` in the order of finishing."""
    rows = connection.execute(_JUDGED_AT, {"person": person, "places": list(places)})
    return tuple(_finished(row) for row in rows)


def ended(connection: Connection, person: str, after: int) -> list[Ended]:
    """Return what `finished` tells of standings; later chapters of journeys are left out too."""
    rows = connection.execute(_ENDED_AFTER, {"person": person, "after": after})
    return [
        Ended(
            stored=row.stored,
            attempt=row.attempt,
            scenario=row.scenario,
            quality=believable(row.quality),
            passed=bool(row.passed),
            outcome=row.outcome,
        )
        for row in rows
    ]


def told(connection: Connection, person: str) -> tuple[Told, ...]:
    """Return those of `finished` as running totals are told from them.

    Raises:
        RecordsError: DB018 a result was changed since it was stored.
    """
    return tuple(_told(row) for row in connection.execute(_TOLD, {"person": person}))


def _result(body: str, attempt: str) -> Result:
    try:
        return result_json.read(body)
    except ValueError as damage:
        raise RecordsError("DB018", attempt=attempt) from damage


def _told(row: Row[Any]) -> Told:
    result = _result(row.body, row.id)
    return Told(
        attempt=row.id,
        stored=row.stored,
        begun=row.begun,
        scenario=row.scenario,
        revision=row.revision,
        at=int(row.finished_at),  # of what is finished there is none without
        quality=result.quality,
        outcome=result.outcome.value,
        passed=result.passed,
        as_written=bool(row.as_written),
        shares={criterion: score.share for criterion, score in result.criteria.items()},
    )


def _finished(row: Row[Any]) -> Finished:
    result = _result(row.body, row.id)
    return Finished(
        attempt=row.id,
        scenario=row.scenario,
        revision=row.revision,
        at=int(row.finished_at),
        shares={criterion: score.share for criterion, score in result.criteria.items()},
        losses=tuple((judged.scene, judged.loss) for judged in result.decisions),
        stored=row.stored,
        passed=result.passed and bool(row.as_written),
    )
