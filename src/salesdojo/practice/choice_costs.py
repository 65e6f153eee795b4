"""What each choice of a scene costs, whoever takes it: which one is the best there."""

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from salesdojo.practice.solving import Explored

if TYPE_CHECKING:
    from salesdojo.practice.loops import Exact

SIGN = "/"
"""Stands between a scene and its choice: no id has it."""


def choice_costs(explored: Explored) -> Mapping[str, float]:
    """Return, by ``scene/choice``, the points of quality (0-) that it costs.

    A choice offered in several states of the talk costs the mean over them. Exact up to the
    rounding of the figure returned, so that equal costs are equal; 0 everywhere where nothing
    can be earned.
    """
    graph, start = explored.graph, explored.solution.start
    named = graph.numbering.choices
    costs: dict[str, list[Exact]] = defaultdict(list)
    for state, edges in enumerate(graph.edges):
        for place, (choice, _, _) in enumerate(edges):
            scene, taken = named[choice]
            costs[f"{scene}{SIGN}{taken.id}"].append(explored.loss(state, place))
    return {
        name: float(100 * sum(losses) / (start * len(losses))) if start > 0 else 0.0
        for name, losses in costs.items()
    }
