"""Krippendorff's alpha for ordinal values: how far judges agree beyond chance, exactly."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction


def ordinal_alpha(units: Iterable[Sequence[int]]) -> Fraction | None:
    """Return Krippendorff's alpha over `units`, each the values that its judges gave it.

    1 is full agreement, 0 what chance would bring, below 0 worse than chance. None where
    it is not defined: no unit with two values, or one single value everywhere, which
    leaves nothing to tell apart. Units with one value or none say nothing and are passed over.

    alpha = 1 - D_o / D_e, with the ordinal difference of two values the squared number of
    values given from one to the other, both ends counted half (K. Krippendorff, "Computing
    Krippendorff's Alpha-Reliability", 2011; "Content Analysis", chapter on reliability).
    """
    counted = [Counter(values) for values in units if len(values) > 1]
    given = sum(counted, Counter[int]())
    apart = _differences(given)
    expected = sum(given[one] * given[other] * apart[one, other] for one, other in apart)
    if not expected:
        return None
    observed = sum((_observed(values, apart) for values in counted), Fraction())
    return 1 - (given.total() - 1) * observed / expected


def _observed(values: Mapping[int, int], apart: Mapping[tuple[int, int], Fraction]) -> Fraction:
    """Return the differences within one unit, each pair weighed by the unit's judges."""
    pairs = sum(
        (
            count * values[other] * apart[one, other]
            for one, count in values.items()
            for other in values
        ),
        Fraction(),
    )
    return pairs / (sum(values.values()) - 1)


def _differences(given: Mapping[int, int]) -> Mapping[tuple[int, int], Fraction]:
    """Return the ordinal difference of every pair of values; 0 of a value and itself."""
    values = sorted(given)
    found: dict[tuple[int, int], Fraction] = {}
    for first, one in enumerate(values):
        for last, other in enumerate(values[first:], start=first):
            between = sum(given[value] for value in values[first : last + 1])
            found[one, other] = (between - Fraction(given[one] + given[other], 2)) ** 2
            found[other, one] = found[one, other]
    return found
