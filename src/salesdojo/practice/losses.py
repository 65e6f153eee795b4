"""What every move of a policy costs, in whole numbers, and how much can still come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain as joined
from math import inf, lcm
from typing import cast

from salesdojo.practice.policy_chain import Chain
from salesdojo.practice.solving import Explored

Figures = Sequence[Sequence[int]]
"""A whole number for each move of a chain, by state."""


@dataclass(frozen=True, slots=True)
class Losses:
    """The loss of every move of a chain, in one whole unit."""

    start: int
    """V before the opening, in this unit."""
    by_move: Figures
    left: Mapping[int, int]
    """What could still be earned, for the states of circles that are never left."""


def losses_of(explored: Explored, chain: Chain) -> Losses:
    """Return what each move costs, in whole numbers."""
    exact = [
        [explored.loss(state, place) for place, _ in moves]
        for state, moves in enumerate(chain.moves)
    ]
    start, values = explored.solution.start, explored.values
    left = {state: values[state] for state in sorted(chain.circles)}
    figures = joined((start,), left.values(), *exact)
    unit = lcm(*{figure.denominator for figure in figures if not isinstance(figure, int)})
    if unit == 1:
        return Losses(int(start), cast("Figures", exact), cast("Mapping[int, int]", left))
    return Losses(
        int(start * unit),
        [[int(cost * unit) for cost in costs] for costs in exact],
        {state: int(value * unit) for state, value in left.items()},
    )


def most_to_come(chain: Chain, figures: Figures, left: Mapping[int, int]) -> list[float]:
    """Return, by state, the largest sum of figures that can still come; infinite where endless.

    Args:
        chain: what is played.
        figures: what each move adds.
        left: what a circle that is never left adds, by state.
    """
    most: list[float] = [0] * len(chain.moves)
    edges = chain.graph.edges
    for part in reversed(chain.parts):
        first = part[0]
        if first in chain.circles:
            for state in part:
                most[state] = left.get(state, 0)
        elif first in chain.loops:
            largest = _most_of_loop(chain, part, figures, most)
            for state in part:
                most[state] = largest
        elif chain.moves[first]:
            largest = -inf
            for (place, _), figure in zip(chain.moves[first], figures[first], strict=True):
                for _, after in edges[first][place][2]:
                    largest = max(largest, figure + most[after])
            most[first] = largest
    return most


def _most_of_loop(
    chain: Chain, part: Sequence[int], figures: Figures, most: Sequence[float]
) -> float:
    inside = set(part)
    largest: float = -inf
    for state in part:
        for (place, _), figure in zip(chain.moves[state], figures[state], strict=True):
            for _, after in chain.graph.edges[state][place][2]:
                if after not in inside:
                    largest = max(largest, figure + most[after])
                elif figure > 0:
                    return inf
    return largest
