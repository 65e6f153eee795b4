"""What of a state can still matter, scene by scene.

A meter, a fact or a taken choice is kept only where a condition or an offer
reachable from there can still read it, and a meter only as finely as those
conditions can tell its values apart. Cutting a state down puts the least value
of its kind in the place of each value: the result is a state again, and
playing on from it earns the same.

Satisfaction and the wording of lines read meters too, but earn nothing; a
replay knows them exactly, so they do not multiply states.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from salesdojo.content.condition import Expression
from salesdojo.content.model import Branch, Choice, Effect, Scenario, Scene
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
        return max((cut for cut in self.turns if cut <= turn), default=0)


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
        PracticeError: PR003 when a condition asks for a turn too late to be scored exactly.
    """
    return _liveness(scenario, {})


def liveness_with_lines(scenario: Scenario) -> Liveness:
    """Return what matters when the customer's wording is to be known too, for checks of it.

    Raises:
        PracticeError: as `liveness`.
    """
    lines: dict[str, Cuts] = {}
    for scene in scenario.scenes.values():
        for line in scene.customer:
            lines[scene.id] = merged(lines.get(scene.id, {}), _read(line.when))
    return _liveness(scenario, lines)


def _liveness(scenario: Scenario, read_on_entering: Mapping[str, Cuts]) -> Liveness:
    exits = {scene.id: _exits(scene) for scene in scenario.scenes.values()}
    cuts: dict[str, dict[str, int]] = {scene: {} for scene in scenario.scenes}
    waiting = list(scenario.scenes)[::-1]
    entered_from = _entered_from(exits)
    while waiting:
        scene = waiting.pop()
        needed = _needed(scenario, exits[scene], cuts)
        needed = merged(needed, read_on_entering.get(scene, {}))
        if needed != cuts[scene]:
            cuts[scene] = needed
            waiting.extend(entered_from[scene])
    ahead = _ahead(exits)
    return {
        scene: _live(scenario, cuts[scene], ahead[scene] | {scene}) for scene in scenario.scenes
    }


def recurring(scenario: Scenario) -> frozenset[str]:
    """Return the scenes that a talk can enter more than once."""
    ahead = _ahead({scene.id: _exits(scene) for scene in scenario.scenes.values()})
    return frozenset(scene for scene, reached in ahead.items() if scene in reached)


@dataclass(frozen=True, slots=True)
class _Exit:
    """One way out of a scene: by a choice, or by itself."""

    choice: Choice | None
    goto: tuple[Branch, ...]


def _exits(scene: Scene) -> tuple[_Exit, ...]:
    if scene.choices:
        return tuple(_Exit(choice, choice.goto) for choice in scene.choices.values())
    return (_Exit(None, scene.goto),) if scene.goto else ()


def _destinations(exits: Iterable[_Exit]) -> Iterator[str]:
    return (branch.to for way in exits for branch in way.goto)


def _entered_from(exits: Mapping[str, tuple[_Exit, ...]]) -> Mapping[str, list[str]]:
    entered: dict[str, list[str]] = {scene: [] for scene in exits}
    for scene, ways in exits.items():
        for to in set(_destinations(ways)):
            entered[to].append(scene)
    return entered


def _ahead(exits: Mapping[str, tuple[_Exit, ...]]) -> Mapping[str, frozenset[str]]:
    """Return the scenes reachable from each by at least one step."""
    ahead: dict[str, frozenset[str]] = {}
    for scene in exits:
        seen: set[str] = set()
        waiting = list(_destinations(exits[scene]))
        while waiting:
            to = waiting.pop()
            if to not in seen:
                seen.add(to)
                waiting.extend(_destinations(exits[to]))
        ahead[scene] = frozenset(seen)
    return ahead


def _needed(
    scenario: Scenario, exits: Iterable[_Exit], cuts: Mapping[str, Mapping[str, int]]
) -> dict[str, int]:
    needed: dict[str, int] = {}
    for way in exits:
        after: dict[str, int] = {}
        for branch in way.goto:
            after = merged(merged(after, cuts[branch.to]), _read(branch.when))
        if way.choice is not None:
            after = merged(_before(scenario, way.choice, after), _read(way.choice.when))
        needed = merged(needed, after)
    return needed


def _read(condition: Expression | None) -> dict[str, int]:
    return cuts_read(condition.tree) if condition else {}


def _before(scenario: Scenario, choice: Choice, after: Mapping[str, int]) -> dict[str, int]:
    """Move cuts from after a choice to before it."""
    effects = {effect.meter: effect for effect in choice.effects}
    before: dict[str, int] = {}
    for name, cuts in after.items():
        if name == TURN:
            before[name] = (cuts >> 1) & ~1
        elif name in scenario.facts:
            before[name] = 0 if name in choice.learn else cuts
        else:
            before[name] = _moved_back(cuts, effects.get(name))
    return {name: cuts for name, cuts in before.items() if cuts}


def _moved_back(cuts: int, effect: Effect | None) -> int:
    """After +d, "at least c" was "at least c - d" before: clamping changes no cut of 1-100."""
    if effect is None:
        return cuts
    if effect.sets:
        return 0
    shifted = cuts >> effect.amount if effect.amount >= 0 else cuts << -effect.amount
    return shifted & EVERY_VALUE


def _live(scenario: Scenario, cuts: Mapping[str, int], ahead: Iterable[str]) -> Live:
    return Live(
        meters=tuple(_kinds(cuts.get(meter, 0)) for meter in scenario.meters),
        facts=frozenset(fact for fact in scenario.facts if cuts.get(fact)),
        taken=frozenset(
            (scene, choice.id)
            for scene in ahead
            for choice in scenario.scenes[scene].choices.values()
            if choice.points or not choice.repeat
        ),
        turns=_places(cuts.get(TURN, 0)),
    )


def _places(cuts: int) -> tuple[int, ...]:
    return tuple(place for place in range(cuts.bit_length()) if cuts >> place & 1)


def _kinds(cuts: int) -> tuple[int, ...]:
    """Return, for each value 0-100, the least value it cannot be told apart from."""
    kinds: list[int] = []
    for value in range(EVERY_VALUE.bit_length()):
        kinds.append(value if value == 0 or cuts >> value & 1 else kinds[-1])
    return tuple(kinds)
