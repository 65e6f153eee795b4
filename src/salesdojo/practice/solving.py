"""The exact value of every state: the most that perfect play can still earn.

Solved once per scenario revision over the reachable states (docs/scoring.md), in
integers over one common denominator; fractions appear only where chance does.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import lcm
from typing import Final

from salesdojo.content.condition import ConditionError
from salesdojo.content.model import Scenario
from salesdojo.practice.ends_written import ends_written, with_ends_read
from salesdojo.practice.liveness import Liveness, cut_down, liveness
from salesdojo.practice.loops import Exact
from salesdojo.practice.numbering import Numbering, Packed
from salesdojo.practice.state_graph import StateGraph, explore
from salesdojo.practice.stepping import Draw, State, offered
from salesdojo.practice.table_ends import with_table_ends, with_table_ends_from
from salesdojo.practice.valuing import best_values, expected, most_points

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
    values: Mapping[Packed, Exact]
    numbering: Numbering
    liveness: Liveness

    def value(self, state: State) -> Exact:
        """Return V(state): the most still to be earned, in expectation over chance.

        Behind a table a talk can stand where no road of the named players led: that is
        worked out when it is asked for.
        """
        cut = cut_down(state, self.liveness)
        packed = self.numbering.compiled(cut)
        known = self.values.get(packed)
        return self._value_from(state) if known is None else known

    def _value_from(self, state: State) -> Exact:
        ended = with_table_ends_from(self.scenario, state)
        graph = explore(ended, liveness(ended), (state,))
        worths = [self.worth(choice.points) for _, choice in graph.numbering.choices]
        values = best_values(graph, worths)
        return values[graph.opening[0][1]]

    def knowing(self, state: State) -> "Solution":
        """Return a solution that knows the ends of the table at which `state` stands.

        It is this one but for a second table, met in a mood that no named player left.
        """
        if offered(self.scenario, state):
            return self
        return replace(self, scenario=with_table_ends_from(self.scenario, state))

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
                "ends": ends_written(self.scenario),
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
            states = list(map(int, held["states"]))
            values = dict(zip(states, map(_read, held["values"]), strict=True))
            start = _read(held["start"])
            ended = with_ends_read(scenario, held.get("ends", ()))
        except (KeyError, TypeError, AttributeError, ConditionError) as fault:
            msg = "a damaged solution"
            raise ValueError(msg) from fault
        return cls(
            ended,
            best,
            lcm(*best.values()),
            start,
            values,
            Numbering(ended),
            liveness(ended),
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

    def loss(self, state: int, place: int) -> Exact:
        """Return what the edge at `place` of a state costs, in the solution's units.

        V(before) - worth - expected V(after): never negative, not even where a negotiation
        does better than those that V knows.
        """
        choice, counts, to = self.graph.edges[state][place]
        gained = self.worths[choice] if counts else 0
        values = self.values
        if len(to) == 1:
            return max(0, values[state] - gained - values[to[0][1]])
        after = expected([(weight, values[number]) for weight, number in to])
        return max(0, values[state] - gained - after)


def solve(scenario: Scenario) -> Solution:
    """Explore and solve a scenario.

    Raises:
        TooLargeError: PR003 when it is too large to be scored exactly.
    """
    return explored(scenario).solution


def explored(scenario: Scenario) -> Explored:
    """Explore and solve a scenario, and keep its graph for those who ask more of it.

    Raises:
        TooLargeError: PR003 when it is too large to be scored exactly.
    """
    scenario = with_table_ends(scenario)
    live = liveness(scenario)
    graph = explore(scenario, live)
    best = {criterion: points for criterion, points in most_points(graph).items() if points > 0}
    denominator = lcm(*best.values())
    unsolved = Solution(scenario, best, denominator, 0, {}, graph.numbering, live)
    worths = [unsolved.worth(choice.points) for _, choice in graph.numbering.choices]
    values = best_values(graph, worths)
    solution = Solution(
        scenario,
        best,
        denominator,
        expected([(weight, values[state]) for weight, state in graph.opening]),
        dict(zip(graph.states, values, strict=True)),
        graph.numbering,
        live,
    )
    return Explored(graph, graph.order(), values, worths, solution)


def _written(value: Exact) -> int | str:
    return value if isinstance(value, int) else str(value)


def _read(written: int | str) -> Exact:
    return written if isinstance(written, int) else Fraction(written)
