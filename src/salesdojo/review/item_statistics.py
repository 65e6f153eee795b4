"""Classical test theory: how hard an item is, and whether it tells who does well.

The formulas are those of docs/models.md. What is given is counted, not listed: how many
attempts had which value, so that a hundred thousand attempts cost no more than the few
hundred values they take. Sums are exact (whole numbers, or fractions of the floats given),
so that "all alike" is found exactly and no rounding passes for a difference.

Sources: Lord and Novick 1968 (item-rest correlation, alpha after Cronbach 1951); effective
weight, discriminative efficiency and error ratio as learning platforms publish them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import sqrt
from operator import mul
from typing import Final

Value = int | float | Fraction
Values = Mapping[Value, int]
"""How many attempts have a value."""
Pairs = Mapping[tuple[Value, Value], int]
"""How many attempts have a value of an item (x), and of all the rest (T - x)."""

_TWO: Final = 2


class Band(StrEnum):
    """What a discrimination index says of an item."""

    VERY_GOOD = "very_good"
    ADEQUATE = "adequate"
    WEAK = "weak"
    VERY_WEAK = "very_weak"
    WRONG = "wrong"
    """Who does well elsewhere does badly here: probably a mistake of its author."""


_BANDS: Final = ((50, Band.VERY_GOOD), (30, Band.ADEQUATE), (20, Band.WEAK), (0, Band.VERY_WEAK))


def band(index: float) -> Band:
    """Return what a discrimination index (-100 to 100) says."""
    return next((told for least, told in _BANDS if index >= least), Band.WRONG)


def mean(values: Values) -> float | None:
    """Return the mean; None of nothing."""
    many = sum(values.values())
    return float(Fraction(_total(values)) / many) if many else None


def variance(values: Values) -> float | None:
    """Return the variance, with n - 1; None under two attempts."""
    return covariance({(value, value): many for value, many in values.items()})


def deviation(values: Values) -> float | None:
    """Return the standard deviation, with n - 1; None under two attempts."""
    found = variance(values)
    return None if found is None else sqrt(found)


def covariance(pairs: Pairs) -> float | None:
    """Return the covariance of both values, with n - 1; None under two attempts."""
    many = sum(pairs.values())
    if many < _TWO:
        return None
    first: Value = 0
    second: Value = 0
    product: Value = 0
    for (x, y), times in pairs.items():
        once = times * x
        first += once
        second += times * y
        product += once * y
    if isinstance(product, float):  # floats were given: what they stand for is added exactly
        return covariance(_exactly(pairs))
    return _covariance(many, first, second, product)


def facility(average: float, greatest: float) -> float | None:
    """Return how easy an item is, 0-1: its mean over the most it can give; None if that is 0."""
    return average / greatest if greatest else None


@dataclass(frozen=True, slots=True)
class Spread:
    """How an item and the rest vary, alone and together; None under two attempts."""

    item: float | None
    """The variance of the item."""
    rest: float | None
    """The variance of the rest."""
    shared: float | None
    """Their covariance."""
    most: float | None
    """The covariance of the same values, each sorted: the most there could be."""

    @property
    def with_total(self) -> float | None:
        """The covariance of the item and the total."""
        return None if self.item is None or self.shared is None else self.item + self.shared

    @property
    def discrimination(self) -> float | None:
        """The correlation of item and rest, in percent; None where one of them is all alike."""
        if not self.item or not self.rest or self.shared is None:
            return None
        return 100 * self.shared / sqrt(self.item * self.rest)

    @property
    def efficiency(self) -> float | None:
        """The covariance in percent of the most there could be; None where there is none."""
        return None if self.shared is None or not self.most else 100 * self.shared / self.most


def spread(pairs: Pairs) -> Spread:
    """Return how an item and the rest vary."""
    item: Counter[Value] = Counter()
    rest: Counter[Value] = Counter()
    product: Value = 0
    for (x, y), many in _exactly(pairs).items():
        item[x] += many
        rest[y] += many
        product += many * x * y
    return spread_of(item, rest, product)


def spread_of(item: Values, rest: Values, product: Value) -> Spread:
    """Return how an item and the rest vary.

    Args:
        item: its values; whole numbers or fractions.
        rest: the rest's, of as many attempts.
        product: the sum of both values' products over all attempts.
    """
    many = sum(item.values())
    first, squares = _moments(item)
    second, other_squares = _moments(rest)
    return Spread(
        item=_covariance(many, first, first, squares),
        rest=_covariance(many, second, second, other_squares),
        shared=_covariance(many, first, second, product),
        most=_covariance(many, first, second, _most_together(item, rest)),
    )


def effective_weights(covariances: Sequence[float | None]) -> tuple[float | None, ...]:
    """Return how much of the total each item decides, in percent.

    Args:
        covariances: of each item with the total. What is negative or None has no weight.
    """
    roots = [None if one is None or one < 0 else sqrt(one) for one in covariances]
    together = sum(one for one in roots if one is not None)
    return tuple(100 * one / together if one is not None and together else None for one in roots)


def internal_consistency(variances: Sequence[float], total: float) -> float | None:
    """Return Cronbach's alpha, in percent; None under two items or where all totals are alike.

    Args:
        variances: of each item.
        total: the variance of the totals.
    """
    items = len(variances)
    if items < _TWO or not total:
        return None
    return 100 * items / (items - 1) * (1 - sum(variances) / total)


def error_ratio(consistency: float) -> float:
    """Return how much of the totals' standard deviation is chance, in percent.

    Args:
        consistency: `internal_consistency`, at most 100.
    """
    return 100 * sqrt(max(0.0, 1 - consistency / 100))


def standard_error(ratio: float, total: float) -> float:
    """Return by how much a total is off by chance, in its own unit.

    Args:
        ratio: `error_ratio`.
        total: the standard deviation of the totals.
    """
    return ratio * total / 100


def counted(rows: Iterable[Sequence[Value]]) -> tuple[Counter[tuple[Value, Value]], ...]:
    """Return, for each item, the pairs that attempts come to, given as a row of items each."""
    found: list[Counter[tuple[Value, Value]]] = []
    for row in rows:
        values = [_exact(value) for value in row]
        total = sum(values)
        found = found or [Counter() for _ in values]
        for item, value in zip(found, values, strict=True):
            item[value, total - value] += 1
    return tuple(found)


def with_total(pairs: Pairs) -> Pairs:
    """Return the item beside the total, instead of beside the rest."""
    found: Counter[tuple[Value, Value]] = Counter()
    for (x, rest), many in pairs.items():
        found[x, x + rest] += many
    return found


def items(pairs: Pairs) -> Values:
    """Return how many attempts have which value of the item."""
    found: Counter[Value] = Counter()
    for (one, _), many in pairs.items():
        found[one] += many
    return found


def _covariance(many: int, first: Value, second: Value, product: Value) -> float | None:
    """Return the covariance of values with these sums, which are exact."""
    if many < _TWO:
        return None
    return float(Fraction(many * product - first * second) / (many * (many - 1)))


def _moments(values: Values) -> tuple[Value, Value]:
    """Return the sums of the values, and of their squares."""
    each, many = values.keys(), values.values()
    return sum(map(mul, each, many)), sum(map(mul, map(mul, each, each), many))


def _most_together(one: Values, other: Values) -> Value:
    """Return the sum of products, the smallest with the smallest, and so on."""
    found: Value = 0
    partners = iter(sorted(other.items()))
    partner: Value = 0
    there = 0
    for value, many in sorted(one.items()):
        left = many
        beside: Value = 0
        while left:
            if not there:
                partner, there = next(partners)
            taken = min(left, there)
            beside += taken * partner
            left, there = left - taken, there - taken
        found += value * beside
    return found


def _total(values: Values) -> int | Fraction:
    found: int | Fraction = 0
    for value, many in values.items():
        found += _exact(value) * many
    return found


def _exactly(pairs: Pairs) -> Pairs:
    found: Counter[tuple[Value, Value]] = Counter()
    for (x, y), many in pairs.items():
        found[_exact(x), _exact(y)] += many
    return found


def _exact(value: Value) -> int | Fraction:
    return Fraction(value) if isinstance(value, float) else value
