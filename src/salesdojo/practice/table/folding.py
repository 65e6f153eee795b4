"""The fold: issue by issue, keeping of partial packages only those that no other beats on both.

What is best overall never contains a part that is beaten on both sides by another
part over the same issues, so each step may forget the beaten ones. A pair of figures
is one whole number, and adding packages is adding numbers.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from salesdojo.practice.table.sums import MASK, SHIFT, all_sums

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fold:
    """The undominated pairs over the last issues, for each number of issues."""

    columns: tuple[tuple[int, ...], ...]
    """By issue: the options' pairs, as one number each, from the least figures on."""
    fronts: tuple[tuple[int, ...], ...]
    """By issue: the undominated sums from this issue to the last; at the end the empty sum."""
    least: Pair
    """What was taken off: the sums of the least figures."""

    @property
    def pairs(self) -> list[Pair]:
        """The undominated pairs over all issues, from the largest first figure down."""
        first, second = self.least
        return [((code >> SHIFT) + first, (code & MASK) + second) for code in self.fronts[0]]

    def places(self, pair: Pair) -> tuple[int, ...]:
        """Return the places of the options that make an undominated pair.

        Of several ways the lexicographically first. Its end over the last issues is
        undominated too, so it is found by going forward.
        """
        left = ((pair[0] - self.least[0]) << SHIFT) + pair[1] - self.least[1]
        found = []
        for column, front in zip(self.columns, self.fronts[1:], strict=True):
            ends = set(front)
            place = next(p for p, code in enumerate(column) if left - code in ends)
            found.append(place)
            left -= column[place]
        return tuple(found)


def folded(columns: Sequence[Sequence[Pair]], needed: Pair | None = None) -> Fold:
    """Fold the options' pairs of figures, one column an issue. No column is empty.

    With `needed` only what reaches both figures is wanted: what cannot, whatever the other
    issues bring, is dropped on the way.
    """
    least = [(min(a for a, _ in column), min(b for _, b in column)) for column in columns]
    coded = tuple(
        tuple(((a - low) << SHIFT) + b - under for a, b in column)
        for column, (low, under) in zip(columns, least, strict=True)
    )
    sums = (sum(low for low, _ in least), sum(under for _, under in least))
    most = [(max(code >> SHIFT for code in c), max(code & MASK for code in c)) for c in coded]
    # What the issues that are still to be folded can bring.
    to_come = (sum(a for a, _ in most), sum(b for _, b in most))
    fronts: list[tuple[int, ...]] = [(0,)]
    for column, (first, second) in zip(reversed(coded), reversed(most), strict=True):
        front = _undominated(all_sums(_undominated(set(column)), fronts[-1]))
        to_come = (to_come[0] - first, to_come[1] - second)
        if needed is not None:
            lacking = needed[0] - sums[0] - to_come[0], needed[1] - sums[1] - to_come[1]
            front = _reaching(front, lacking)
        fronts.append(front)
    return Fold(coded, tuple(reversed(fronts)), sums)


def _reaching(front: tuple[int, ...], lacking: Pair) -> tuple[int, ...]:
    first, second = lacking
    return tuple(code for code in front if code >> SHIFT >= first and code & MASK >= second)


def _undominated(codes: Collection[int]) -> tuple[int, ...]:
    kept = []
    highest = -1
    for code in sorted(codes, reverse=True):
        second = code & MASK
        if second > highest:
            kept.append(code)
            highest = second
    return tuple(kept)
