"""The attempts that wait for a reviewer, and those reviewed: read from the newest backwards."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    bindparam,
    case,
    distinct,
    exists,
    func,
    select,
)

from salesdojo.records.attempts import revision_bytes
from salesdojo.records.database.never_written import believable
from salesdojo.records.journeys.in_journeys import BEGUN_AS_WRITTEN
from salesdojo.records.mode import Mode
from salesdojo.records.model import Person
from salesdojo.records.reviews.review_order import Waiting, in_order, reasons
from salesdojo.records.reviews.said import Kind
from salesdojo.records.tables import (
    ATTEMPT,
    FINISHED_ATTEMPT,
    JOURNEY_CHAPTER,
    PERSON,
    REMARK,
    RESULT,
    REVIEW,
)

LOOKED_AT: Final = 200
"""Attempts of which the order is made: the latest that nobody reviewed."""
FARTHEST: Final = 5_000
"""Finished attempts, of those asked for, that are looked through at most."""
_WINDOW: Final = 2_000
"""Results looked back over at first; then four times as many, and so on."""


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

    def fits(self, row: Row[Any]) -> bool:
        """Say whether the attempt in `row` may be reviewed by the asker, and is asked for."""
        return (
            row.erased_at is None
            and row.person != self.asker
            and self.team in {None, row.team}
            and self.person in {None, row.person}
            and self.scenario in {None, row.scenario}
        )


PassMarks = dict[str, int | None]
"""By revision; what was read once is not read again."""

_SAID: Final = REVIEW.alias("said")
_LATER: Final = RESULT.alias("later")
_EARLIER: Final = ATTEMPT.alias("earlier")
_DONE: Final = exists().where(_SAID.c.attempt == ATTEMPT.c.id, _SAID.c.kind == Kind.DONE)
_ENDED_EARLIER: Final = FINISHED_ATTEMPT.alias("ended_earlier")
_FIRST: Final = and_(
    BEGUN_AS_WRITTEN,
    ~exists().where(
        _EARLIER.c.person == ATTEMPT.c.person,
        _EARLIER.c.scenario == ATTEMPT.c.scenario,
        _EARLIER.c.fork_of.is_(None),
        _ENDED_EARLIER.c.attempt == _EARLIER.c.id,
        _ENDED_EARLIER.c.number < FINISHED_ATTEMPT.c.number,
        ~exists().where(JOURNEY_CHAPTER.c.attempt == _EARLIER.c.id, JOURNEY_CHAPTER.c.place > 1),
    ),
)
"""In the order of finishing, and not a later chapter: as in a person's first, best and latest."""
_NEWEST_RESULT: Final = (
    select(func.max(_LATER.c.number)).where(_LATER.c.attempt == ATTEMPT.c.id).scalar_subquery()
)
_BLIND: Final = (
    select(func.count(distinct(_SAID.c.reviewer)))
    .where(_SAID.c.attempt == ATTEMPT.c.id, _SAID.c.kind == Kind.BLIND)
    .scalar_subquery()
)
_DETAILS: Final[Select[Any]] = (
    select(
        FINISHED_ATTEMPT.c.number,
        FINISHED_ATTEMPT.c.at,
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
        _FIRST.label("first"),
        exists().where(REMARK.c.attempt == ATTEMPT.c.id).label("remarked"),
        _BLIND.label("blind"),
    )
    .select_from(ATTEMPT)
    .join(FINISHED_ATTEMPT, FINISHED_ATTEMPT.c.attempt == ATTEMPT.c.id)
    .join(PERSON, PERSON.c.id == ATTEMPT.c.person)
    .join(RESULT, RESULT.c.number == _NEWEST_RESULT)
    .where(ATTEMPT.c.id.in_(bindparam("attempts", expanding=True)))
)
_OF_WHOM: Final = (
    PERSON.c.id.label("person"),
    PERSON.c.team,
    PERSON.c.erased_at,
    ATTEMPT.c.scenario,
)
_BY: Final = PERSON.alias("by")
_REVIEWED: Final[Select[Any]] = (
    select(
        REVIEW.c.number,
        REVIEW.c.attempt,
        REVIEW.c.at,
        REVIEW.c.result,
        _BY.c.name.label("by"),
        *_OF_WHOM,
    )
    .select_from(REVIEW)
    .join(ATTEMPT, ATTEMPT.c.id == REVIEW.c.attempt)
    .join(PERSON, PERSON.c.id == ATTEMPT.c.person)
    .join(_BY, _BY.c.id == REVIEW.c.reviewer)
    .where(REVIEW.c.kind == Kind.DONE)
    .order_by(REVIEW.c.number.desc())
    .limit(bindparam("most"))
)


