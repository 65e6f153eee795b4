"""Results: derived from decisions, kept beside them, never overwritten."""

from collections.abc import Mapping
from hashlib import sha256
from itertools import groupby
from typing import Any, Final

from sqlalchemy import Connection, Row, bindparam, exists, func, insert, select, update

from salesdojo.errors import RecordsError
from salesdojo.practice.scoring import Result
from salesdojo.practice.solving import METHOD
from salesdojo.records import chain, result_json
from salesdojo.records.attempts import record_of
from salesdojo.records.decisions import decisions, linked
from salesdojo.records.in_journeys import BEGUN_AS_WRITTEN, OF_NO_JOURNEY
from salesdojo.records.model import Finished, Standing
from salesdojo.records.tables import ATTEMPT, DECISION, FINISHED_ATTEMPT, RESULT

_LATEST: Final = (
    select(*RESULT.c)
    .where(RESULT.c.attempt == bindparam("attempt"))
    .order_by(RESULT.c.number.desc())
    .limit(1)
)
_FINISH: Final = (
    update(ATTEMPT)
    .where(ATTEMPT.c.id == bindparam("attempt"), ATTEMPT.c.finished_at.is_(None))
    .values(finished_at=bindparam("at"))
)
_LATER: Final = RESULT.alias("later")
_FINISHED: Final = (
    select(ATTEMPT.c.scenario, RESULT.c.quality, RESULT.c.passed)
    .join(RESULT, RESULT.c.attempt == ATTEMPT.c.id)
    .where(
        ATTEMPT.c.person == bindparam("person"),
        ATTEMPT.c.fork_of.is_(None),
        BEGUN_AS_WRITTEN,
        RESULT.c.number
        == select(func.max(_LATER.c.number))
        .where(_LATER.c.attempt == ATTEMPT.c.id)
        .scalar_subquery(),
    )
    .order_by(ATTEMPT.c.scenario, ATTEMPT.c.number)
)
_JUDGED: Final = (
    select(
        ATTEMPT.c.id,
        ATTEMPT.c.scenario,
        ATTEMPT.c.revision,
        ATTEMPT.c.finished_at,
        RESULT.c.body,
        select(func.min(_LATER.c.number))
        .where(_LATER.c.attempt == ATTEMPT.c.id)
        .scalar_subquery()
        .label("stored"),
        BEGUN_AS_WRITTEN.label("as_written"),
    )
    .join(RESULT, RESULT.c.attempt == ATTEMPT.c.id)
    .where(
        ATTEMPT.c.person == bindparam("person"),
        ATTEMPT.c.fork_of.is_(None),
        RESULT.c.number
        == select(func.max(_LATER.c.number))
        .where(_LATER.c.attempt == ATTEMPT.c.id)
        .scalar_subquery(),
    )
    .order_by(ATTEMPT.c.finished_at, ATTEMPT.c.number)
)
_BEGUN: Final = (
    select(ATTEMPT.c.scenario)
    .distinct()
    .where(
        ATTEMPT.c.person == bindparam("person"),
        ATTEMPT.c.finished_at.is_(None),
        ATTEMPT.c.abandoned_at.is_(None),
        # Opened and left before a word was said is not begun in anyone's eyes.
        exists().where(DECISION.c.attempt == ATTEMPT.c.id),
        OF_NO_JOURNEY,
    )
)


def finish(connection: Connection, attempt_id: str, result: Result, at: int) -> None:
    """Keep `result` as the attempt's; the same result twice changes nothing.

    Raises:
        RecordsError: DB017 no such attempt.
    """
    record = record_of(connection, attempt_id)
    connection.execute(_FINISH, {"attempt": attempt_id, "at": at})
    body = result_json.written(result)
    row: dict[str, object] = {
        "attempt": attempt_id,
        "method": str(METHOD),
        "revision": record.revision,
        "input_hash": chain.end(record, decisions(connection, attempt_id)).hex(),
        "result_hash": sha256(body.encode()).hexdigest(),
    }
    before = connection.execute(_LATEST, {"attempt": attempt_id}).mappings().one_or_none()
    if before is not None and all(before[column] == value for column, value in row.items()):
        return
    row |= {
        "supersedes": before["number"] if before is not None else None,
        "at": at,
        "outcome": result.outcome.value,
        "quality": result.quality,
        "passed": int(result.passed),
        "body": body,
    }
    number = connection.execute(insert(RESULT).returning(RESULT.c.number), row).scalar_one()
    if before is None:
        first = {"person": record.person.id, "number": number, "attempt": attempt_id, "at": at}
        connection.execute(insert(FINISHED_ATTEMPT), first)


def result_of(connection: Connection, attempt_id: str) -> Result | None:
    """Return the attempt's latest result, or None before it was finished.

    Raises:
        RecordsError: DB017 no such attempt, DB018 the result was changed since it was stored.
    """
    record_of(connection, attempt_id)
    row = connection.execute(_LATEST, {"attempt": attempt_id}).one_or_none()
    if row is None:
        return None
    if sha256(row.body.encode()).hexdigest() != row.result_hash:
        raise RecordsError("DB018", attempt=attempt_id)
    return result_json.read(row.body)


def broken_at(connection: Connection, attempt_id: str) -> int | None:
    """Return the first turn at which the attempt's chain does not hold (`chain.broken_at`)."""
    record = record_of(connection, attempt_id)
    row = connection.execute(_LATEST, {"attempt": attempt_id}).one_or_none()
    sealed = row.input_hash if row is not None else None
    return chain.broken_at(record, linked(connection, attempt_id), sealed)


def finished(connection: Connection, person: str) -> tuple[Finished, ...]:
    """Return every finished attempt of the person with that id, as they were finished.

    Retries from a turn are left out: they show what was just seen.
    """
    rows = connection.execute(_JUDGED, {"person": person})
    return tuple(_finished(row, result_json.read(row.body)) for row in rows)


def _finished(row: Row[Any, Any, Any, Any, Any, Any, Any], result: Result) -> Finished:
    return Finished(
        attempt=row.id,
        scenario=row.scenario,
        revision=row.revision,
        at=row.finished_at,
        shares={criterion: score.share for criterion, score in result.criteria.items()},
        losses=tuple((judged.scene, judged.loss) for judged in result.decisions),
        stored=row.stored,
        passed=result.passed and bool(row.as_written),
    )


def standings(connection: Connection, person: str) -> Mapping[str, Standing]:
    """Return how the person with that id stands, by scenario begun at least once."""
    named = {"person": person}
    finished = connection.execute(_FINISHED, named).all()
    begun = {row.scenario for row in connection.execute(_BEGUN, named)}
    standing = {scenario: Standing(None, None, None, 0, False, True) for scenario in begun}
    for scenario, attempts in groupby(finished, key=lambda row: str(row.scenario)):
        tries = tuple(attempts)
        qualities = tuple(float(row.quality) for row in tries)
        standing[scenario] = Standing(
            first=qualities[0],
            best=max(qualities),
            latest=qualities[-1],
            attempts=len(tries),
            passed=any(row.passed for row in tries),
            unfinished=scenario in begun,
        )
    return standing
