"""What reviewers say, stored each once beside the machine's score, and read by attempt."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, bindparam, func, insert, select

from salesdojo.content.problem import excerpt
from salesdojo.errors import RecordsError
from salesdojo.records import result_json
from salesdojo.records.attempts import possible_id, record_of
from salesdojo.records.database.alone import alone
from salesdojo.records.model import AttemptRecord, Person
from salesdojo.records.people import people
from salesdojo.records.reviews.said import LEVELS, TELLING, WORDS, Heard, Kind, Said
from salesdojo.records.tables import PERSON, RESULT, REVIEW

_BY_ID: Final = select(REVIEW).where(REVIEW.c.id == bindparam("id"))
_OF_ATTEMPT: Final[Select[tuple[object, ...]]] = (
    select(*REVIEW.c, PERSON.c.name)
    .join(PERSON, PERSON.c.id == REVIEW.c.reviewer)
    .where(REVIEW.c.attempt == bindparam("attempt"))
    .order_by(REVIEW.c.number)
)
_RESULT: Final = (
    select(RESULT.c.number, RESULT.c.body)
    .where(RESULT.c.attempt == bindparam("attempt"))
    .order_by(RESULT.c.number.desc())
    .limit(1)
)
_OTHER: Final = REVIEW.alias("other")
_READ_UNTIL: Final = (
    select(func.coalesce(func.max(_OTHER.c.number), 0))
    .where(
        _OTHER.c.attempt == REVIEW.c.attempt,
        _OTHER.c.reviewer == bindparam("person"),
        _OTHER.c.kind == Kind.READ,
    )
    .scalar_subquery()
)
_UNREAD: Final = (
    select(REVIEW.c.attempt, func.max(REVIEW.c.number).label("latest"))
    .where(
        REVIEW.c.trainee == bindparam("person"),
        REVIEW.c.kind.in_(TELLING),
        REVIEW.c.number > _READ_UNTIL,
    )
    .group_by(REVIEW.c.attempt)
    .order_by(func.max(REVIEW.c.number).desc())
)
_UNREAD_OF: Final = _UNREAD.where(REVIEW.c.attempt == bindparam("attempt"))


def keep(connection: Connection, said: Said) -> None:
    """Store what is said; the same again changes nothing.

    Raises:
        RecordsError: DB017 no such attempt, DB023 the id stands for another word, DB060 the
            reviewer was erased, DB075 the attempt is not over, DB076 it is the reviewer's own,
            DB077 it has no such decision, or no level of that criterion.
    """
    if _there(connection, said):
        return
    record, result = _judged(connection, said)
    if said.kind in WORDS and not said.words:
        msg = f"{said.kind} without words"
        raise ValueError(msg)
    _require_place(record, result, said)
    _store(connection, said, record, result)


def keep_blind(connection: Connection, levels: Sequence[Said]) -> None:
    """Store one reviewer's blind levels of one attempt, all at once; again changes nothing.

    Raises:
        RecordsError: as in `keep`; DB078 the reviewer has seen or given levels already.
    """
    alone(connection, [f"review {levels[0].attempt}"])
    if all(_there(connection, said) for said in levels):
        return
    record, result = _judged(connection, levels[0])
    before = of_attempt(connection, record.id)
    if any(heard.said.by == levels[0].by for heard in before):
        raise RecordsError("DB078")
    for said in levels:
        _require_place(record, result, said)
        _store(connection, said, record, result)


def keep_read(connection: Connection, said: Said) -> bool:
    """Store that somebody saw what is said of an attempt, where that is news.

    Of a trainee it is when something was said since they looked last; of a reviewer, who can
    give no blind levels afterwards, when they look first.

    Returns:
        Whether there was anything for the trainee to read; False for everybody else.
    """
    record = record_of(connection, said.attempt)
    row = connection.execute(_RESULT, {"attempt": record.id}).one_or_none()
    if row is None or _there(connection, said):
        return False
    if said.by == record.person.id:
        asked = {"person": said.by, "attempt": record.id}
        unread = connection.execute(_UNREAD_OF, asked).first() is not None
        if unread:
            _store(connection, said, record, row)
        return unread
    people.require(connection, Person(said.by, ""))
    if not any(heard.said.by == said.by for heard in of_attempt(connection, record.id)):
        _store(connection, said, record, row)
    return False


def of_attempt(connection: Connection, attempt_id: str) -> tuple[Heard, ...]:
    """Return all that is said of an attempt, in the order it was said."""
    asked = {"attempt": possible_id(attempt_id)}
    rows = connection.execute(_OF_ATTEMPT, asked).all()
    if not rows:
        return ()
    latest = connection.execute(_RESULT, asked).one().number
    said = [_said(row) for row in rows]
    standing = {one.place: one.id for one in said}
    return tuple(
        Heard(one, row.name or "", standing[one.place] == one.id, one.result < latest)
        for one, row in zip(said, rows, strict=True)
    )


def unread(connection: Connection, person: str) -> tuple[str, ...]:
    """Return the attempts of a person of which something was said that they have not read."""
    return tuple(row.attempt for row in connection.execute(_UNREAD, {"person": person}))


def _there(connection: Connection, said: Said) -> bool:
    row = connection.execute(_BY_ID, {"id": said.id}).one_or_none()
    if row is None:
        return False
    kept = _said(row)
    if kept != replace(said, result=kept.result, supersedes=kept.supersedes):
        raise RecordsError("DB023", attempt=said.id)
    return True


def _judged(connection: Connection, said: Said) -> tuple[AttemptRecord, Row[Any, Any]]:
    """Return the attempt and its latest result, where its reviewer may speak of it."""
    people.require(connection, Person(said.by, ""))
    record = record_of(connection, said.attempt)
    row = connection.execute(_RESULT, {"attempt": record.id}).one_or_none()
    if row is None or not record.person.name:
        raise RecordsError("DB075", attempt=excerpt(record.id))
    if record.person.id == said.by:
        raise RecordsError("DB076")
    return record, row


def _require_place(record: AttemptRecord, result: Row[Any, Any], said: Said) -> None:
    if said.turn is not None and said.turn not in range(1, record.saved + 1):
        raise RecordsError("DB077", attempt=record.id, place=said.turn)
    if said.kind not in {Kind.LEVEL, Kind.BLIND}:
        return
    if said.level not in LEVELS:
        msg = f"a level is 1 to 4, not {said.level}"
        raise ValueError(msg)
    if said.criterion not in _levels(record, result):
        raise RecordsError("DB077", attempt=record.id, place=excerpt(said.criterion or ""))


def _levels(record: AttemptRecord, result: Row[Any, Any]) -> Mapping[str, int]:
    try:
        criteria = result_json.read(result.body).criteria
    except ValueError as damage:
        raise RecordsError("DB018", attempt=record.id) from damage
    return {criterion: score.level for criterion, score in criteria.items()}


def _store(
    connection: Connection, said: Said, record: AttemptRecord, result: Row[Any, Any]
) -> None:
    before = [heard for heard in of_attempt(connection, said.attempt) if heard.stands]
    earlier = next((one.said.id for one in before if one.said.place == said.place), None)
    row = _row(replace(said, result=result.number, supersedes=earlier))
    connection.execute(insert(REVIEW), {**row, "trainee": record.person.id})


def _row(said: Said) -> dict[str, object]:
    return {
        "id": said.id,
        "attempt": said.attempt,
        "kind": said.kind.value,
        "reviewer": said.by,
        "at": said.at,
        "turn": said.turn,
        "criterion": said.criterion,
        "level": said.level,
        "words": said.words,
        "result": said.result,
        "supersedes": said.supersedes,
    }


def _said(row: Row[Any]) -> Said:
    return Said(
        id=row.id,
        attempt=row.attempt,
        kind=Kind(row.kind),
        by=row.reviewer,
        at=row.at,
        turn=row.turn,
        criterion=row.criterion,
        level=row.level,
        words=row.words,
        result=row.result,
        supersedes=row.supersedes,
    )
