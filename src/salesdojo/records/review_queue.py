"""The attempts that wait for a reviewer, and those reviewed: read from the newest backwards."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import (
    Connection,
    Row,
    Select,
    Subquery,
    and_,
    bindparam,
    distinct,
    exists,
    func,
    select,
)

from salesdojo.records.attempts import revision_bytes
from salesdojo.records.mode import Mode
from salesdojo.records.model import Person
from salesdojo.records.review_order import Waiting, in_order, reasons
from salesdojo.records.said import Kind
from salesdojo.records.tables import ATTEMPT, FINISHED_ATTEMPT, PERSON, REMARK, RESULT, REVIEW

LOOKED_AT: Final = 500
"""Attempts of which the order is made: the latest that nobody reviewed."""
FARTHEST: Final = 100_000
"""Results looked back over where nobody's team or name is asked for."""
_FIRST_LOOK: Final = 4_000
"""Results looked back over at first for a team; then four times as many, and so on."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which attempts are asked for."""

    asker: str
    """The id of who asks: nobody reviews what is their own."""
    team: str | None = None
    """'' for who is in none; None for all."""
    person: str | None = None
    """An id."""
    scenario: str | None = None
    """An id."""


PassMarks = dict[str, int | None]
"""By revision; what was read once is not read again."""

_LATER: Final = RESULT.alias("later")
_EARLIER: Final = ATTEMPT.alias("earlier")
_SAID: Final = REVIEW.alias("said")
_DONE: Final = exists().where(_SAID.c.attempt == ATTEMPT.c.id, _SAID.c.kind == Kind.DONE)
_FIRST: Final = ~exists().where(
    _EARLIER.c.person == ATTEMPT.c.person,
    _EARLIER.c.scenario == ATTEMPT.c.scenario,
    _EARLIER.c.number < ATTEMPT.c.number,
    _EARLIER.c.fork_of.is_(None),
    _EARLIER.c.finished_at.is_not(None),
)
_NEWEST_RESULT: Final = (
    select(func.max(_LATER.c.number)).where(_LATER.c.attempt == ATTEMPT.c.id).scalar_subquery()
)
_BLIND: Final = (
    select(func.count(distinct(_SAID.c.reviewer)))
    .where(_SAID.c.attempt == ATTEMPT.c.id, _SAID.c.kind == Kind.BLIND)
    .scalar_subquery()
)


def to_review(
    connection: Connection, wanted: Wanted, marks: PassMarks, many: int
) -> tuple[Waiting, ...]:
    """Return what waits for a reviewer, what matters most first.

    Looked at are the latest `LOOKED_AT` attempts that are nobody's who was erased, no retries,
    not the asker's own and not reviewed; without a team or a person, among the latest
    `FARTHEST` results of all.

    Args:
        connection: within a transaction.
        wanted: which.
        marks: pass marks known so far; what is found out is added.
        many: how many at most.
    """
    newest = connection.execute(select(func.max(RESULT.c.number))).scalar_one() or 0
    back = newest if wanted.person is not None else FARTHEST
    if wanted.person is None and wanted.team is not None:
        back = _FIRST_LOOK
    query = _waiting(wanted)
    while True:
        asked = _asked(wanted, newest - back)
        rows = connection.execute(query, asked).all()
        if len(rows) >= LOOKED_AT or back >= newest or wanted.team is None:
            break
        back *= 4
    return in_order(_told(connection, rows, marks))[:many]


def reviewed(
    connection: Connection, wanted: Wanted, marks: PassMarks, many: int
) -> tuple[Waiting, ...]:
    """Return what was reviewed, what was reviewed last first; as for `to_review`."""
    last = (
        select(REVIEW.c.attempt, func.max(REVIEW.c.number).label("done"))
        .where(REVIEW.c.kind == Kind.DONE)
        .group_by(REVIEW.c.attempt)
        .subquery("last")
    )
    by = PERSON.alias("by")
    query = (
        _columns(FINISHED_ATTEMPT.c.number, FINISHED_ATTEMPT.c.at)
        .add_columns(REVIEW.c.at.label("reviewed_at"), REVIEW.c.result, by.c.name.label("by"))
        .select_from(last)
        .join(REVIEW, REVIEW.c.number == last.c.done)
        .join(by, by.c.id == REVIEW.c.reviewer)
        .join(ATTEMPT, ATTEMPT.c.id == last.c.attempt)
        .join(FINISHED_ATTEMPT, FINISHED_ATTEMPT.c.attempt == ATTEMPT.c.id)
        .join(PERSON, PERSON.c.id == ATTEMPT.c.person)
        .join(RESULT, RESULT.c.number == _NEWEST_RESULT)
        .order_by(last.c.done.desc())
        .limit(bindparam("many"))
    )
    rows = connection.execute(_filtered(query, wanted), {**_asked(wanted, 0), "many": many})
    return tuple(_told(connection, rows.all(), marks))


