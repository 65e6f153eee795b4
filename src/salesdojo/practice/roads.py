"""Roads through the states of a scenario: to a place, or to an end at the least cost.

All of it is search over the explored graph, in exact figures. A road is the list of
its choices, so that it can be replayed. Chance is taken as it falls best for what is
looked for: a road that exists may need luck.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TypeVar

from salesdojo.content.model import Choice, Outcome
from salesdojo.practice.loops import Exact
from salesdojo.practice.solving import Explored
from salesdojo.practice.state_graph import Edge

E = TypeVar("E", int, Exact)

Road = tuple[str, ...]
"""Choice ids in the order they are taken."""
Cost = tuple[Exact, int]
"""What a road costs, and how many choices it takes: of two that cost alike the shorter counts."""
Costs = Sequence[Cost | None]
"""By state number; None where no road leads on."""
EdgeCosts = Sequence[Sequence[Exact]]
"""What each edge costs, by state number."""


@dataclass(frozen=True)
class Roads:
    """What can be asked of the roads of one scenario; each answer is worked out once."""

    explored: Explored

    @cached_property
    def edges(self) -> Sequence[Sequence[Edge]]:
        """The edges of the graph, by state number."""
        return self.explored.graph.edges

    @cached_property
    def losses(self) -> EdgeCosts:
        """What each edge costs, in the solution's units, by state number. Never negative."""
        return [
            [self.explored.loss(number, place) for place in range(len(edges))]
            for number, edges in enumerate(self.edges)
        ]

    @cached_property
    def openings(self) -> tuple[int, ...]:
        """The states in which a talk can first come to rest."""
        return tuple(number for _, number in self.explored.graph.opening)

    def choice(self, edge: Edge) -> Choice:
        """Return the choice that an edge takes."""
        return self.explored.graph.numbering.choices[edge[0]][1]

    def outcome(self, number: int) -> Outcome | None:
        """Return how a state ends the talk; None where it goes on. With nothing left it stalls."""
        if self.edges[number]:
            return None
        scene = self.explored.scenario.scenes[self.explored.graph.scene(number)]
        return scene.end or Outcome.STALLED

    def quality(self, loss: Exact) -> Fraction:
        """Return the quality (0-100) of a road with this loss in all."""
        start = self.explored.solution.start
        if start <= 0:
            return Fraction(0 if loss else 100)
        return 100 * max(Fraction(0), 1 - Fraction(loss) / start)

    def to_state(self, number: int) -> Road:
        """Return a shortest road to a state."""
        road: list[str] = []
        step = self._came_from[number]
        while step is not None:
            before, edge = step
            road.append(self.choice(edge).id)
            step = self._came_from[before]
        return tuple(reversed(road))

    def to_choice(self, wanted: Callable[[Choice], bool]) -> tuple[Road, str, Choice] | None:
        """Return a shortest road whose last choice is `wanted`, with that choice and its scene."""
        for number in self._came_from:
            for edge in self.edges[number]:
                choice = self.choice(edge)
                if wanted(choice):
                    scene = self.explored.graph.scene(number)
                    return (*self.to_state(number), choice.id), scene, choice
        return None

    @cached_property
    def _came_from(self) -> Mapping[int, tuple[int, Edge] | None]:
        """For each state, nearest first: by which state and edge a shortest road enters it."""
        came: dict[int, tuple[int, Edge] | None] = dict.fromkeys(self.openings)
        waiting = list(came)
        for number in waiting:
            for edge in self.edges[number]:
                for _, after in edge[2]:
                    if after not in came:
                        came[after] = (number, edge)
                        waiting.append(after)
        return came

    @cached_property
    def outcomes(self) -> Mapping[Outcome, frozenset[int]]:
        """The states that end the talk, by outcome; only outcomes that can be reached."""
        ends: dict[Outcome, set[int]] = {}
        for number in range(len(self.edges)):
            outcome = self.outcome(number)
            if outcome is not None:
                ends.setdefault(outcome, set()).add(number)
        return {outcome: frozenset(at) for outcome, at in ends.items()}

    @cached_property
    def least_losses(self) -> Mapping[Outcome, Costs]:
        """For each outcome that can be reached: by state, the least loss on a road to it."""
        return {outcome: self.cheapest(self.losses, at) for outcome, at in self.outcomes.items()}

    def best_quality(self, outcome: Outcome) -> Fraction:
        """Return the highest quality (0-100) with which a talk can come to `outcome`."""
        (loss, _), _ = self._cheapest_opening(outcome)
        return self.quality(loss)

    def cheapest_road(self, outcome: Outcome) -> Road:
        """Return a road of the least loss to `outcome`."""
        costs = self.least_losses[outcome]
        _, number = self._cheapest_opening(outcome)
        road: list[str] = []
        while self.edges[number]:
            _, place, after = min(
                ((self.losses[number][place] + cost[0], cost[1] + 1), place, after)
                for place, after in self._steps(number)
                if (cost := costs[after]) is not None
            )
            road.append(self.choice(self.edges[number][place]).id)
            number = after
        return tuple(road)

    @cached_property
    def end_without_breach(self) -> bool:
        """Whether a talk can come to an end without a breach."""
        least = self.cheapest(self.edge_costs(lambda edge: 1 if self.choice(edge).breach else 0))
        return any((cost := least[at]) is not None and cost[0] == 0 for at in self.openings)

    def edge_costs(self, cost: Callable[[Edge], E]) -> Sequence[Sequence[E]]:
        """Return the cost of each edge, by state number."""
        return [list(map(cost, edges)) for edges in self.edges]

    @cached_property
    def ends(self) -> frozenset[int]:
        """The states in which a talk ends."""
        return frozenset(number for number, edges in enumerate(self.edges) if not edges)

    def cheapest(self, costs: EdgeCosts, ends: AbstractSet[int] | None = None) -> Costs:
        """Return by state the least sum of `costs` on a road to one of `ends`.

        Chance falls best. None stands for every end. Inside a loop costs must not be
        negative.
        """
        ends = self.ends if ends is None else ends
        least: list[Cost | None] = [None] * len(self.edges)
        for number in ends:
            least[number] = (0, 0)
        for component in self.explored.order:
            again = True
            while again:
                again = False
                for number in component:
                    found = _onward(self.edges[number], costs[number], least)
                    held = least[number]
                    if found is not None and (held is None or found < held):
                        least[number] = found
                        again = len(component) > 1
        return least

    def _cheapest_opening(self, outcome: Outcome) -> tuple[Cost, int]:
        costs = self.least_losses[outcome]
        return min((cost, at) for at in self.openings if (cost := costs[at]) is not None)

    def _steps(self, number: int) -> Iterator[tuple[int, int]]:
        return (
            (place, after) for place, edge in enumerate(self.edges[number]) for _, after in edge[2]
        )


def _onward(edges: Sequence[Edge], costs: Sequence[Exact], least: Costs) -> Cost | None:
    best: Cost | None = None
    for edge, cost in zip(edges, costs, strict=True):
        for _, after in edge[2]:
            rest = least[after]
            if rest is not None:
                total = (cost + rest[0], rest[1] + 1)
                if best is None or total < best:
                    best = total
    return best
