"""The best road: from the start along choices that cost nothing, by the shortest way to an end.

Where chance decides, it forks: every outcome of a draw belongs to it.
"""

from collections.abc import Sequence

from salesdojo.authoring.graphing.passages import opening_passages, passages_after
from salesdojo.authoring.graphing.written import Passage
from salesdojo.practice.best_road import anywhere, decisions_left, free
from salesdojo.practice.solving import Explored
from salesdojo.practice.state_graph import Edge


def best_road(explored: Explored) -> frozenset[Passage]:
    """Return the passages that perfect play goes along."""
    graph = explored.graph
    passages = set(opening_passages(explored.scenario))
    left = decisions_left(explored, anywhere)
    waiting = [number for _, number in graph.opening]
    seen = set(waiting)
    while waiting:
        number = waiting.pop()
        perfect = [graph.edges[number][place] for place in free(explored, number)]
        if not perfect:
            continue
        choice, _, to = min(perfect, key=lambda edge: _nearest(edge, left))
        passages.update(passages_after(explored, number, choice))
        fresh = [after for _, after in to if after not in seen]
        seen.update(fresh)
        waiting.extend(fresh)
    return frozenset(passages)


def _nearest(edge: Edge, left: Sequence[int]) -> int:
    return min(left[after] for _, after in edge[2])