def to_review(
    connection: Connection, wanted: Wanted, marks: PassMarks, many: int
) -> tuple[Waiting, ...]:
    """Return what waits for a reviewer, what matters most first.

    The order is made of the latest `LOOKED_AT` attempts, among the latest `FARTHEST`, that are
    no retries, not the asker's own, and that nobody has reviewed.

    Args:
        connection: within a transaction.
        wanted: which.
        marks: pass marks known so far; what is found out is added.
        many: how many at most.
    """
    found: list[str] = []
    for attempt in _backwards(connection, wanted):
        if attempt is not None:
            found.append(attempt)
            if len(found) == LOOKED_AT:
                break
    return in_order(_told(connection, found, marks).values())[:many]


def reviewed(
    connection: Connection, wanted: Wanted, marks: PassMarks, many: int
) -> tuple[Waiting, ...]:
    """Return what was reviewed, what was reviewed last first; as for `to_review`."""
    done: dict[str, Row[Any]] = {}
    for row in connection.execute(_REVIEWED, {"most": FARTHEST}):
        if wanted.fits(row):
            done.setdefault(row.attempt, row)
            if len(done) == many:
                break
    told = _told(connection, list(done), marks)
    return tuple(
        replace(
            told[attempt],
            by=row.by or "",
            reviewed_at=row.at,
            rescored=row.result < told[attempt].result,
        )
        for attempt, row in done.items()
    )


def _backwards(connection: Connection, wanted: Wanted) -> Iterator[str | None]:
    """Give finished attempts, the newest first, from ever wider windows of numbers.

    None stands for one that does not wait, or is not asked for.
    """
    before = connection.execute(select(func.max(RESULT.c.number))).scalar_one() or 0
    named = {"team": wanted.team, "person": wanted.person, "scenario": wanted.scenario}
    query = _lately(frozenset(name for name, value in named.items() if value is not None))
    window, seen = _WINDOW, 0
    while before > 0 and seen < FARTHEST:
        asked = {"after": before - window, "until": before, "most": FARTHEST - seen}
        for attempt in connection.execute(
            query, {**asked, **named, "asker": wanted.asker}
        ).scalars():
            seen += 1
            yield attempt
        before, window = before - window, window * 4


@cache
def _lately(named: frozenset[str]) -> Select[Any]:
    """Return the query of a window, by what both databases have in order.

    Args:
        named: which of team, person and scenario are asked for.
    """
    whose: ColumnElement[bool]
    if named & {"person", "team"}:
        base = FINISHED_ATTEMPT.alias("finished")
        of_team = select(PERSON.c.id).where(PERSON.c.team == bindparam("team"))
        by_person = "person" in named
        whose = base.c.person == bindparam("person") if by_person else base.c.person.in_(of_team)
    else:
        base = RESULT.alias("finished")
        whose = base.c.supersedes.is_(None)
    latest = (
        select(base.c.attempt, base.c.number)
        .where(whose, base.c.number > bindparam("after"), base.c.number <= bindparam("until"))
        .order_by(base.c.number.desc())
        .limit(bindparam("most"))
        .subquery("latest")
    )
    fits = [
        *((ATTEMPT.c.scenario == bindparam("scenario"),) if "scenario" in named else ()),
        *((PERSON.c.team == bindparam("team"),) if "team" in named else ()),
        ATTEMPT.c.fork_of.is_(None),
        ATTEMPT.c.person != bindparam("asker"),
        PERSON.c.erased_at.is_(None),
        ~_DONE,
    ]
    return (
        # No condition: one on fork_of would lead SQLite through its index, past everything.
        select(case((and_(*fits), latest.c.attempt)))
        .select_from(latest)
        .join(ATTEMPT, ATTEMPT.c.id == latest.c.attempt)
        .join(PERSON, PERSON.c.id == ATTEMPT.c.person)
        .order_by(latest.c.number.desc())
    )


def _told(connection: Connection, attempts: Sequence[str], marks: PassMarks) -> dict[str, Waiting]:
    """Return what is listed of attempts, by id."""
    rows = connection.execute(_DETAILS, {"attempts": attempts}).all() if attempts else ()
    return {row.id: _waiting(row, _pass_mark(connection, row.revision, marks)) for row in rows}


def _waiting(row: Row[Any], pass_mark: int | None) -> Waiting:
    mode, quality = Mode(row.mode), believable(row.quality)
    return Waiting(
        number=row.number,
        attempt=row.id,
        person=Person(row.person, row.name, row.team),
        scenario=row.scenario,
        at=row.at,
        mode=mode,
        quality=quality,
        passed=bool(row.passed),
        outcome=row.outcome,
        result=row.latest,
        reasons=reasons(
            mode=mode,
            quality=quality,
            pass_mark=pass_mark,
            first=bool(row.first),
            remarked=bool(row.remarked),
        ),
        blind=row.blind,
    )


def _pass_mark(connection: Connection, revision: str, marks: PassMarks) -> int | None:
    if revision not in marks:
        stored = revision_bytes(connection, revision)
        try:
            marks[revision] = int(json.loads(stored or b"")["rubric"]["pass"])
        except (ValueError, KeyError, TypeError, RecursionError):  # tampered with: `audit` says so
            marks[revision] = None
    return marks[revision]
