"""The scenes a talk passes through between two rests, and how likely each way is.

The graph of states knows only where a talk rests; who asks which scenes are seen
must know what lies between.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from salesdojo.content.model import Scenario
from salesdojo.practice.solving import Explored
from salesdojo.practice.stepping import (
    State,
    Weighted,
    at_rest,
    before_the_opening,
    taking,
    weighted,
)

Leg = tuple[str, str | None, str, float]
"""From a scene, by a choice (None: by itself), to a scene; how likely once it is there."""
Legs = tuple[Leg, ...]
"""Each leg after all that lead to where it begins."""


@dataclass(frozen=True, slots=True)
class Between:
    """The legs of every move of an explored scenario; those alike are worked out once."""

    explored: Explored
    _known: dict[tuple[int, int], Legs] = field(default_factory=dict)
    _straight: dict[int, bool] = field(default_factory=dict)

    def opening(self) -> Legs:
        """Return the legs from the start to the first rest."""
        scenario = self.explored.scenario
        state = before_the_opening(scenario)
        scene = scenario.scenes[state.scene]
        if at_rest(scene):
            return ()
        return _legs(scenario, state, (scene.id, None), weighted(scenario, state, scene.goto))

    def legs(self, state: int, place: int) -> Legs:
        """Return the legs of the edge at `place` of a state."""
        graph = self.explored.graph
        number, _, to = graph.edges[state][place]
        scene, choice = graph.numbering.choices[number]
        if len(to) == 1 and self._leads_straight(number):
            key: tuple[int, int] = (number, graph.numbering.scenes[graph.scene(to[0][1])])
        else:
            # Conditions read everything of a state but the choices taken.
            key = (number, graph.states[state] & ~graph.numbering.every_choice)
        known = self._known.get(key)
        if known is None:
            scenario = self.explored.scenario
            after = taking(scenario, graph.state(state), choice)
            first = weighted(scenario, after, choice.goto)
            known = self._known[key] = _legs(scenario, after, (scene, choice.id), first)
        return known

    def _leads_straight(self, choice: int) -> bool:
        """Say whether a choice leads to rests alone, through nothing."""
        known = self._straight.get(choice)
        if known is None:
            scenes = self.explored.scenario.scenes
            goto = self.explored.graph.numbering.choices[choice][1].goto
            known = all(at_rest(scenes[branch.to]) for branch in goto)
            self._straight[choice] = known
        return known


def carried(legs: Legs, until: str | None = None) -> dict[str, float]:
    """Return how likely each scene is come to along `legs`; nothing goes on from `until`."""
    shares: dict[str, float] = {}
    for begin, choice, to, chance in legs:
        # Only the first legs are of a choice; at the opening, the start itself leads on.
        here = 1.0 if choice is not None or begin == legs[0][0] else shares.get(begin, 0.0)
        if begin == until and choice is None:
            continue
        shares[to] = shares.get(to, 0.0) + here * chance
    return shares


def _legs(
    scenario: Scenario, state: State, begin: tuple[str, str | None], first: Weighted[str]
) -> Legs:
    leads: dict[str, Weighted[str]] = {}
    waiting = [to for _, to in first]
    while waiting:
        scene = waiting.pop()
        if scene not in leads:
            rests = at_rest(scenario.scenes[scene])
            goto = scenario.scenes[scene].goto
            leads[scene] = () if rests else weighted(scenario, state, goto)
            waiting.extend(to for _, to in leads[scene])
    legs = list(_from(*begin, first))
    for scene in _in_order(leads):
        legs.extend(_from(scene, None, leads[scene]))
    return tuple(legs)


def _from(scene: str, choice: str | None, draw: Weighted[str]) -> Legs:
    total = sum(weight for weight, _ in draw)
    return tuple((scene, choice, to, weight / total) for weight, to in draw)


def _in_order(leads: Mapping[str, Weighted[str]]) -> list[str]:
    """Return the scenes, each after all that lead to it: they lead round to none of them."""
    before = dict.fromkeys(leads, 0)
    for draw in leads.values():
        for _, to in draw:
            before[to] += 1
    ready = [scene for scene, count in before.items() if not count]
    for scene in ready:
        for _, to in leads[scene]:
            before[to] -= 1
            if not before[to]:
                ready.append(to)
    return ready
