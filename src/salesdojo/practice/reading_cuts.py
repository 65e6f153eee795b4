"""How finely a condition can tell a value apart.

A cut at `c` says that `c - 1` and `c` may be answered differently. Cuts are kept
as the bits of an integer (bit c is a cut at c), so that an effect of +d moves
all cuts down by a shift.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from salesdojo.content.condition import COMPARISONS, Binary, Name, Node, Number, Unary
from salesdojo.practice.stepping import HIGHEST
from salesdojo.practice.too_large import TooLargeError

EVERY_VALUE: Final = (1 << (HIGHEST + 1)) - 2
"""Cuts at 1-100: no two values of a meter are the same."""
LATEST_TURN: Final = 10_000
"""Conditions on later turns are refused: such a talk is too large to score exactly."""
TURN: Final = "turn"

Cuts = Mapping[str, int]
"""Cuts by name. A fact has at most the cut at 1."""


def cuts_read(tree: Node) -> dict[str, int]:
    """Return where the values of each name that `tree` reads can matter."""
    match tree:
        case Number():
            return {}
        case Name(id=name):
            return {name: 1 << 1}
        case Unary(sign="not", operand=operand):
            return cuts_read(operand)
        case Binary(sign="and" | "or", left=left, right=right):
            return merged(cuts_read(left), cuts_read(right))
        case Binary(sign=sign) if sign in COMPARISONS:
            return _of_comparison(tree)
        case _:
            return _of_figure(tree)


def merged(one: Cuts, other: Cuts) -> dict[str, int]:
    """Return the cuts of both."""
    both = dict(one)
    for name, cuts in other.items():
        both[name] = both.get(name, 0) | cuts
    return both


@dataclass(slots=True)
class _Sum:
    """A linear figure: what each name counts, what is constant, what is read inside."""

    counts: dict[str, int]
    constant: int
    span: int
    """How far conditions nested in the figure can move it."""
    inside: dict[str, int]


def _sum_of(tree: Node, sign: int, into: _Sum) -> _Sum:
    match tree:
        case Number(value=value):
            into.constant += sign * value
        case Name(id=name):
            into.counts[name] = into.counts.get(name, 0) + sign
        case Unary(sign="-", operand=operand):
            _sum_of(operand, -sign, into)
        case Binary(sign="+" | "-" as joined, left=left, right=right):
            _sum_of(left, sign, into)
            _sum_of(right, sign if joined == "+" else -sign, into)
        case _:
            into.span += 1
            into.inside = merged(into.inside, cuts_read(tree))
    return into


def _of_comparison(tree: Binary) -> dict[str, int]:
    figure = _sum_of(tree.right, -1, _sum_of(tree.left, 1, _Sum({}, 0, 0, {})))
    return merged(figure.inside, _of_sum(figure))


def _of_figure(tree: Node) -> dict[str, int]:
    """A figure asked as a condition holds when it is not 0."""
    figure = _sum_of(tree, 1, _Sum({}, 0, 0, {}))
    return merged(figure.inside, _of_sum(figure))


def _of_sum(figure: _Sum) -> dict[str, int]:
    """Return the cuts of "the sum is below, at or above 0"."""
    counts = {name: count for name, count in figure.counts.items() if count}
    if len(counts) == 1 and not figure.span:
        ((name, count),) = counts.items()
        return {name: _around(-figure.constant, count, name)}
    reach = abs(figure.constant) + figure.span
    reach += sum(abs(count) for count in counts.values()) * HIGHEST
    return {name: _up_to(reach) if name == TURN else EVERY_VALUE for name in counts}


def _around(total: int, count: int, name: str) -> int:
    """Cuts where ``count * value`` passes `total`: at the quotient and just above."""
    below = total // count if count > 0 else -total // -count
    if name == TURN:
        _refuse_late(below + 1)
    return sum(1 << cut for cut in (below, below + 1) if 1 <= cut <= _last(name))


def _last(name: str) -> int:
    return LATEST_TURN if name == TURN else HIGHEST


def _up_to(turn: int) -> int:
    _refuse_late(turn)
    return (1 << (turn + 1)) - 2


def _refuse_late(turn: int) -> None:
    if turn > LATEST_TURN:
        raise TooLargeError(LATEST_TURN, (TURN,))
