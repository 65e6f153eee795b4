"""How far the choices of a scene lie apart: what its worst line costs more than its best."""

from collections.abc import Mapping

from salesdojo.practice.solving import Explored


def spreads(explored: Explored) -> Mapping[str, float]:
    """Return, by scene with choices, the most points of quality (0-) that one choice can cost.

    A scene met in several states of the talk has the spread of the state where it is widest.
    Exact up to the rounding of the figure returned; 0 everywhere where nothing can be earned.
    """
    graph, start = explored.graph, explored.solution.start
    named = graph.numbering.choices
    widest: dict[str, float] = {}
    for state, edges in enumerate(graph.edges):
        for place, (choice, _, _) in enumerate(edges):
            scene = named[choice][0]
            cost = float(100 * explored.loss(state, place) / start) if start > 0 else 0.0
            widest[scene] = max(widest.get(scene, 0.0), cost)
    return widest
