"""What each state of a graph is worth, and the most points to be had: backwards, batch by batch."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import inf
from operator import add
from typing import Final

from salesdojo.practice.loops import LARGEST, Exact, Way, loop_values
from salesdojo.practice.multipliers import multipliers
from salesdojo.practice.numbering import Packed
from salesdojo.practice.state_graph import Batch, Edge, Move, StateGraph
from salesdojo.practice.too_large import TooLargeError

Points = tuple[int, ...]
"""Points by criterion."""
_NEVER: Final = -1
"""Stands for what a move that is not offered leads to."""


def expected(draw: Sequence[tuple[int, Exact]]) -> Exact:
    """Return the mean of weighted values, whole where it is whole."""
    if len(draw) == 1:
        return draw[0][1]
    total = sum(weight * value for weight, value in draw)
    weights = sum(weight for weight, _ in draw)
    whole, left = divmod(total, weights)
    return Fraction(total) / weights if left else whole


def most_points(graph: StateGraph) -> Mapping[str, int]:
    """Return the most points that can be earned on each criterion used, with all luck."""
    choices = [choice for _, choice in graph.numbering.choices]
    used = {criterion for choice in choices for criterion in choice.points}
    criteria = [one for one in graph.numbering.scenario.rubric.criteria if one in used]
    points = [tuple(choice.points.get(one, 0) for one in criteria) for choice in choices]
    most = _Most(len(graph), points, (0,) * len(criteria))
    for stage in reversed(graph.stages):
        for batch in stage.batches:
            most.batch(batch)
        for component in stage.loops:
            most.loop(component, graph.edges)
    begun = [most.of(state) for _, state in graph.opening]
    return dict(zip(criteria, map(max, zip(*begun, strict=True)), strict=True))


class _Most:
    """The most points still possible on each criterion, by state: few are different."""

    def __init__(self, states: int, points: Sequence[Points], nothing: Points) -> None:
        self._points = points
        self._nothing = nothing
        self._known: list[Points] = []
        self._numbers: dict[Points, int] = {}
        self._by_state = [self._number(nothing)] * states

    def of(self, state: int) -> Points:
        return self._known[self._by_state[state]]

    def _number(self, points: Points) -> int:
        number = self._numbers.get(points)
        if number is None:
            number = self._numbers[points] = len(self._known)
            self._known.append(points)
        return number

    def batch(self, batch: Batch) -> None:
        """Work out what leads to later stages; equal prospects are joined once."""
        earned: list[Points] = []
        prospects: list[Sequence[int]] = []
        by_state = self._by_state
        for move in batch.moves:
            for to in () if move.inside else move.to:
                ahead = map(by_state.__getitem__, to)
                earned.append(self._points[move.choice] if move.counts else self._nothing)
                if move.places is None:
                    prospects.append(list(ahead))
                else:
                    some = [_NEVER] * len(batch.numbers)
                    for place, number in zip(move.places, ahead, strict=True):
                        some[place] = number
                    prospects.append(some)
        if not prospects:
            return
        joined: dict[tuple[int, ...], int] = {}
        for state, ahead_of_it in zip(batch.numbers, zip(*prospects, strict=True), strict=True):
            if ahead_of_it not in joined:
                joined[ahead_of_it] = self._joined(earned, ahead_of_it)
            by_state[state] = joined[ahead_of_it]

    def _joined(self, earned: Iterable[Points], ahead: Iterable[int]) -> int:
        known = self._known
        sums = [
            tuple(map(add, points, known[number]))
            for points, number in zip(earned, ahead, strict=True)
            if number != _NEVER
        ]
        return self._number(tuple(map(max, zip(*sums, strict=True))) if sums else self._nothing)

    def loop(self, component: Sequence[int], edges: Sequence[Sequence[Edge]]) -> None:
        """Work out states that lead to one another: they have the same prospects."""
        inside = set(component)
        ways = {
            (choice if counts else _NEVER, self._by_state[after])
            for state in component
            for choice, counts, to in edges[state]
            for _, after in to
            if after not in inside
        }
        together = self._joined(
            [self._nothing if choice == _NEVER else self._points[choice] for choice, _ in ways],
            [number for _, number in ways],
        )
        for state in component:
            self._by_state[state] = together


def best_values(graph: StateGraph, worths: Sequence[int]) -> list[Exact]:
    """Return V of each state, where `worths` says what each choice's points are worth.

    Raises:
        TooLargeError: PR003 for a loop with chance in it that is too large.
    """
    values: list[Exact] = [0] * len(graph)
    for stage in reversed(graph.stages):
        for batch in stage.batches:
            _value_batch(batch, worths, values)
        for component in stage.loops:
            _value_loop(component, graph, worths, values)
    return values


def _value_batch(batch: Batch, worths: Sequence[int], values: list[Exact]) -> None:
    best: list[Exact | float] = [-inf] * len(batch.numbers)
    untouched = True
    for move in batch.moves:
        if move.inside:
            continue
        gains = _gains(move, worths[move.choice] if move.counts else 0, values)
        if move.places is not None:
            for place, gain in zip(move.places, gains, strict=True):
                if gain > best[place]:  # noqa: PLR1730 - the hottest loop: max() is a call
                    best[place] = gain
        elif untouched:
            best = [*gains]
        else:
            best = [
                one if one > other else other  # noqa: FURB136 - max() is a call
                for one, other in zip(best, gains, strict=True)
            ]
        untouched = False
    for number, value in zip(batch.numbers, best, strict=True):
        values[number] = 0 if isinstance(value, float) else value


def _gains(move: Move, worth: int, values: Sequence[Exact]) -> Sequence[Exact]:
    """Return what the move is worth from each state that goes it."""
    if len(move.to) > 1:
        return [
            worth + expected(list(zip(move.weights, each, strict=True)))
            for each in zip(*(map(values.__getitem__, to) for to in move.to), strict=True)
        ]
    if not worth:
        return list(map(values.__getitem__, move.to[0]))
    return [worth + values[to] for to in move.to[0]]


def _value_loop(
    component: Sequence[int], graph: StateGraph, worths: Sequence[int], values: list[Exact]
) -> None:
    """Value states that lead to one another: without chance, all by the best way out."""
    inside = set(component)
    certain = True
    best: Exact | float = -inf
    for state in component:
        for choice, counts, to in graph.edges[state]:
            if any(after in inside for _, after in to):
                certain = certain and len(to) == 1
                continue
            ahead = expected([(weight, values[after]) for weight, after in to])
            best = max(best, ahead + (worths[choice] if counts else 0))
    if certain:
        for state in component:
            values[state] = 0 if isinstance(best, float) else best
        return
    if len(component) > LARGEST:
        raise TooLargeError(LARGEST, multipliers(graph.numbering, _by_scene(component, graph)))
    ways = {state: _ways_of(graph.edges[state], inside, worths, values) for state in component}
    for state, value in loop_values(ways).items():
        values[state] = _whole(value)


def _by_scene(component: Sequence[int], graph: StateGraph) -> Mapping[str, Sequence[Packed]]:
    scenes: dict[str, list[Packed]] = {}
    for state in component:
        scenes.setdefault(graph.scene(state), []).append(graph.states[state])
    return scenes


def _ways_of(
    edges: Iterable[Edge], component: set[int], worths: Sequence[int], values: Sequence[Exact]
) -> list[Way]:
    ways: list[Way] = []
    for choice, counts, to in edges:
        total = sum(weight for weight, _ in to)
        gain: Exact = worths[choice] if counts else 0
        inside: dict[int, Fraction] = {}
        for weight, after in to:
            share = Fraction(weight, total)
            if after in component:
                inside[after] = inside.get(after, Fraction(0)) + share
            else:
                gain += share * values[after]
        ways.append(Way(_whole(gain), inside))
    return ways


def _whole(value: Exact) -> Exact:
    return value.numerator if value.denominator == 1 else value
