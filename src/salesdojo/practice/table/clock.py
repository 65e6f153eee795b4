"""How much of its range the customer wants in a round: the clock, the mirror, the mood.

Figures are permille of the range between the least the customer takes and the best it
could get. After the time-dependent and imitative tactics of Faratin, P., Sierra, C. and
Jennings, N. R. (1998), Negotiation decision functions for autonomous agents, Robotics
and Autonomous Systems 24(3-4).
"""

from collections.abc import Collection
from dataclasses import dataclass
from math import isqrt
from typing import Final

from salesdojo.content.table import Behaviour, Curve, Table
from salesdojo.practice.table.packages import range_for_them

WHOLE: Final = 1000
_EVEN_MOOD: Final = 50
"""A mood under it makes the customer want more, one over it less."""


@dataclass(frozen=True, slots=True)
class Range:
    """Between what the customer can get."""

    floor: int
    """The least it takes: its reserve, or its fewest points where those are more."""
    most: int

    @property
    def span(self) -> int:
        """Points between floor and most; 0 where the reserve cannot be reached."""
        return max(0, self.most - self.floor)

    def target(self, aspiration: int) -> int:
        """Return the points that the customer wants: floor + ceil(span * aspiration)."""
        return self.floor - (-self.span * aspiration // WHOLE)


def customer_range(table: Table, learned: Collection[str]) -> Range:
    """Return the customer's range over the options open with `learned`."""
    least, most = range_for_them(table, learned)
    return Range(max(table.reserve_theirs, least), most)


def half_up(numerator: int, denominator: int) -> int:
    """Return a fraction rounded to the nearest whole number, halves up. Denominator > 0."""
    return (2 * numerator + denominator) // (2 * denominator)


def clock(behaviour: Behaviour, turn: int, rounds: int) -> int:
    """Return what the clock alone makes the customer want in a turn (1 to `rounds`)."""
    spent, last = turn - 1, rounds - 1
    if behaviour.curve is Curve.BOULWARE:
        passed, whole = spent**4, last**4
    elif behaviour.curve is Curve.STEADY:
        passed, whole = spent, last
    else:
        # The fourth root in permille, half-up: the largest r with (2r - 1)^4 <= 2000^4 * t.
        passed, whole = (isqrt(isqrt((2 * WHOLE) ** 4 * spent // last)) + 1) // 2, WHOLE
    drop = (behaviour.start - behaviour.end) * 10
    return half_up(behaviour.start * 10 * whole - drop * passed, whole)


def mirrored(behaviour: Behaviour, first: int | None, best: int | None, most: int) -> int:
    """Return what the trainee's concessions alone make the customer want.

    `first` and `best` are the points for the customer in the first and the best offer so far.
    """
    yielded = 0
    if first is not None and best is not None:
        yielded = WHOLE * (best - first) // max(1, most - first)
    return behaviour.start * 10 - min((behaviour.start - behaviour.end) * 10, yielded)


def aspiration(behaviour: Behaviour, by_clock: int, by_mirror: int, mood: int) -> int:
    """Return the blend of clock and mirror, moved by the mood, 0-1000."""
    weight = behaviour.mirror * 10
    blend = weight * by_mirror + (WHOLE - weight) * by_clock
    # blend / 1000 + (50 - mood) * 6/5, over one denominator.
    moved = half_up(5 * blend + 6 * WHOLE * (_EVEN_MOOD - mood), 5 * WHOLE)
    return min(WHOLE, max(0, moved))