def _waiting(wanted: Wanted) -> Select[Any]:
    """Return the query of what waits."""
    lately = _lately(wanted)
    query = (
        _columns(lately.c.number, lately.c.at)
        .select_from(lately)
        .join(ATTEMPT, ATTEMPT.c.id == lately.c.attempt)
        .join(PERSON, PERSON.c.id == ATTEMPT.c.person)
        .join(RESULT, RESULT.c.number == _NEWEST_RESULT)
        .where(ATTEMPT.c.fork_of.is_(None), ~_DONE)
        .order_by(lately.c.number.desc())
        .limit(LOOKED_AT)
    )
    return _filtered(query, wanted)


def _lately(wanted: Wanted) -> Subquery:
    """Return the finished attempts above a number, by what both databases have in order."""
    if wanted.team is None and wanted.person is None:
        first = RESULT.alias("first")
        return (
            select(first.c.number, first.c.attempt, first.c.at)
            .where(first.c.supersedes.is_(None), first.c.number > bindparam("after"))
            .subquery("lately")
        )
    finished = FINISHED_ATTEMPT.alias("finished")
    of_team = select(PERSON.c.id).where(PERSON.c.team == bindparam("team"))
    if wanted.person is not None:
        whose = finished.c.person == bindparam("person")
    else:
        whose = finished.c.person.in_(of_team)
    return (
        select(finished.c.number, finished.c.attempt, finished.c.at)
        .where(whose, finished.c.number > bindparam("after"))
        .subquery("lately")
    )


def _columns(*first: Any) -> Select[Any]:  # noqa: ANN401 - SQLAlchemy's word for columns
    return select(
        *first,
        ATTEMPT.c.id,
        ATTEMPT.c.scenario,
        ATTEMPT.c.mode,
        PERSON.c.id.label("person"),
        PERSON.c.name,
        PERSON.c.team,
        RESULT.c.number.label("latest"),
        RESULT.c.revision,
        RESULT.c.quality,
        RESULT.c.passed,
        RESULT.c.outcome,
        and_(ATTEMPT.c.fork_of.is_(None), _FIRST).label("first"),
        exists().where(REMARK.c.attempt == ATTEMPT.c.id).label("remarked"),
        _BLIND.label("blind"),
    )


def _filtered(query: Select[Any], wanted: Wanted) -> Select[Any]:
    query = query.where(PERSON.c.erased_at.is_(None), PERSON.c.id != bindparam("asker"))
    if wanted.team is not None:
        query = query.where(PERSON.c.team == bindparam("team"))
    if wanted.person is not None:
        query = query.where(PERSON.c.id == bindparam("person"))
    if wanted.scenario is not None:
        query = query.where(ATTEMPT.c.scenario == bindparam("scenario"))
    return query


def _asked(wanted: Wanted, after: int) -> dict[str, object]:
    return {
        "asker": wanted.asker,
        "team": wanted.team,
        "person": wanted.person,
        "scenario": wanted.scenario,
        "after": after,
    }


def _told(connection: Connection, rows: Iterable[Row[Any]], marks: PassMarks) -> Iterable[Waiting]:
    for row in rows:
        mode = Mode(row.mode)
        done = row._mapping.get("reviewed_at")  # noqa: SLF001 - a public name of SQLAlchemy's
        yield Waiting(
            number=row.number,
            attempt=row.id,
            person=Person(row.person, row.name, row.team),
            scenario=row.scenario,
            at=row.at,
            mode=mode,
            quality=row.quality,
            passed=bool(row.passed),
            outcome=row.outcome,
            reasons=reasons(
                mode=mode,
                quality=row.quality,
                pass_mark=_pass_mark(connection, row.revision, marks),
                first=bool(row.first),
                remarked=bool(row.remarked),
            ),
            blind=row.blind,
            by="" if done is None else row.by or "",
            reviewed_at=done,
            rescored=done is not None and row.result < row.latest,
        )


def _pass_mark(connection: Connection, revision: str, marks: PassMarks) -> int | None:
    if revision not in marks:
        stored = revision_bytes(connection, revision)
        try:
            marks[revision] = int(json.loads(stored or b"")["rubric"]["pass"])
        except (ValueError, KeyError, TypeError):  # tampered with: `audit` says so
            marks[revision] = None
    return marks[revision]
