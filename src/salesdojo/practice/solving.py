"""The exact value of every state: the most that perfect play can still earn.

Solved once per scenario revision over the reachable states (docs/scoring.md), in
integers over one common denominator; fractions appear only where chance does.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import lcm
from operator import or_
from typing import Final

from salesdojo.content.model import Scenario
from salesdojo.practice.compiling import Compiled, Numbering
from salesdojo.practice.liveness import Liveness, cut_down, liveness
from salesdojo.practice.loops import Exact, Way, loop_values
from salesdojo.practice.state_graph import StateGraph, explore
from salesdojo.practice.stepping import Draw, State

METHOD: Final = 1
"""The version of the scoring method: it is stored with every result."""


@dataclass(frozen=True, slots=True)
class Solution:
    """What every reachable state of a scenario is worth under perfect play."""

    scenario: Scenario
    best: Mapping[str, int]
    """The most points that any attempt can earn, by criterion; only those above 0."""
    denominator: int
    """Values are whole multiples of 1/denominator weight (but for chance)."""
    start: Exact
    """V before the opening."""
    values: Mapping[Compiled, Exact]
    numbering: Numbering
    liveness: Liveness

    def value(self, state: State) -> Exact:
        """Return V(state): the most still to be earned, in expectation over chance."""
        return self.values[self.numbering.compiled(cut_down(state, self.liveness))]

    def expected(self, draw: Draw) -> Exact:
        """Return the expected V of what a draw may bring."""
        return expected([(weight, self.value(state)) for weight, state in draw])

    def worth(self, points: Mapping[str, int]) -> int:
        """Return what points are worth: the sum of weight * points / best."""
        weights = self.scenario.rubric.criteria
        return sum(
            weights[criterion].weight * earned * (self.denominator // self.best[criterion])
            for criterion, earned in points.items()
            if criterion in self.best
        )

    def to_json(self) -> bytes:
        """Return the solution for a cache."""
        return json.dumps(
            {
                "method": METHOD,
                "revision": self.scenario.revision,
                "best": dict(self.best),
                "start": _written(self.start),
                "states": list(self.values),
                "values": [_written(value) for value in self.values.values()],
            },
            separators=(",", ":"),
        ).encode()

    @classmethod
    def from_json(cls, scenario: Scenario, kept: bytes) -> "Solution":
        """Read what `to_json` wrote for this scenario.

        Raises:
            ValueError: when it is damaged, or of another revision or method.
        """
        try:
            held = json.loads(kept)
            if (held["method"], held["revision"]) != (METHOD, scenario.revision):
                msg = "a solution of another method or revision"
                raise ValueError(msg)
            best = {str(criterion): int(most) for criterion, most in held["best"].items()}
            states = [tuple(map(int, state)) for state in held["states"]]
            values = dict(zip(states, map(_read, held["values"]), strict=True))
            start = _read(held["start"])
        except (KeyError, TypeError, AttributeError) as fault:
            msg = "a damaged solution"
            raise ValueError(msg) from fault
        return cls(
            scenario,
            best,
            lcm(*best.values()),
            start,
            values,
            Numbering(scenario),
            liveness(scenario),
        )


@dataclass(frozen=True, slots=True)
class Explored:
    """A scenario with every state it can reach, and what each of them is worth."""

    graph: StateGraph
    order: Sequence[Sequence[int]]
    """The strongly connected components of the graph, each before those that lead to it."""
    values: Sequence[Exact]
    """V by state number."""
    worths: Sequence[int]
    """What the points of each choice are worth, by choice number."""
    solution: Solution

    @property
    def scenario(self) -> Scenario:
        """The scenario."""
        return self.solution.scenario


def solve(scenario: Scenario) -> Solution:
    """Explore and solve a scenario.

    Raises:
        PracticeError: PR003 when it is too large to be scored exactly.
    """
    return explored(scenario).solution


def explored(scenario: Scenario) -> Explored:
    """Explore and solve a scenario, and keep its graph for those who ask more of it.

    Raises:
        PracticeError: PR003 when it is too large to be scored exactly.
    """
    live = liveness(scenario)
    graph = explore(scenario, live)
    order = graph.components()
    criteria = _criteria_used(scenario)
    most = _most_points(graph, order, criteria)
    best = {
        criterion: points
        for position, criterion in enumerate(criteria)
        if (points := max(most[state][position] for _, state in graph.opening)) > 0
    }
    denominator = lcm(*best.values())
    unsolved = Solution(scenario, best, denominator, 0, {}, graph.numbering, live)
    worths = [unsolved.worth(choice.points) for _, choice in graph.numbering.choices]
    values = _values(graph, order, worths)
    solution = Solution(
        scenario,
        best,
        denominator,
        expected([(weight, values[state]) for weight, state in graph.opening]),
        dict(zip(graph.states, values, strict=True)),
        graph.numbering,
        live,
    )
    return Explored(graph, order, values, worths, solution)


def expected(draw: Sequence[tuple[int, Exact]]) -> Exact:
    """Return the mean of weighted values, whole where it is whole."""
    if len(draw) == 1:
        return draw[0][1]
    mean = Fraction(sum(weight * value for weight, value in draw)) / sum(w for w, _ in draw)
    return mean.numerator if mean.denominator == 1 else mean


def _criteria_used(scenario: Scenario) -> tuple[str, ...]:
    used = reduce(
        or_,
        (
            set(choice.points)
            for scene in scenario.scenes.values()
            for choice in scene.choices.values()
        ),
        set[str](),
    )
    return tuple(criterion for criterion in scenario.rubric.criteria if criterion in used)


def _most_points(
    graph: StateGraph, order: Sequence[Sequence[int]], criteria: Sequence[str]
) -> list[tuple[int, ...]]:
    """Return, by state, the most points still possible on each criterion, with all luck."""
    points = [
        tuple(choice.points.get(criterion, 0) for criterion in criteria)
        for _, choice in graph.numbering.choices
    ]
    nothing = (0,) * len(criteria)
    most: list[tuple[int, ...]] = [nothing] * len(graph.states)
    for component in order:
        inside = set(component)
        reached = [
            tuple(map(sum, zip(points[choice] if counts else nothing, most[after], strict=True)))
            for state in component
            for choice, counts, to in graph.edges[state]
            for _, after in to
            if after not in inside
        ]
        if reached:
            together = tuple(map(max, zip(*reached, strict=True)))
            for state in component:
                most[state] = together
    return most


def _values(
    graph: StateGraph, order: Sequence[Sequence[int]], worths: Sequence[int]
) -> list[Exact]:
    values: list[Exact] = [0] * len(graph.states)
    for component in order:
        state = component[0]
        edges = graph.edges[state]
        if len(component) == 1 and not any(after == state for _, _, to in edges for _, after in to):
            values[state] = max(
                (
                    (worths[choice] if counts else 0)
                    + (values[to[0][1]] if len(to) == 1 else _mean(to, values))
                    for choice, counts, to in edges
                ),
                default=0,
            )
            continue
        ways = {
            member: _ways_of(graph, member, set(component), worths, values) for member in component
        }
        for member, value in loop_values(ways).items():
            values[member] = _whole(value)
    return values


def _mean(to: Sequence[tuple[int, int]], values: Sequence[Exact]) -> Exact:
    return expected([(weight, values[after]) for weight, after in to])


def _ways_of(
    graph: StateGraph,
    state: int,
    component: set[int],
    worths: Sequence[int],
    values: Sequence[Exact],
) -> list[Way]:
    ways: list[Way] = []
    for choice, counts, to in graph.edges[state]:
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


def _written(value: Exact) -> int | str:
    return value if isinstance(value, int) else str(value)


def _read(written: int | str) -> Exact:
    return written if isinstance(written, int) else Fraction(written)
