"""What offers, reasons and questions do to the customer's mood, 0-100."""

from typing import Final

from salesdojo.practice.table.clock import Range

LOWEST, HIGHEST = 0, 100

INSULT: Final = -8
"""An opening that gives less than the floor by over 35% of the range."""
REPEATED: Final = -4
"""The same offer again, without a new reason."""
TAKEN_BACK: Final = -8
"""Less than before by over 2% of the range."""
MOST_FOR_BETTER: Final = 8
SEVERAL: Final = 4
"""Several packages at once."""
REASON: Final = 2
"""A reason, the first time it is given."""
FITTING_REASON: Final = 3
"""On top, where it speaks to an interest that was uncovered."""
FITTING_QUESTION: Final = 3
"""The first question after an interest."""


def insults(value: int, reach: Range) -> bool:
    """Tell whether an opening worth `value` to the customer is an insult."""
    return 100 * value < 100 * reach.floor - 35 * reach.span


def takes_back(value: int, before: int, reach: Range) -> bool:
    """Tell whether an offer is worse than the one before by more than 2% of the range."""
    return 50 * (before - value) > reach.span


def better(gain: int, reach: Range) -> int:
    """Return what an offer better than every one before by `gain` points does: 1 to 8."""
    return min(MOST_FOR_BETTER, 1 + 20 * gain // max(1, reach.span))


def moved_mood(mood: int, change: int) -> int:
    """Return the mood after a change."""
    return min(HIGHEST, max(LOWEST, mood + change))
