"""Every state a talk can reach, and every move between them."""

from dataclasses import dataclass
from typing import Final

from salesdojo.content.model import Scenario
from salesdojo.errors import PracticeError
from salesdojo.practice.compiling import Compiled, Numbering, compile_moves
from salesdojo.practice.components import components
from salesdojo.practice.liveness import Liveness, cut_down
from salesdojo.practice.stepping import State, opening_outcomes

STATE_LIMIT: Final = 200_000
"""A scenario with more reachable states is refused (SD309): no sampling stands in."""

Edge = tuple[int, bool, tuple[tuple[int, int], ...]]
"""A choice's number, whether its points count, and (weight, state number) to come."""


@dataclass(frozen=True, slots=True)
class StateGraph:
    """The reachable states by number, with the edges out of each."""

    numbering: Numbering
    states: list[Compiled]
    edges: list[list[Edge]]
    opening: tuple[tuple[int, int], ...]
    """(weight, state number): where the talk first comes to rest."""

    def __len__(self) -> int:
        """Return how many states there are."""
        return len(self.states)

    def scene(self, number: int) -> str:
        """Return the scene in which a state rests."""
        return self.numbering.scene_names[self.states[number][0]]

    def state(self, number: int) -> State:
        """Return a state as `stepping` has it: playing on from it earns the same."""
        return self.numbering.state(self.states[number])

    def components(self) -> list[list[int]]:
        """Return the strongly connected components, each before those that lead to it."""
        following = [[number for _, _, to in edges for _, number in to] for edges in self.edges]
        return list(components(following, [number for _, number in self.opening]))


def explore(scenario: Scenario, liveness: Liveness) -> StateGraph:
    """Return the graph of states cut down to what can still matter.

    Raises:
        PracticeError: PR003 past `STATE_LIMIT` states.
    """
    moves, numbering = compile_moves(scenario, liveness)
    numbers: dict[Compiled, int] = {}
    states: list[Compiled] = []
    edges: list[list[Edge]] = []

    def number_of(state: Compiled) -> int:
        number = numbers.get(state)
        if number is None:
            number = numbers[state] = len(states)
            if number >= STATE_LIMIT:
                raise PracticeError("PR003", limit=STATE_LIMIT)
            states.append(state)
        return number

    opening = tuple(
        (weight, number_of(numbering.compiled(cut_down(state, liveness))))
        for weight, state in opening_outcomes(scenario)
    )
    while len(edges) < len(states):
        state = states[len(edges)]
        edges.append(
            [
                (
                    choice,
                    counts,
                    tuple((weight, number_of(after)) for weight, after in to)
                    if isinstance(to, list)
                    else ((1, number_of(to)),),
                )
                for choice, counts, to in moves[state[0]](state)
            ]
        )
    return StateGraph(numbering, states, edges, opening)
