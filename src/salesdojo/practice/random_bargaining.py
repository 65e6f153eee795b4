"""What chance may bring the random player at a negotiation table: several negotiations, not one.

The ends from which a scenario is scored hold one negotiation of the random player a mood. Whether
a random clicker passes is asked of more of them; what a talk is worth stays what it was.
"""

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from salesdojo.content.model import Choice, Scenario, Scene
from salesdojo.practice.following import AS
from salesdojo.practice.liveness import liveness
from salesdojo.practice.solving import Explored
from salesdojo.practice.state_graph import explore
from salesdojo.practice.table.players import Player, played
from salesdojo.practice.table_ends import moods_met, table_end
from salesdojo.practice.valuing import best_values

SEEDS: Final = 16
"""Negotiations looked at of a table, each with the same chance, where `MOST` allows."""
MOST: Final = 96
"""Negotiations of one table at most, over all moods in which a talk comes to it."""
_NEVER_BEST: Final = -(10**30)
"""Worth less than any end that a talk is measured by: of these every table has one in any mood."""


def with_more_luck(solved: Explored) -> Explored:
    """Return an explored scenario in which the random player bargains with several seeds.

    At each table at which a talk may end its bargaining, of the seeds 0 to 15 as many as make
    96 negotiations at most over its moods; at a table from which another can be come to, the
    seed 0 alone. Values are those of `solved`: no end of these is what a talk is measured by.
    """
    scenario = solved.scenario
    scenes = {name: _luckier(scenario, scene) for name, scene in scenario.scenes.items()}
    if all(scenes[name] is scene for name, scene in scenario.scenes.items()):
        return solved
    luckier = replace(scenario, scenes=MappingProxyType(scenes))
    graph = explore(luckier, liveness(luckier))
    solution = solved.solution
    worths = [solution.worth(choice.points) for _, choice in graph.numbering.choices]
    known = [
        worth if choice.id in scenario.scenes[scene].choices else _NEVER_BEST
        for worth, (scene, choice) in zip(worths, graph.numbering.choices, strict=True)
    ]
    return Explored(
        graph=graph,
        order=graph.order(),
        values=best_values(graph, known),
        worths=worths,
        solution=replace(solution, scenario=luckier),
    )


def one_of_random(end: str) -> str:
    """Return, of an end with any seed, the one that it has among those a talk is measured by."""
    match end.split():
        case [as_, player, _, "from", mood] if (as_, player) == (AS, Player.RANDOM.value):
            return f"{AS} {player} from {mood}"
        case _:
            return end


def _luckier(scenario: Scenario, scene: Scene) -> Scene:
    if scene.bargaining is None or not scene.choices or _leads_to_a_table(scenario, scene):
        return scene
    more = {end.id: end for end in _more_ends(scene)}
    return replace(scene, choices=MappingProxyType({**scene.choices, **more}))


def _more_ends(scene: Scene) -> Iterator[Choice]:
    bargaining, moods = scene.bargaining, moods_met(scene)
    if bargaining is None:
        return
    for mood in moods:
        for seed in range(1, max(1, min(SEEDS, MOST // len(moods)))):
            ended = played(bargaining.table, mood, Player.RANDOM, seed)
            name = f"{AS} {Player.RANDOM.value} {seed} from {mood}"
            yield table_end(bargaining, ended, name, mood)


def _leads_to_a_table(scenario: Scenario, scene: Scene) -> bool:
    found: set[str] = set()
    waiting = [scene.id]
    while waiting:
        leads = {branch.to for goto in scenario.scenes[waiting.pop()].ways for branch in goto}
        waiting.extend(leads - found)
        found |= leads
    return any(scenario.scenes[one].bargaining for one in found)
