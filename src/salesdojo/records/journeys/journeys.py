"""Journeys stored: begun, gone on with chapter by chapter, finished or left behind."""

from typing import Final

from sqlalchemy import Connection, Row, Select, bindparam, insert, select, update

from salesdojo.content.problem import excerpt
from salesdojo.errors import RecordsError
from salesdojo.records import attempts, beginning
from salesdojo.records.model import AttemptRecord, JourneyRecord, Person, Playable
from salesdojo.records.people import people
from salesdojo.records.tables import ATTEMPT, JOURNEY, JOURNEY_CHAPTER, PERSON

_RECORDS: Final[Select[tuple[object, ...]]] = select(
    *JOURNEY.c, PERSON.c.name.label("person_name"), PERSON.c.team
).join(PERSON, PERSON.c.id == JOURNEY.c.person)
_BY_ID: Final = _RECORDS.where(JOURNEY.c.id == bindparam("id"))
_ALONE: Final = (
    # PostgreSQL: one window must not begin a chapter of a journey that another leaves behind.
    select(JOURNEY.c.number).where(JOURNEY.c.id == bindparam("id")).with_for_update()
)
_OF_PERSON: Final = _RECORDS.where(JOURNEY.c.person == bindparam("person")).order_by(
    JOURNEY.c.number
)
_OPEN: Final = (JOURNEY.c.finished_at.is_(None), JOURNEY.c.abandoned_at.is_(None))
_UNFINISHED: Final = (
    _RECORDS.where(
        JOURNEY.c.person == bindparam("person"), JOURNEY.c.journey == bindparam("journey"), *_OPEN
    )
    .order_by(JOURNEY.c.number.desc())
    .limit(1)
)
_CHAPTERS: Final = (
    select(JOURNEY_CHAPTER.c.attempt)
    .where(JOURNEY_CHAPTER.c.journey == bindparam("id"))
    .order_by(JOURNEY_CHAPTER.c.place)
)
_FINISH: Final = (
    update(JOURNEY)
    .where(JOURNEY.c.id == bindparam("journey_id"), *_OPEN)
    .values(finished_at=bindparam("at"), outcome=bindparam("ended"))
)
_ABANDON: Final = (
    update(JOURNEY)
    .where(JOURNEY.c.id == bindparam("journey_id"), *_OPEN)
    .values(abandoned_at=bindparam("at"))
)
_ABANDON_CHAPTERS: Final = (
    update(ATTEMPT)
    .where(
        ATTEMPT.c.id.in_(
            select(JOURNEY_CHAPTER.c.attempt).where(
                JOURNEY_CHAPTER.c.journey == bindparam("journey_id")
            )
        ),
        ATTEMPT.c.finished_at.is_(None),
        ATTEMPT.c.abandoned_at.is_(None),
    )
    .values(abandoned_at=bindparam("at"))
)


def begin(
    connection: Connection, journey_id: str, person: Person, journey: str, at: int
) -> JourneyRecord:
    """Store a new journey. Beginning the same journey twice changes nothing.

    Raises:
        RecordsError: DB023 the id stands for another journey, DB060 the person was erased.
    """
    there = _find(connection, journey_id)
    if there is not None:
        if (there.person, there.journey, there.begun_at) != (person, journey, at):
            raise RecordsError("DB023", attempt=journey_id)
        return there
    people.require(connection, person)
    row = {"id": journey_id, "person": person.id, "journey": journey, "begun_at": at}
    connection.execute(insert(JOURNEY), row)
    return record_of(connection, journey_id)


def take_up(
    connection: Connection, journey_id: str, person: Person, journey: str, at: int
) -> JourneyRecord:
    """Return the unfinished journey, which another window may have begun just now, or begin one.

    Raises:
        RecordsError: DB023 the id stands for another journey.
    """
    there = unfinished(connection, person.id, journey)
    return there or begin(connection, journey_id, person, journey, at)


def begin_chapter(
    connection: Connection, journey_id: str, place: int, record: AttemptRecord, scenario: Playable
) -> AttemptRecord:
    """Store the attempt of a chapter, or return the one that another window began there.

    Args:
        connection: within a transaction that writes.
        journey_id: an unfinished journey.
        place: of the chapter, from 1.
        record: the attempt.
        scenario: as it begins in this journey.

    Raises:
        RecordsError: DB033 no such journey, DB034 a chapter is missing before it, or the
            journey is over, DB060 the person was erased.
    """
    people.require(connection, record.person)
    journey = _alone(connection, journey_id)
    if place <= len(journey.chapters):
        return attempts.record_of(connection, journey.chapters[place - 1])
    over = journey.finished_at is not None or journey.abandoned_at is not None
    if over or place != len(journey.chapters) + 1:
        raise RecordsError("DB034", journey=journey.journey, place=place)
    begun = beginning.begin(connection, record, scenario)
    row = {"journey": journey_id, "place": place, "attempt": begun.id}
    connection.execute(insert(JOURNEY_CHAPTER), row)
    return begun


def finish(connection: Connection, journey_id: str, outcome: str, at: int) -> None:
    """Keep how a journey ended; one that is over already stays as it is."""
    _alone(connection, journey_id)
    connection.execute(_FINISH, {"journey_id": journey_id, "ended": outcome, "at": at})


def abandon(connection: Connection, journey_id: str, at: int) -> None:
    """Leave an unfinished journey behind, with its unfinished chapter."""
    record = _alone(connection, journey_id)
    if record.finished_at is None:
        connection.execute(_ABANDON_CHAPTERS, {"journey_id": journey_id, "at": at})
    connection.execute(_ABANDON, {"journey_id": journey_id, "at": at})


def record_of(connection: Connection, journey_id: str) -> JourneyRecord:
    """Return the journey with that id.

    Raises:
        RecordsError: DB033 when there is none.
    """
    record = _find(connection, journey_id)
    if record is None:
        raise RecordsError("DB033", journey=excerpt(journey_id))
    return record


def _alone(connection: Connection, journey_id: str) -> JourneyRecord:
    """Return the journey as nobody else changes it before this transaction ends."""
    record_of(connection, journey_id)  # says where there is none
    connection.execute(_ALONE, {"id": journey_id})
    return record_of(connection, journey_id)


def unfinished(connection: Connection, person: str, journey: str) -> JourneyRecord | None:
    """Return the journey to take up again: the last begun, neither finished nor abandoned."""
    row = connection.execute(_UNFINISHED, {"person": person, "journey": journey}).first()
    return _record(connection, row) if row else None


def of_person(connection: Connection, person: str) -> tuple[JourneyRecord, ...]:
    """Return every journey of the person with that id, in the order they were begun."""
    rows = connection.execute(_OF_PERSON, {"person": person}).all()
    return tuple(_record(connection, row) for row in rows)


def _find(connection: Connection, journey_id: str) -> JourneyRecord | None:
    if not (journey_id.isascii() and journey_id.isprintable()):
        return None
    row = connection.execute(_BY_ID, {"id": journey_id}).one_or_none()
    return _record(connection, row) if row else None


def _record(connection: Connection, row: Row[tuple[object, ...]]) -> JourneyRecord:
    chapters = connection.execute(_CHAPTERS, {"id": row.id}).scalars()
    return JourneyRecord(
        id=row.id,
        person=Person(row.person, row.person_name or "", row.team),
        journey=row.journey,
        begun_at=row.begun_at,
        finished_at=row.finished_at,
        abandoned_at=row.abandoned_at,
        outcome=row.outcome,
        chapters=tuple(chapters),
    )
