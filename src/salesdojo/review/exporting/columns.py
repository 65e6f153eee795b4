"""The columns of the table of criteria: a row an attempt and criterion."""

import json
from typing import Any, Final, NamedTuple

from salesdojo.errors import RecordsError
from salesdojo.review.exporting.ended_rows import Finished

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
MOST: Final = 4_000
"""Results whose figures are kept at a time."""
_HEAD_ENDS: Final = ',"breaches":'
_UNSCORED: Final = ((None, None, None),)
"""Of an attempt at a scenario that gives no points: it has a row all the same."""


class Figures(NamedTuple):
    """What a result comes to, without its decisions."""

    outcome: str
    quality: float
    passed: bool
    luck: float
    criteria: tuple[str | None, ...]
    """One None where there is no criterion."""
    levels: tuple[int | None, ...]
    shares: tuple[float | None, ...]


class Reader:
    """Reads the figures of results; those of a drill are the same again and again."""

    def __init__(self) -> None:
        self._kept: dict[str, Figures] = {}

    def figures(self, found: Finished, body: str) -> Figures:
        """Return the figures of a result.

        Raises:
            RecordsError: DB018 the stored result is damaged.
        """
        told = self._kept.get(body)
        if told is None:
            if len(self._kept) >= MOST:
                self._kept.clear()
            told = self._kept[body] = _read(found, body)
        return told


def of_attempt(*, names: bool) -> tuple[str, ...]:
    """Return the columns that an attempt fills, in order."""
    return (*OF_ATTEMPT[:2], NAME, *OF_ATTEMPT[2:]) if names else OF_ATTEMPT


def _read(found: Finished, body: str) -> Figures:
    # Its decisions come last and are most of it: unread, twice as many are read in the same time.
    head, ends, _ = body.partition(_HEAD_ENDS)
    try:
        held: dict[str, Any] = json.loads(f"{head}}}" if ends else body)
        scored = [(name, level, share) for name, (_, _, share, level) in held["criteria"].items()]
        columns = zip(*(scored or _UNSCORED), strict=True)
        return Figures(held["outcome"], held["quality"], held["passed"], held["luck"], *columns)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as damage:
        raise RecordsError("DB018", attempt=found.id) from damage
