"""Which attempts belong to journeys, as conditions on the table of attempts.

The first chapter of a journey is begun as its file is written: it is the very talk
that others play by itself, and counts for first, best and latest. Later chapters
begin with what was carried over; their figures are those of another talk.
"""

from typing import Final

from sqlalchemy import ColumnElement, exists, select

from salesdojo.records.tables import ATTEMPT, JOURNEY_CHAPTER

_RETRIED: Final = ATTEMPT.alias("retried")
_CHAPTERS: Final = select(JOURNEY_CHAPTER.c.attempt.label("id")).cte("chapters", recursive=True)
_WITH_RETRIES: Final = _CHAPTERS.union(
    select(_RETRIED.c.id).join(_CHAPTERS, _RETRIED.c.fork_of == _CHAPTERS.c.id)
)

OF_NO_JOURNEY: Final[ColumnElement[bool]] = ATTEMPT.c.id.not_in(select(_WITH_RETRIES.c.id))
"""Neither a chapter nor a retry of one."""
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
