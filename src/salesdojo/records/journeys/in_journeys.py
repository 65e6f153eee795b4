"""Which attempts belong to journeys, as conditions on the table of attempts.

The first chapter of a journey is begun as its file is written: it is the very talk
that others play by itself, and counts for first, best and latest. Later chapters
begin with what was carried over; their figures are those of another talk.
"""

from typing import Any, Final

from sqlalchemy import ColumnElement, Select, bindparam, exists, select

from salesdojo.records.tables import ATTEMPT, JOURNEY_CHAPTER

_OPEN: Final = ATTEMPT.alias("open")
_RETRIED: Final = ATTEMPT.alias("retried")
_FROM: Final = (
    # Of each open attempt itself, what it retries, what that retries, and so on: a handful of
    # rows of one person, however many journeys others have.
    select(_OPEN.c.id.label("attempt"), _OPEN.c.id.label("origin"))
    .where(
        _OPEN.c.person == bindparam("person"),
        _OPEN.c.finished_at.is_(None),
        _OPEN.c.abandoned_at.is_(None),
    )
    .cte("comes_from", recursive=True)
)
_COMES_FROM: Final = _FROM.union(
    select(_FROM.c.attempt, _RETRIED.c.fork_of)
    .join(_RETRIED, _RETRIED.c.id == _FROM.c.origin)
    .where(_RETRIED.c.fork_of.is_not(None))
)

OPEN_OF_NO_JOURNEY: Final[ColumnElement[bool]] = ATTEMPT.c.id.in_(
    select(_COMES_FROM.c.attempt).except_(
        select(_COMES_FROM.c.attempt).join(
            JOURNEY_CHAPTER, JOURNEY_CHAPTER.c.attempt == _COMES_FROM.c.origin
        )
    )
)
"""One of `person`'s (a parameter) that is neither finished nor abandoned, and neither a chapter
nor a retry of one."""
BEGUN_AS_WRITTEN: Final[ColumnElement[bool]] = ~exists().where(
    JOURNEY_CHAPTER.c.attempt == ATTEMPT.c.id, JOURNEY_CHAPTER.c.place > 1
)
"""Not a later chapter."""
_LATER: Final = (
    select(JOURNEY_CHAPTER.c.attempt.label("id"))
    .where(JOURNEY_CHAPTER.c.place > 1)
    .cte("later_chapters", recursive=True)
)
_LATER_WITH_RETRIES: Final = _LATER.union(
    select(_RETRIED.c.id).join(_LATER, _RETRIED.c.fork_of == _LATER.c.id)
)
LATER_CHAPTERS: Final[ColumnElement[bool]] = ATTEMPT.c.id.in_(select(_LATER_WITH_RETRIES.c.id))
"""Later chapters and retries of them: they began where another talk had ended."""

_LISTED: Final = ATTEMPT.alias("listed")
_ROAD: Final = (
    select(_LISTED.c.id.label("attempt"), _LISTED.c.id.label("origin"))
    .where(_LISTED.c.id.in_(bindparam("attempts", expanding=True)))
    .cte("road", recursive=True)
)
_ROADS: Final = _ROAD.union(
    select(_ROAD.c.attempt, _RETRIED.c.fork_of)
    .join(_RETRIED, _RETRIED.c.id == _ROAD.c.origin)
    .where(_RETRIED.c.fork_of.is_not(None))
)
LATER_AMONG: Final[Select[Any]] = (
    select(_ROADS.c.attempt)
    .join(JOURNEY_CHAPTER, JOURNEY_CHAPTER.c.attempt == _ROADS.c.origin)
    .where(JOURNEY_CHAPTER.c.place > 1)
    .distinct()
)
"""Of `attempts` (a parameter) those that are later chapters or retries of them.

It reads what these retry, and what that retries, however many journeys there are.
"""
