"""The way to any scene: back along the road where it was met, else by the shortest road."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Final

from salesdojo.authoring.previewing.rehearsal import Rehearsal
from salesdojo.content.model import Branch, Choice, Scenario
from salesdojo.errors import PracticeError
from salesdojo.practice.attempt import Attempt, Heard
from salesdojo.practice.following import follow
from salesdojo.practice.solving import Explored
from salesdojo.practice.stepping import at_rest

_ROADS: Final = 50
"""Roads tried with the chance that the rehearsal has; the shortest come first."""
_SEEDS: Final = 200
"""Other chances tried on each of them."""


class Way(StrEnum):
    """How a scene was come to."""

    BACK = "back"
    """Along the road already taken."""
    SHORTEST = "shortest"
    OTHER_LUCK = "other_luck"
    """By a road that needs another seed than the one played with."""


@dataclass(frozen=True, slots=True)
class Jump:
    """A rehearsal in which the scene asked for was entered last."""

    rehearsal: Rehearsal
    way: Way


def jump(rehearsal: Rehearsal, explored: Explored, scene: str) -> Jump | None:
    """Bring a rehearsal to `scene`; None where no road leads there, or chance hardly ever.

    A scene that moves on by itself is passed through by the last decision.
    `explored` is that of the scenario rehearsed.
    """
    met = _met(rehearsal.attempt, scene)
    if met is not None:
        return Jump(rehearsal.cut(met), Way.BACK)
    # As it is written: what was explored has the ends of tables in the place of choices.
    scenario, seed = rehearsal.scenario, rehearsal.attempt.seed
    roads = list(islice(_roads(explored, scene), _ROADS))
    for road in roads:
        attempt = _played(scenario, seed, road, scene)
        if attempt is not None:
            return Jump(Rehearsal(attempt), Way.SHORTEST)
    for road in roads if _draws(scenario) else ():
        for other in range(_SEEDS):
            attempt = _played(scenario, other, road, scene)
            if attempt is not None:
                return Jump(Rehearsal(attempt), Way.OTHER_LUCK)
    return None


def scenes_met(explored: Explored) -> frozenset[str]:
    """Return the scenes in which some talk rests, and those that one may pass through."""
    graph, scenario = explored.graph, explored.scenario
    ways = {number: _through(scenario, choice.goto) for number, choice in _choices(explored)}
    passed = set(_through(scenario, (Branch(scenario.start),)))
    for number in {number for edges in graph.edges for number, _, _ in edges}:
        passed |= ways[number]
    rests = {graph.scene(number) for number in range(len(graph))}
    return frozenset(rests | {scene for scene in passed if not _waits(scenario, scene)})


def _met(attempt: Attempt, scene: str) -> int | None:
    """Return after how many decisions `scene` was entered last."""
    for place in range(len(attempt.events), 0, -1):
        if _among(attempt.events[place - 1].heard, scene):
            return place
    return 0 if _among(attempt.opening, scene) else None


def _among(heard: Sequence[Heard], scene: str) -> bool:
    return any(one.scene == scene for one in heard)


def _played(scenario: Scenario, seed: int, road: Sequence[str], scene: str) -> Attempt | None:
    """Go a road; None where chance leads off it, or past the scene at its end."""
    attempt = Attempt(scenario, seed)
    try:
        for choice in road:
            attempt = follow(attempt, choice)
    except PracticeError:
        return None
    return attempt if _met(attempt, scene) == len(attempt.events) else None


def _roads(explored: Explored, scene: str) -> Iterator[tuple[str, ...]]:
    """Yield roads of choices, a shortest first, whose last decision can enter `scene`."""
    graph, scenario = explored.graph, explored.scenario
    waits = _waits(scenario, scene)
    if scene in _through(scenario, (Branch(scenario.start),)):
        yield ()
    entering = {
        number for number, choice in _choices(explored) if scene in _through(scenario, choice.goto)
    }
    came: dict[int, tuple[int, int] | None] = {state: None for _, state in graph.opening}
    waiting = list(came)
    for state in waiting:  # grows while it is gone through
        for number, _, to in graph.edges[state]:
            comes = not waits or any(graph.scene(after) == scene for _, after in to)
            if number in entering and comes:
                yield (*_road_to(explored, came, state), graph.numbering.choices[number][1].id)
            for _, after in to:
                if after not in came:
                    came[after] = (state, number)
                    waiting.append(after)


def _road_to(
    explored: Explored, came: dict[int, tuple[int, int] | None], state: int
) -> tuple[str, ...]:
    road: list[str] = []
    step = came[state]
    while step is not None:
        state, number = step
        road.append(explored.graph.numbering.choices[number][1].id)
        step = came[state]
    return tuple(reversed(road))


def _choices(explored: Explored) -> Iterator[tuple[int, Choice]]:
    return ((number, one) for number, (_, one) in enumerate(explored.graph.numbering.choices))


def _draws(scenario: Scenario) -> bool:
    """Say whether anything in a scenario is left to chance."""
    gotos = [goto for scene in scenario.scenes.values() for goto in scene.ways]
    return any(branch.weight is not None for goto in gotos for branch in goto)


def _waits(scenario: Scenario, scene: str) -> bool:
    return at_rest(scenario.scenes[scene])


def _through(scenario: Scenario, goto: Sequence[Branch]) -> frozenset[str]:
    """Return the scenes that a way may lead through, and those it may lead to."""
    found: set[str] = set()
    waiting = [branch.to for branch in goto]
    while waiting:
        scene = waiting.pop()
        if scene not in found:
            found.add(scene)
            waiting.extend(branch.to for branch in scenario.scenes[scene].goto)
    return frozenset(found)
