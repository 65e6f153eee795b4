"""Attempts found again, and left behind."""

from typing import Final

from sqlalchemy import Connection, Row, Select, bindparam, func, select, update

from salesdojo.content.problem import excerpt
from salesdojo.errors import RecordsError
from salesdojo.records.journeys.in_journeys import OPEN_OF_NO_JOURNEY
from salesdojo.records.mode import Mode
from salesdojo.records.model import AttemptRecord, Fork, Person
from salesdojo.records.tables import ATTEMPT, DECISION, PERSON, SCENARIO_REVISION

_SAVED: Final = (
    select(func.coalesce(func.max(DECISION.c.turn), 0))
    .where(DECISION.c.attempt == ATTEMPT.c.id)
    .scalar_subquery()
    .label("saved")
)
_RECORDS: Final[Select[tuple[object, ...]]] = select(
    *ATTEMPT.c, PERSON.c.name.label("person_name"), PERSON.c.team, _SAVED
).join(PERSON, PERSON.c.id == ATTEMPT.c.person)
_BY_ID: Final = _RECORDS.where(ATTEMPT.c.id == bindparam("id"))
_OF_PERSON: Final = _RECORDS.where(ATTEMPT.c.person == bindparam("person")).order_by(
    ATTEMPT.c.number
)
_UNFINISHED: Final = (
    _RECORDS.where(
        ATTEMPT.c.scenario == bindparam("scenario"),
        OPEN_OF_NO_JOURNEY,
    )
    .order_by(ATTEMPT.c.number.desc())
    .limit(1)
)
_REVISION: Final = select(SCENARIO_REVISION.c.bytes).where(
    SCENARIO_REVISION.c.sha256 == bindparam("sha256")
)
_ABANDON: Final = (
    update(ATTEMPT)
    .where(
        ATTEMPT.c.id == bindparam("attempt"),
        ATTEMPT.c.finished_at.is_(None),
        ATTEMPT.c.abandoned_at.is_(None),
    )
    .values(abandoned_at=bindparam("at"))
)


def possible_id(attempt_id: str) -> str:
    """Return `attempt_id` if it could be one: drivers refuse lone surrogates and NUL.

    Raises:
        RecordsError: DB017 when no attempt can have that id.
    """
    if not (attempt_id.isascii() and attempt_id.isprintable()):
        raise RecordsError("DB017", attempt=excerpt(attempt_id))
    return attempt_id


def find(connection: Connection, attempt_id: str) -> AttemptRecord | None:
    """Return the attempt with that id, where there is one."""
    row = connection.execute(_BY_ID, {"id": possible_id(attempt_id)}).one_or_none()
    return _record(row) if row else None


def record_of(connection: Connection, attempt_id: str) -> AttemptRecord:
    """Return the attempt with that id.

    Raises:
        RecordsError: DB017 when there is none.
    """
    record = find(connection, attempt_id)
    if record is None:
        raise RecordsError("DB017", attempt=excerpt(attempt_id))
    return record


def of_person(connection: Connection, person: str) -> tuple[AttemptRecord, ...]:
    """Return every attempt of the person with that id, in the order they were begun."""
    return tuple(_record(row) for row in connection.execute(_OF_PERSON, {"person": person}))


def unfinished(connection: Connection, person: str, scenario: str) -> AttemptRecord | None:
    """Return the attempt that was begun last and neither finished nor abandoned.

    One that belongs to a journey is taken up with its journey.
    """
    row = connection.execute(_UNFINISHED, {"person": person, "scenario": scenario}).first()
    return _record(row) if row else None


def abandon(connection: Connection, attempt_id: str, at: int) -> None:
    """Leave an unfinished attempt behind; a finished one stays as it is."""
    record_of(connection, attempt_id)
    connection.execute(_ABANDON, {"attempt": attempt_id, "at": at})


def revision_bytes(connection: Connection, revision: str) -> bytes | None:
    """Return what was stored as `revision`, unchecked."""
    return connection.execute(_REVISION, {"sha256": revision}).scalar_one_or_none()


def _record(row: Row[tuple[object, ...]]) -> AttemptRecord:
    return AttemptRecord(
        id=row.id,
        person=Person(row.person, row.person_name or "", row.team),
        scenario=row.scenario,
        revision=row.revision,
        seed=row.seed,
        mode=Mode(row.mode),
        language=row.language,
        begun_at=row.begun_at,
        finished_at=row.finished_at,
        abandoned_at=row.abandoned_at,
        fork=Fork(row.fork_of, row.fork_turn) if row.fork_of is not None else None,
        saved=row.saved,
    )
