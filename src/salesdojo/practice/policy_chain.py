"""A scenario played by a policy, as a Markov chain: what follows each state, and how likely.

Probabilities are floats. They are summed in one fixed order (the components of the
graph from the opening on, states and edges in theirs), so that the same scenario
gives the same figures on every machine.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from salesdojo.practice.components import components
from salesdojo.practice.following import AS
from salesdojo.practice.loop_flow import LoopFlow
from salesdojo.practice.solving import Explored
from salesdojo.practice.state_graph import StateGraph
from salesdojo.practice.table.players import Player

Policy = Callable[[int], Sequence[int]]
"""From a state number to one whole weight, 0 or more, for each of its edges; not all 0."""

Shares = list[tuple[int, float]]
"""What may follow, and how likely: a state number or an edge's place, with its probability."""

NOWHERE: Final = -1
"""In place of a state: where nothing follows any more."""
NOTHING: Final[Mapping[int, Shares]] = {}


def uniform(explored: Explored) -> Policy:
    """Return the player to whom every choice that is offered is as likely as any other.

    At a negotiation table that is every named player's end: who goes every road goes these.
    """
    edges = explored.graph.edges
    return lambda state: (1,) * len(edges[state])


def at_random(explored: Explored) -> Policy:
    """Return the random player: any choice alike; at a table, what the random bargainer does."""
    graph, scenes = explored.graph, explored.scenario.scenes
    choices, random = graph.numbering.choices, f"{AS} {Player.RANDOM.value} "

    def weights(state: int) -> Sequence[int]:
        edges = graph.edges[state]
        if scenes[graph.scene(state)].bargaining is None:
            return (1,) * len(edges)
        return [int(choices[number][1].id.startswith(random)) for number, _, _ in edges]

    return weights


@dataclass(frozen=True, slots=True)
class Chain:
    """The states that a policy can come to, and what follows them."""

    graph: StateGraph
    opening: Shares
    parts: list[list[int]]
    """Strongly connected under the policy, each before those it leads to."""
    moves: list[Shares]
    """By state: the places of the edges that are taken at all, with their probabilities."""
    following: list[Shares]
    """By state: the states to come, with their probabilities."""
    loops: dict[int, LoopFlow] = field(default_factory=dict)
    """By first state of a part: the parts that can return to themselves and can be left."""
    circles: frozenset[int] = frozenset()
    """First states of the parts that the policy never leaves: it circles there for ever."""


def chain_of(explored: Explored, policy: Policy) -> Chain:
    """Return the chain of `policy`, explored no further than it goes."""
    graph = explored.graph
    total = sum(weight for weight, _ in graph.opening)
    opening = [(state, weight / total) for weight, state in graph.opening]
    building = _Building(graph, policy, [[] for _ in graph.states], [[] for _ in graph.states])
    reached = bytearray(len(graph))
    for state, _ in opening:
        reached[state] = 1
    parts: list[list[int]] = []
    for component in reversed(explored.order):
        for part in building.parts(component, reached):
            parts.append(part)
            for state in part:
                for after, _ in building.following[state]:
                    reached[after] = 1
    loops, circles = _loops(parts, building.following)
    return Chain(graph, opening, parts, building.moves, building.following, loops, circles)


def chances(chain: Chain, state: int) -> Iterator[tuple[int, Shares]]:
    """Yield the edges taken from a state: place, and the probability of each state to come."""
    for place, chance in chain.moves[state]:
        yield place, spread(chain.graph, state, place, chance)


def visits(
    chain: Chain,
    instead: Mapping[int, Shares] = NOTHING,
    opening: Sequence[tuple[int, float]] | None = None,
) -> list[float]:
    """Return the expected number of times each state is come to.

    A policy that circles for ever is come to where the circle begins, and goes on no further.

    Args:
        chain: what is played.
        instead: by state, what follows it in place of what the policy does; all of it,
            so that its probabilities make 1 with those of `NOWHERE`.
        opening: where it begins, if not where the scenario does.
    """
    following = chain.following
    count = [0.0] * (len(following) + 1)  # the last is NOWHERE's
    for state, chance in chain.opening if opening is None else opening:
        count[state] += chance
    for part in chain.parts:
        first = part[0]
        loop = chain.loops.get(first)
        if loop is not None:
            _around(chain, part, loop, instead, count)
        elif first not in chain.circles:
            here = count[first]
            if here:
                for after, chance in instead[first] if first in instead else following[first]:
                    count[after] += here * chance
    count.pop()
    return count


def _around(
    chain: Chain,
    part: Sequence[int],
    loop: LoopFlow,
    instead: Mapping[int, Shares],
    count: list[float],
) -> None:
    following = {state: instead.get(state, chain.following[state]) for state in part}
    if any(state in instead for state in part):
        loop = LoopFlow(following)
    inside = set(part)
    for state, times in loop.visits([count[state] for state in part]).items():
        count[state] = times
        for after, chance in following[state]:
            if after not in inside:
                count[after] += times * chance


@dataclass(frozen=True, slots=True)
class _Building:
    graph: StateGraph
    policy: Policy
    moves: list[Shares]
    following: list[Shares]

    def parts(self, component: Sequence[int], reached: Sequence[int]) -> Iterable[list[int]]:
        """Return what the policy makes of a component, each part before those it leads to."""
        roots = [state for state in component if reached[state]]
        if not roots:
            return ()
        if len(component) == 1:
            self._follow(component[0])
            return ([component[0]],)
        for state in component:
            self._follow(state)
        return self._split(component, roots)

    def _split(self, component: Sequence[int], roots: Sequence[int]) -> Iterable[list[int]]:
        places = {state: place for place, state in enumerate(component)}
        inside = [
            [places[after] for after, _ in self.following[state] if after in places]
            for state in component
        ]
        parts = list(components(inside, [places[state] for state in roots]))
        return [[component[place] for place in part] for part in reversed(parts)]

    def _follow(self, state: int) -> None:
        edges = self.graph.edges[state]
        if not edges:
            return
        weights = self.policy(state)
        total = sum(weights)
        moves = [(place, weight / total) for place, weight in enumerate(weights) if weight]
        self.moves[state] = moves
        self.following[state] = [
            way for place, chance in moves for way in spread(self.graph, state, place, chance)
        ]


def spread(graph: StateGraph, state: int, place: int, chance: float) -> Shares:
    """Return the states that an edge, taken with `chance`, leads to, each with its probability."""
    to = graph.edges[state][place][2]
    if len(to) == 1:
        return [(to[0][1], chance)]
    total = sum(weight for weight, _ in to)
    return [(after, chance * weight / total) for weight, after in to]


def _loops(
    parts: Sequence[Sequence[int]], following: Sequence[Shares]
) -> tuple[dict[int, LoopFlow], frozenset[int]]:
    loops: dict[int, LoopFlow] = {}
    circles: set[int] = set()
    for part in parts:
        first = part[0]
        if len(part) == 1 and not any(after == first for after, _ in following[first]):
            continue
        inside = set(part)
        if all(after in inside for state in part for after, _ in following[state]):
            circles.update(part)
        else:
            loops[first] = LoopFlow({state: following[state] for state in part})
    return loops, frozenset(circles)
