"""All sums of two sets of coded pairs: by a set, or by bits where many pairs lie on few lines.

Where what one side gains the other loses, nothing is ever beaten, and a front has as many
pairs as the span has points; but they lie on the line of one total. There a front is a whole
number with a bit for each first figure, and adding an option is a shift: measured 10 times
as fast over 30^10 outcomes.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

SHIFT: Final = 24
MASK: Final = (1 << SHIFT) - 1
"""The second figures of a package add up to less than this: 16 million."""

_CROWDED: Final = 32
"""Pairs a line from which bits are faster."""
_WIDEST: Final = 1 << 17
"""First figures over this would make the bits too long."""


def all_sums(column: Sequence[int], front: Sequence[int]) -> Collection[int]:
    """Return the code of every sum, without repetitions where there are many."""
    if len(front) >= _CROWDED and front[0] >> SHIFT < _WIDEST:
        totals = set(map(_total, front))
        if len(totals) * _CROWDED <= len(front):
            return _by_bits(column, front)
    sums: set[int] = set()
    for code in column:
        # The inner loop runs in C.
        sums.update(map(code.__add__, front))
    return sums


def _total(code: int) -> int:
    return (code >> SHIFT) + (code & MASK)


def _by_bits(column: Sequence[int], front: Sequence[int]) -> list[int]:
    lines: dict[int, list[int]] = {}
    for code in front:
        lines.setdefault(_total(code), []).append(code >> SHIFT)
    bits = {total: _number(firsts) for total, firsts in lines.items()}
    sums: dict[int, int] = {}
    for option in column:
        for total, number in bits.items():
            line = total + _total(option)
            sums[line] = sums.get(line, 0) | number << (option >> SHIFT)
    return [
        (first << SHIFT) + line - first
        for line, number in sums.items()
        for first in _firsts(number)
    ]


def _number(firsts: Sequence[int]) -> int:
    """Return the whole number that has these bits."""
    highest = max(firsts)
    digits = bytearray(b"0" * (highest + 1))
    for first in firsts:
        digits[highest - first] = ord("1")
    return int(digits, 2)


def _firsts(number: int) -> Iterator[int]:
    """Yield the bits of a whole number."""
    digits = f"{number:b}"[::-1]
    at = digits.find("1")
    while at >= 0:
        yield at
        at = digits.find("1", at + 1)
