"""The best road: from the start along choices that cost nothing, by the shortest way to an end.

Where chance decides, it forks: every outcome of a draw belongs to it.
"""

from collections.abc import Sequence

from salesdojo.authoring.graphing.passages import opening_passages, passages_after
from salesdojo.authoring.graphing.written import Passage
from salesdojo.practice.solving import Explored
from salesdojo.practice.state_graph import Edge
from salesdojo.practice.valuing import expected


def best_road(explored: Explored) -> frozenset[Passage]:
    """Return the passages that perfect play goes along."""
    graph = explored.graph
    passages = set(opening_passages(explored.scenario))
    perfect = [_free_edges(explored, number) for number in range(len(graph))]
    left = _decisions_left(perfect)
    waiting = [number for _, number in graph.opening]
    seen = set(waiting)
    while waiting:
        number = waiting.pop()
        if not perfect[number]:
            continue
        choice, _, to = min(perfect[number], key=lambda edge: _nearest(edge, left))
        passages.update(passages_after(explored, number, choice))
        fresh = [after for _, after in to if after not in seen]
        seen.update(fresh)
        waiting.extend(fresh)
    return frozenset(passages)


def _free_edges(explored: Explored, number: int) -> list[Edge]:
    """Return the choices offered in a state that cost nothing, in the file's order."""
    values = explored.values
    return [
        (choice, counts, to)
        for choice, counts, to in explored.graph.edges[number]
        if (explored.worths[choice] if counts else 0)
        + expected([(weight, values[after]) for weight, after in to])
        == values[number]
    ]


def _decisions_left(perfect: Sequence[Sequence[Edge]]) -> list[int | None]:
    """Return how few free decisions may lead from each state to where a talk rests for good."""
    before: list[list[int]] = [[] for _ in perfect]
    for number, edges in enumerate(perfect):
        for _, _, to in edges:
            for _, after in to:
                before[after].append(number)
    left: list[int | None] = [None if edges else 0 for edges in perfect]
    near = [number for number, edges in enumerate(perfect) if not edges]
    distance = 0
    while near:
        distance += 1
        farther = []
        for number in near:
            for earlier in before[number]:
                if left[earlier] is None:
                    left[earlier] = distance
                    farther.append(earlier)
        near = farther
    return left


def _nearest(edge: Edge, left: Sequence[int | None]) -> int:
    known = [left[after] for _, after in edge[2]]
    return min((far for far in known if far is not None), default=len(left))
