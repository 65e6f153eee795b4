"""The decisions of a scenario: scenes with several choices, and which of them is the best."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from salesdojo.content.model import Choice, Scene
from salesdojo.practice.best_road import best_road
from salesdojo.practice.roads import Roads

FreeChoices = Mapping[str, Sequence[frozenset[str]]]
"""By scene, for each state in which it is met: the choices that cost nothing."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A scene with several choices, one of which is the best."""

    scene: Scene
    best: Choice
    """The choice of perfect play; off its road, the one that costs nothing in most states."""


def decisions(roads: Roads, free: FreeChoices) -> tuple[Decision, ...]:
    """Return the decisions that a talk can meet, in the file's order."""
    explored = roads.explored
    # A scene that the best road comes to twice counts as it was met first.
    perfect = dict(reversed(best_road(explored) or ()))
    found: list[Decision] = []
    for scene in explored.scenario.scenes.values():
        if len(scene.choices) > 1 and scene.id in free and scene.bargaining is None:
            counted = Counter(choice for among in free[scene.id] for choice in sorted(among))
            usual, _ = counted.most_common(1)[0]
            found.append(Decision(scene, scene.choices[perfect.get(scene.id, usual)]))
    return tuple(found)


def free_choices(roads: Roads) -> FreeChoices:
    """Return the choices that cost nothing wherever something is chosen."""
    free: dict[str, list[frozenset[str]]] = {}
    for number, (edges, losses) in enumerate(zip(roads.edges, roads.losses, strict=True)):
        if edges:
            best = frozenset(
                roads.choice(edge).id for edge, loss in zip(edges, losses, strict=True) if not loss
            )
            free.setdefault(roads.explored.graph.scene(number), []).append(best)
    return free
