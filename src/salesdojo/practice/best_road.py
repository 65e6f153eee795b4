"""The best road through a scenario: nothing lost on it, and no decision more than needed."""

from collections import deque
from collections.abc import Callable, Sequence
from typing import Final

from salesdojo.practice.solving import Explored

Step = tuple[str, str]
"""(scene, choice)."""
Onward = Callable[[Sequence[tuple[int, int]]], Sequence[int]]
"""From a draw to the states that the road may go on to."""

FAR: Final = 1 << 60
"""More decisions than any road has: no end is reached."""


def best_road(explored: Explored) -> tuple[Step, ...] | None:
    """Return the shortest road of choices that cost nothing; the file's order breaks ties.

    Chance is followed where it most likely leads; only where a talk would then turn in
    circles, to where it ends soonest. None where no best road ends.
    """
    start = _likeliest(explored.graph.opening)[0]
    for onward in (_likeliest, anywhere):
        left = decisions_left(explored, onward)
        if left[start] < FAR:
            return _followed(explored, start, onward, left)
    return None


def _likeliest(draw: Sequence[tuple[int, int]]) -> Sequence[int]:
    most = max(weight for weight, _ in draw)
    return [next(state for weight, state in draw if weight == most)]


def anywhere(draw: Sequence[tuple[int, int]]) -> Sequence[int]:
    """Follow chance to everything it can bring."""
    return [state for _, state in draw]


def decisions_left(explored: Explored, onward: Onward) -> list[int]:
    """Return the fewest decisions from each state to an end, at no cost."""
    graph = explored.graph
    left = [FAR] * len(graph)
    before: list[list[int]] = [[] for _ in graph.states]
    waiting: deque[int] = deque()
    for state, edges in enumerate(graph.edges):
        if not edges:
            left[state] = 0
            waiting.append(state)
        for place in free(explored, state):
            for after in onward(edges[place][2]):
                before[after].append(state)
    while waiting:
        state = waiting.popleft()
        for earlier in before[state]:
            if left[earlier] == FAR:
                left[earlier] = left[state] + 1
                waiting.append(earlier)
    return left


def free(explored: Explored, state: int) -> list[int]:
    """Return the places of the edges of a state that cost nothing, in the file's order."""
    return [
        place
        for place in range(len(explored.graph.edges[state]))
        if not explored.loss(state, place)
    ]


def _followed(
    explored: Explored, start: int, onward: Onward, left: Sequence[int]
) -> tuple[Step, ...]:
    graph, state, road = explored.graph, start, list[Step]()
    while left[state]:
        _, place, after = min(
            (left[after], place, after)
            for place in free(explored, state)
            for after in onward(graph.edges[state][place][2])
        )
        scene, choice = graph.numbering.choices[graph.edges[state][place][0]]
        road.append((scene, choice.id))
        state = after
    return tuple(road)
