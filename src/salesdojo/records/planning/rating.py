"""How well something was remembered, told from what was lost: nobody is asked."""

from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import Final

from salesdojo.records.mastery.ability import MASTERY, expected_share

SMALL: Final = 0.25
"""The part of a decision's spread under which its loss is a slip."""
FIRM: Final = expected_share(MASTERY)
"""The share over chance that counts as mastery, four fifths: from here on a criterion is firm."""
HALF: Final = 0.5
"""The share over chance from which more of a criterion is there than missing."""


class Rating(IntEnum):
    """What FSRS is told of a review, numbered as FSRS numbers it."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4
    """Never told from one review: see `salesdojo.records.planning.schedule`."""


def rate_drill(losses: Iterable[tuple[str, float]], spreads: Mapping[str, float]) -> Rating:
    """Return how a drill was done: as its worst decision.

    Good without a loss, hard for a loss under a quarter of what the scene's worst line costs,
    else again.

    Args:
        losses: of each decision, its scene and what it cost.
        spreads: what the worst line of each scene costs.
    """
    return min(
        (_decision(loss, spreads.get(scene, 0.0)) for scene, loss in losses),
        default=Rating.GOOD,
    )


def rate_share(share: float) -> Rating:
    """Return how a criterion was remembered, from its share over chance (0-1).

    A criterion is many decisions, of which nobody has all in hand for ever: good from four
    fifths, hard from a half, else again.
    """
    if share >= FIRM:
        return Rating.GOOD
    return Rating.HARD if share >= HALF else Rating.AGAIN


def _decision(loss: float, spread: float) -> Rating:
    if loss <= 0:
        return Rating.GOOD
    return Rating.HARD if loss < SMALL * spread else Rating.AGAIN
