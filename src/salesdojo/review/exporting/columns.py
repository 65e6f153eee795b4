"""The columns of the table of criteria: a row an attempt and criterion."""

import json
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from salesdojo.errors import RecordsError
from salesdojo.review.exporting.ended_rows import Attempt, Finished

OF_ATTEMPT: Final = (
    "attempt",
    "person",
    "team",
    "scenario",
    "revision",
    "scored_by",
    "seed",
    "mode",
    "language",
    "begun",
    "finished",
    "try",
    "fork_of",
    "journey",
    "chapter",
    "outcome",
    "quality",
    "passed",
    "luck",
)
"""What is the same in each row of an attempt."""
NAME: Final = "name"
"""Follows `person` where names are asked for."""
OF_CRITERION: Final = ("criterion", "level", "share")
_HEAD_ENDS: Final = ',"breaches":'


class Figures(NamedTuple):
    """What a result comes to, without its decisions."""

    outcome: str
    quality: float
    passed: bool
    luck: float
    criteria: Mapping[str, tuple[float, float, float, int]]
    """Earned, best, share and level of each."""


def names_of(*, names: bool) -> tuple[str, ...]:
    """Return the columns in order."""
    first = (*OF_ATTEMPT[:2], NAME, *OF_ATTEMPT[2:]) if names else OF_ATTEMPT
    return (*first, *OF_CRITERION)


def figures(found: Finished, body: str) -> Figures:
    """Read the figures of a result.

    Its decisions come last and are most of it: unread, twice as many are read in the same time.

    Raises:
        RecordsError: DB018 the stored result is damaged.
    """
    head, ends, _ = body.partition(_HEAD_ENDS)
    try:
        held: dict[str, Any] = json.loads(f"{head}}}" if ends else body)
        return Figures(
            held["outcome"], held["quality"], held["passed"], held["luck"], held["criteria"]
        )
    except (ValueError, KeyError, TypeError) as damage:
        raise RecordsError("DB018", attempt=found.attempt.id) from damage


def of_attempt(
    attempt: Attempt, scored_by: str, tried: int | None, told: Figures, *, names: bool
) -> tuple[object, ...]:
    """Return the cells that are the same in each row of an attempt; times in milliseconds."""
    who = (attempt.person, attempt.name, attempt.team) if names else (attempt.person, attempt.team)
    return (
        attempt.id,
        *who,
        attempt.scenario,
        attempt.revision,
        scored_by,
        attempt.seed,
        attempt.mode,
        attempt.language,
        attempt.begun_at,
        attempt.finished_at,
        tried,
        attempt.fork_of,
        attempt.journey,
        attempt.chapter,
        told.outcome,
        told.quality,
        told.passed,
        told.luck,
    )
