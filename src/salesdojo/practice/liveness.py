"""What of a state can still matter, scene by scene.

A meter, a fact or a taken choice is kept only where a condition or an offer
reachable from there can still read it, and a meter only as finely as those
conditions can tell its values apart. Cutting a state down puts the least value
of its kind in the place of each value: the result is a state again, and
playing on from it earns the same.

Satisfaction and the wording of lines read meters too, but earn nothing; a
replay knows them exactly, so they do not multiply states.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from salesdojo.content.condition import Expression
from salesdojo.content.model import Branch, Choice, Effect, Scenario, Scene
from salesdojo.practice.knots import Knots, destinations
from salesdojo.practice.reading_cuts import EVERY_VALUE, TURN, Cuts, cuts_read, merged
from salesdojo.practice.stepping import State


@dataclass(frozen=True, slots=True)
class Live:
    """What matters on entering one scene."""

    meters: tuple[tuple[int, ...], ...]
    """For each meter, the value that stands for each of 0-100."""
    facts: frozenset[str]
    taken: frozenset[tuple[str, str]]
    turns: tuple[int, ...]
    """The turns from which something can change, ascending."""

    def turn(self, turn: int) -> int:
        """Return the turn that stands for `turn`."""
        place = bisect_right(self.turns, turn)
        return self.turns[place - 1] if place else 0


Liveness = Mapping[str, Live]
"""By scene."""


def cut_down(state: State, liveness: Liveness) -> State:
    """Return the state that stands for `state`."""
    live = liveness[state.scene]
    return State(
        state.scene,
        tuple(kind[value] for kind, value in zip(live.meters, state.meters, strict=True)),
        state.facts & live.facts,
        state.taken & live.taken,
        live.turn(state.turn),
    )


def liveness(scenario: Scenario) -> Liveness:
    """Work backwards from what is read to where it can still matter, to a fixed point.

    Raises:
        TooLargeError: PR003 when a condition asks for a turn too late to be scored exactly.
    """
    return _liveness(scenario, {})


def liveness_with_lines(scenario: Scenario) -> Liveness:
    """Return what matters when the customer's wording is to be known too, for checks of it.

    Raises:
        TooLargeError: as `liveness`.
    """
    lines: dict[str, Cuts] = {}
    for scene in scenario.scenes.values():
        for line in scene.customer:
            lines[scene.id] = merged(lines.get(scene.id, {}), _read(line.when))
    return _liveness(scenario, lines)


def liveness_with_moods(scenario: Scenario) -> Liveness:
    """Return what matters when the mood in which a talk comes to a table is to be known.

    Raises:
        TooLargeError: as `liveness`.
    """
    moods = {
        scene.id: {scene.bargaining.mood: EVERY_VALUE}
        for scene in scenario.scenes.values()
        if scene.bargaining
    }
    return _liveness(scenario, moods)


def _liveness(scenario: Scenario, read_on_entering: Mapping[str, Cuts]) -> Liveness:
    knots = Knots(scenario)
    exits = {scene.id: _exits(scene) for scene in scenario.scenes.values()}
    cuts: dict[str, dict[str, int]] = {scene: {} for scene in scenario.scenes}
    entered_from = _entered_from(scenario)
    # The last scenes first: then most are looked at once.
    waiting = [scene for group in reversed(knots.groups) for scene in group]
    queued = set(waiting)
    while waiting:
        scene = waiting.pop()
        queued.discard(scene)
        needed = _needed(exits[scene], cuts)
        needed = merged(needed, read_on_entering.get(scene, {}))
        if needed != cuts[scene]:
            cuts[scene] = needed
            more = entered_from[scene] - queued
            waiting.extend(more)
            queued |= more
    taken = [_taken(scenario, group, knots.recurring) for group in knots.groups]
    return {
        scene: _live(scenario, cuts[scene], taken[knots.of[scene]]) for scene in scenario.scenes
    }


@dataclass(frozen=True, slots=True)
class _Exit:
    """One way out of a scene: by a choice, or by itself."""

    to: frozenset[str]
    choice: Choice | None
    effects: Mapping[str, Effect]
    """By meter."""
    asked: Mapping[str, int]
    """Cuts of its own conditions, before the choice."""


def _exits(scene: Scene) -> tuple[_Exit, ...]:
    if scene.choices:
        return tuple(_exit(choice, choice.goto) for choice in scene.choices.values())
    return (_exit(None, scene.goto),) if scene.goto else ()


def _exit(choice: Choice | None, goto: tuple[Branch, ...]) -> _Exit:
    to = frozenset(branch.to for branch in goto)
    effects = {effect.meter: effect for effect in choice.effects} if choice else {}
    asked = dict(_read(choice.when)) if choice else {}
    way = _Exit(to, choice, effects, asked)
    for branch in goto:
        _add_before(way, _read(branch.when), asked)
    return way


def _taken(
    scenario: Scenario, group: Iterable[str], recurring: frozenset[str]
) -> frozenset[tuple[str, str]]:
    """Return the choices of a group of scenes that count once, or can be taken once.

    Others cannot matter: a scene that is left for good asks for nothing, and in
    one that is still ahead nothing has been taken.
    """
    return frozenset(
        (scene, choice.id)
        for scene in group
        if scene in recurring
        for choice in scenario.scenes[scene].choices.values()
        if choice.points or not choice.repeat
    )


def _entered_from(scenario: Scenario) -> Mapping[str, set[str]]:
    entered: dict[str, set[str]] = {scene: set() for scene in scenario.scenes}
    for scene in scenario.scenes.values():
        for to in destinations(scene):
            entered[to].add(scene.id)
    return entered


def _needed(exits: Iterable[_Exit], cuts: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    needed: dict[str, int] = {}
    for way in exits:
        for name, places in way.asked.items():
            needed[name] = needed.get(name, 0) | places
        for to in way.to:
            if cuts[to]:
                _add_before(way, cuts[to], needed)
    return needed


def _read(condition: Expression | None) -> dict[str, int]:
    return cuts_read(condition.tree) if condition else {}


def _add_before(way: _Exit, after: Mapping[str, int], before: dict[str, int]) -> None:
    """Move cuts from after a way out to before it, and add them."""
    for name, cuts in after.items():
        moved = cuts
        if way.choice is not None:
            if name == TURN:
                moved = (cuts >> 1) & ~1
            elif name in way.effects:
                moved = _moved_back(cuts, way.effects[name])
            elif name in way.choice.learn:
                moved = 0
        if moved:
            before[name] = before.get(name, 0) | moved


def _moved_back(cuts: int, effect: Effect) -> int:
    """After +d, "at least c" was "at least c - d" before: clamping changes no cut of 1-100."""
    if effect.sets:
        return 0
    shifted = cuts >> effect.amount if effect.amount >= 0 else cuts << -effect.amount
    return shifted & EVERY_VALUE


def _live(scenario: Scenario, cuts: Mapping[str, int], taken: frozenset[tuple[str, str]]) -> Live:
    return Live(
        meters=tuple(_kinds(cuts.get(meter, 0)) for meter in scenario.meters),
        facts=frozenset(fact for fact in scenario.facts if cuts.get(fact)),
        taken=taken,
        turns=_places(cuts.get(TURN, 0)),
    )


@lru_cache(maxsize=1024)
def _places(cuts: int) -> tuple[int, ...]:
    return tuple(place for place in range(cuts.bit_length()) if cuts >> place & 1)


@lru_cache(maxsize=1024)
def _kinds(cuts: int) -> tuple[int, ...]:
    """Return, for each value 0-100, the least value it cannot be told apart from."""
    kinds: list[int] = []
    for value in range(EVERY_VALUE.bit_length()):
        kinds.append(value if value == 0 or cuts >> value & 1 else kinds[-1])
    return tuple(kinds)
