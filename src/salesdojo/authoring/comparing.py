"""Whether two scenarios are equally hard: case B against its original."""

from dataclasses import dataclass
from typing import Final

from salesdojo.authoring.analysis import Analysis

MEAN_LIMIT: Final = 3.0
"""Points of quality by which the random player's means may differ."""
PASS_LIMIT: Final = 2.0
"""Percentage points by which its probabilities to pass may differ."""
DECISIONS_LIMIT: Final = 1.0
"""Decisions by which the best paths may differ."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure of both scenarios."""

    figure: str
    """`mean`, `pass` (percent) or `decisions`."""
    original: float
    other: float
    limit: float
    """The largest difference between equals."""

    @property
    def difference(self) -> float:
        """How much more it is than in the original."""
        return self.other - self.original

    @property
    def within(self) -> bool:
        """Whether it is no more than the limit."""
        return abs(self.difference) <= self.limit


@dataclass(frozen=True, slots=True)
class Comparison:
    """How hard a scenario is beside its original."""

    original: Analysis
    other: Analysis
    differences: tuple[Difference, ...]

    @property
    def equally_hard(self) -> bool:
        """Whether every figure is within its limit."""
        return all(difference.within for difference in self.differences)


def compared(other: Analysis, original: Analysis) -> Comparison:
    """Return how hard `other` is beside `original`."""
    return Comparison(
        original,
        other,
        (
            Difference("mean", original.random.mean, other.random.mean, MEAN_LIMIT),
            Difference(
                "pass", 100 * original.random.passing, 100 * other.random.passing, PASS_LIMIT
            ),
            Difference("decisions", _decisions(original), _decisions(other), DECISIONS_LIMIT),
        ),
    )


def _decisions(analysis: Analysis) -> int:
    return len(analysis.best_road or ())
