"""Results: derived from decisions, kept beside them, never overwritten."""

from hashlib import sha256
from typing import Final

from sqlalchemy import Connection, bindparam, insert, select, update

from salesdojo.errors import RecordsError
from salesdojo.practice.scoring import Result
from salesdojo.practice.solving import METHOD
from salesdojo.records import chain, keeping_up, result_json
from salesdojo.records.attempts import record_of
from salesdojo.records.database.alone import alone
from salesdojo.records.decisions import decisions, linked
from salesdojo.records.mastery.kept_figures import forget
from salesdojo.records.mastery.known_scenarios import KnownScenarios
from salesdojo.records.tables import ATTEMPT, RESULT

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


def finish(
    connection: Connection, attempt_id: str, result: Result, at: int, scenarios: KnownScenarios
) -> None:
    """Keep `result` as the attempt's; the same result twice changes nothing.

    Raises:
        RecordsError: DB017 no such attempt.
        UnlearntError: `scenarios` is to learn what was played first.
    """
    record = record_of(connection, attempt_id)
    scenarios.of(connection, record.revision)
    alone(connection, [record.person.id])
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
    if before is None:
        number = _stored(connection, row)
        keeping_up.finished(connection, record, result, number, at, scenarios)
        return
    with keeping_up.recounted(connection, {(record.person.id, record.scenario)}):
        forget(connection, record.person.id, _stored(connection, row))


def _stored(connection: Connection, row: dict[str, object]) -> int:
    stored = insert(RESULT).returning(RESULT.c.number)
    return int(connection.execute(stored, row).scalar_one())


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
