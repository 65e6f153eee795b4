"""One step of a talk: the single definition of what a choice does.

Points, effect, learn, breach, goto: in this order. Everything that plays
(attempts, the exact value, random players) follows from here or is held equal
to it by a property test.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import lcm
from typing import Final, TypeVar

from salesdojo.content.model import Branch, Choice, Effect, Scenario, Scene

S = TypeVar("S")

LOWEST: Final = 0
HIGHEST: Final = 100
"""A meter never leaves 0-100."""


@dataclass(frozen=True, slots=True)
class State:
    """Where a talk stands: all that decides what can still happen."""

    scene: str
    meters: tuple[int, ...]
    """Each 0-100, in the scenario's order."""
    facts: frozenset[str]
    """What has been uncovered."""
    taken: frozenset[tuple[str, str]]
    """(scene, choice) taken at least once."""
    turn: int
    """Decisions taken so far."""


def before_the_opening(scenario: Scenario) -> State:
    """Return the state at the start scene, before anything has followed by itself."""
    meters = tuple(meter.start for meter in scenario.meters.values())
    return State(scenario.start, meters, frozenset(), frozenset(), 0)


def values(scenario: Scenario, state: State) -> Mapping[str, int]:
    """Return what conditions read: meters, facts as 0 or 1, and `turn`."""
    return {
        **dict.fromkeys(scenario.facts, 0),
        **dict.fromkeys(state.facts, 1),
        **dict(zip(scenario.meters, state.meters, strict=True)),
        "turn": state.turn,
    }


def is_offered(scenario: Scenario, state: State, choice: Choice) -> bool:
    """Say whether `choice` of the state's scene can be taken now."""
    if not choice.repeat and (state.scene, choice.id) in state.taken:
        return False
    return choice.when is None or bool(choice.when.value(values(scenario, state)))


def offered(scenario: Scenario, state: State) -> tuple[Choice, ...]:
    """Return the choices that can be taken now, in the file's order."""
    scene = scenario.scenes[state.scene]
    return tuple(choice for choice in scene.choices.values() if is_offered(scenario, state, choice))


def points_counted(state: State, choice: Choice) -> Mapping[str, int]:
    """Return the points `choice` earns now: none when it is repeated."""
    return {} if (state.scene, choice.id) in state.taken else choice.points


def taking(scenario: Scenario, state: State, choice: Choice) -> State:
    """Return the state after `choice`, before its goto is followed."""
    meters = dict(zip(scenario.meters, state.meters, strict=True))
    for effect in choice.effects:
        meters[effect.meter] = moved(meters[effect.meter], effect)
    return State(
        state.scene,
        tuple(meters.values()),
        state.facts.union(choice.learn),
        state.taken | {(state.scene, choice.id)},
        state.turn + 1,
    )


def moved(value: int, effect: Effect) -> int:
    """Return a meter's value after `effect`, clamped to 0-100."""
    reached = effect.amount if effect.sets else value + effect.amount
    return min(HIGHEST, max(LOWEST, reached))


def ways(scenario: Scenario, state: State, goto: Sequence[Branch]) -> tuple[Branch, ...]:
    """Return the branches that can follow: one, or all of a draw that have weight."""
    if goto[0].weight is not None:
        return tuple(branch for branch in goto if branch.weight)
    held = values(scenario, state) if any(branch.when for branch in goto) else {}
    for branch in goto:
        if branch.when is None or branch.when.value(held):
            return (branch,)
    msg = "content lets no list of branches end with a condition"
    raise AssertionError(msg)


def at_rest(scene: Scene) -> bool:
    """Say whether the talk waits here: for a choice, or for ever."""
    return bool(scene.choices) or scene.end is not None


Draw = tuple[tuple[int, State], ...]
"""States the talk may come to rest in, with whole weights."""


def outcomes(scenario: Scenario, state: State, goto: Sequence[Branch]) -> Draw:
    """Return every state in which the talk can come to rest along `goto`, weighted."""
    mixed: list[tuple[int, Draw]] = []
    for branch in ways(scenario, state, goto):
        entered = replace(state, scene=branch.to)
        scene = scenario.scenes[branch.to]
        rest = ((1, entered),) if at_rest(scene) else outcomes(scenario, entered, scene.goto)
        mixed.append((1 if branch.weight is None else branch.weight, rest))
    return blended(mixed)


def blended(mixed: Sequence[tuple[int, Sequence[tuple[int, S]]]]) -> tuple[tuple[int, S], ...]:
    """Flatten a draw among draws into one, exactly."""
    common = lcm(*(sum(weight for weight, _ in rest) for _, rest in mixed))
    return tuple(
        (weight * inner * common // sum(share for share, _ in rest), state)
        for weight, rest in mixed
        for inner, state in rest
    )


def opening_outcomes(scenario: Scenario) -> Draw:
    """Return every state in which the talk can first come to rest, weighted."""
    state = before_the_opening(scenario)
    scene = scenario.scenes[state.scene]
    return ((1, state),) if at_rest(scene) else outcomes(scenario, state, scene.goto)
