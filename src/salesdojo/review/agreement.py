"""How far two who judged the same agree: Cohen's kappa, and intraclass correlations.

Sources: Cohen 1960 and 1968 for kappa, Shrout and Fleiss 1979 for the correlations.
docs/models.md tells what the figures mean.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean
from typing import Final

FEWEST: Final = 30
"""Pairs of levels below which a figure would be chance: it is too few to say."""


class Weights(StrEnum):
    """What a disagreement counts, by how far the two levels lie apart."""

    SAME = "unweighted"
    """1, however far."""
    LINEAR = "linear"
    """The distance."""
    QUADRATIC = "quadratic"
    """Its square."""


@dataclass(frozen=True, slots=True)
class Correlations:
    """The six intraclass correlations of Shrout and Fleiss; None where nothing varies."""

    one_way: float | None
    """ICC(1,1): each was judged by others."""
    two_way: float | None
    """ICC(2,1): all were judged by the same, who stand for anybody who could have."""
    fixed: float | None
    """ICC(3,1): all were judged by the same, and only these matter."""
    one_way_mean: float | None
    """ICC(1,k): the mean of the k that judged."""
    two_way_mean: float | None
    """ICC(2,k)."""
    fixed_mean: float | None
    """ICC(3,k)."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What pairs of levels come to."""

    pairs: int
    """How much the rest can be trusted: under `FEWEST` it is None."""
    same: float | None
    """The share on which both gave the same level, 0-1."""
    kappa: float | None
    """1 is agreement, 0 what chance would bring; None too where nothing varies."""
    linear: float | None
    """Kappa in which a disagreement counts by its distance."""
    quadratic: float | None
    """Kappa in which it counts by the square."""
    correlation: float | None
    """ICC(2,1)."""


def agreement(pairs: Iterable[tuple[int, int]], fewest: int = FEWEST) -> Agreement:
    """Return what `pairs` of levels of the same things come to.

    Args:
        pairs: of each thing the level that one gave, and that of the other.
        fewest: pairs below which nothing is said but how many there are.
    """
    told = list(pairs)
    if len(told) < fewest or not told:
        return Agreement(len(told), None, None, None, None, None)
    return Agreement(
        pairs=len(told),
        same=sum(one == other for one, other in told) / len(told),
        kappa=kappa(told),
        linear=kappa(told, Weights.LINEAR),
        quadratic=kappa(told, Weights.QUADRATIC),
        correlation=correlations(told).two_way,
    )


def kappa(pairs: Sequence[tuple[int, int]], weights: Weights = Weights.SAME) -> float | None:
    """Return Cohen's kappa: `1 - sum(w*o)/sum(w*e)`; None where both gave one level only.

    Args:
        pairs: at least one.
        weights: what a disagreement counts.
    """
    weight = _WEIGHTS[weights]
    ones = Counter(one for one, _ in pairs)
    others = Counter(other for _, other in pairs)
    expected = sum(
        weight(one, other) * many * more
        for one, many in ones.items()
        for other, more in others.items()
    )
    if expected == 0:
        return None
    # In whole numbers until here: both sides times the square of the number of pairs.
    observed = len(pairs) * sum(weight(one, other) for one, other in pairs)
    return 1 - observed / expected


def correlations(rows: Sequence[Sequence[float]]) -> Correlations:
    """Return the intraclass correlations of `rows`, one for each thing judged.

    Args:
        rows: at least two, of the same length of at least two: a value for each who judged.
    """
    n, k = len(rows), len(rows[0]) if rows else 0
    if n < 2 or k < 2:  # noqa: PLR2004 - nothing to compare
        return Correlations(None, None, None, None, None, None)
    grand = fmean(fmean(row) for row in rows)
    means = [fmean(row) for row in rows]
    columns = [fmean(row[place] for row in rows) for place in range(k)]
    between = k * sum((mean - grand) ** 2 for mean in means) / (n - 1)
    inside = sum(
        (value - mean) ** 2 for row, mean in zip(rows, means, strict=True) for value in row
    ) / (n * (k - 1))
    judges = n * sum((column - grand) ** 2 for column in columns) / (k - 1)
    error = sum(
        (value - mean - column + grand) ** 2
        for row, mean in zip(rows, means, strict=True)
        for value, column in zip(row, columns, strict=True)
    ) / ((n - 1) * (k - 1))
    return Correlations(
        one_way=_share(between - inside, between + (k - 1) * inside),
        two_way=_share(between - error, between + (k - 1) * error + k * (judges - error) / n),
        fixed=_share(between - error, between + (k - 1) * error),
        one_way_mean=_share(between - inside, between),
        two_way_mean=_share(between - error, between + (judges - error) / n),
        fixed_mean=_share(between - error, between),
    )


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole > 0 else None


def _apart(one: int, other: int) -> int:
    return int(one != other)


def _distance(one: int, other: int) -> int:
    return abs(one - other)


def _square(one: int, other: int) -> int:
    return (one - other) ** 2


_WEIGHTS: Final[dict[Weights, Callable[[int, int], int]]] = {
    Weights.SAME: _apart,
    Weights.LINEAR: _distance,
    Weights.QUADRATIC: _square,
}
