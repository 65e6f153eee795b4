"""How the latest attempts went, and whether something got better: told only where it is sure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import fsum, sqrt
from statistics import NormalDist, variance
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from salesdojo.content.text import Text
    from salesdojo.records.history.recent import Recent

FEWEST: Final = 5
"""Attempts on either side before two means are compared."""
MOST: Final = 10
"""Attempts on either side that are compared at most."""
_Z90: Final = NormalDist().inv_cdf(0.95)
_NEAR: Final = 1e-9
"""How near to the edge, as a part of it, rounding might decide: there the error is told exactly."""


class Way(StrEnum):
    """Which way something went."""

    UP = "up"
    DOWN = "down"
    LEVEL = "level"
    """The difference is no more than chance may bring."""


@dataclass(frozen=True, slots=True)
class Change:
    """The mean of the latest attempts against that of as many before them."""

    before: float
    now: float
    many: int
    """Attempts on either side, `FEWEST` to `MOST`."""
    way: Way
    """Up or down only where the difference passes 1.645 standard errors (Welch's)."""


@dataclass(frozen=True, slots=True)
class Point:
    """One attempt in a trend."""

    at: int
    """UTC in milliseconds."""
    scenario: str
    value: float
    """0-100."""
    repeat: bool
    """Not the first attempt at its scenario: it measures memory too."""


@dataclass(frozen=True, slots=True)
class Trend:
    """Attempts in the order of finishing, and what the first attempts among them say."""

    points: tuple[Point, ...]
    change: Change | None
    """Of first attempts; None where there are too few to compare."""


@dataclass(frozen=True, slots=True)
class CriterionTrend:
    """What was earned of one criterion, attempt by attempt."""

    criterion: str
    name: "Text"
    trend: Trend
    """Values are shares in percent."""


def quality_trend(recent: "Iterable[Recent]", among: Collection[str] | None = None) -> Trend:
    """Return the trend of quality.

    Args:
        recent: attempts in the order of finishing.
        among: of these scenarios only; None is all.
    """
    return _trend(
        tuple(
            Point(one.at, one.scenario, one.result.quality, one.repeat)
            for one in recent
            if among is None or one.scenario in among
        )
    )


def criterion_trends(
    recent: "Sequence[Recent]", names: "Mapping[str, Text]"
) -> tuple[CriterionTrend, ...]:
    """Return the trend of each criterion of `names` that `recent` tells of, in that order."""
    found: dict[str, list[Point]] = {}
    for one in recent:
        for criterion, scored in one.result.criteria.items():
            point = Point(one.at, one.scenario, 100 * scored.share, one.repeat)
            found.setdefault(criterion, []).append(point)
    return tuple(
        CriterionTrend(criterion, name, _trend(tuple(found[criterion])))
        for criterion, name in names.items()
        if criterion in found
    )


def change(values: Sequence[float]) -> Change | None:
    """Return how the latest of `values` compare with as many before them."""
    many = min(MOST, len(values) // 2)
    if many < FEWEST:
        return None
    earlier, latest = values[-2 * many : -many], values[-many:]
    before, now = fsum(earlier) / many, fsum(latest) / many
    spread = _spread(earlier, before) + _spread(latest, now)
    edge, moved = _Z90 * sqrt(spread / (many - 1) / many), abs(now - before)
    if abs(moved - edge) <= _NEAR * max(edge, abs(before), abs(now)):
        edge = _Z90 * sqrt((variance(earlier) + variance(latest)) / many)
    if moved <= edge:
        return Change(before, now, many, Way.LEVEL)
    return Change(before, now, many, Way.UP if now > before else Way.DOWN)


def _spread(values: Sequence[float], mean: float) -> float:
    """Return the sum of squares around `mean`; exact `variance` takes ten times as long."""
    return fsum([(value - mean) ** 2 for value in values])


def _trend(points: tuple[Point, ...]) -> Trend:
    return Trend(points, change([point.value for point in points if not point.repeat]))
