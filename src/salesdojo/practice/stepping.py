"""One step of a talk: the single definition of what a choice does.

Points, effect, learn, breach, goto: in this order. Everything that plays
(attempts, the exact value, random players) follows from here or is held equal
to it by a property test.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import lcm
from typing import Final, TypeVar

from salesdojo.content.model import Branch, Choice, Effect, Scenario, Scene

K = TypeVar("K")

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
    """What is known: from the beginning, or uncovered."""
    taken: frozenset[tuple[str, str]]
    """(scene, choice) taken at least once."""
    turn: int
    """Decisions taken so far."""


def before_the_opening(scenario: Scenario) -> State:
    """Return the state at the start scene, before anything has followed by itself."""
    meters = tuple(meter.start for meter in scenario.meters.values())
    return State(scenario.start, meters, frozenset(scenario.learned), frozenset(), 0)


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
    """Say whether the talk waits here: for a choice, for a move at a table, or for ever."""
    return bool(scene.choices) or scene.end is not None or scene.bargaining is not None


Weighted = tuple[tuple[int, K], ...]
"""What may follow, with whole weights."""
Draw = Weighted[State]
"""States the talk may come to rest in."""


def outcomes(scenario: Scenario, state: State, goto: Sequence[Branch]) -> Draw:
    """Return every state in which the talk can come to rest along `goto`, weighted.

    Only the scene changes on the way: no two of the states are equal.
    """
    branches = ways(scenario, state, goto)
    while len(branches) == 1:  # sure so far: most choices lead to one scene
        scene = scenario.scenes[branches[0].to]
        if at_rest(scene):
            return ((1, replace(state, scene=scene.id)),)
        goto = scene.goto
        branches = ways(scenario, state, goto)

    def following(name: str) -> Weighted[str] | None:
        scene = scenario.scenes[name]
        return None if at_rest(scene) else weighted(scenario, state, scene.goto)

    rests = spread(weighted(scenario, state, goto), following)
    return tuple((weight, replace(state, scene=name)) for weight, name in rests)


def weighted(scenario: Scenario, state: State, goto: Sequence[Branch]) -> Weighted[str]:
    """Return the scenes that can follow, with their weights; a sure one weighs 1."""
    return tuple((branch.weight or 1, branch.to) for branch in ways(scenario, state, goto))


def spread(first: Weighted[K], following: Callable[[K], Weighted[K] | None]) -> Weighted[K]:
    """Follow a draw among draws to where it rests, exactly; every place is followed once.

    Args:
        first: where it begins.
        following: where a place leads, or None where it rests. It leads to itself by no way.
    """
    leads: dict[K, Weighted[K] | None] = {}
    finished: list[K] = []
    waiting = [(place, False) for _, place in reversed(first)]
    while waiting:
        place, left = waiting.pop()
        if left:
            finished.append(place)
        elif place not in leads:
            leads[place] = onward = following(place)
            waiting.append((place, True))
            waiting.extend((to, False) for _, to in reversed(onward or ()))
    shares = dict.fromkeys(leads, Fraction(0))
    _share(first, Fraction(1), shares)
    for place in reversed(finished):
        onward = leads[place]
        if onward is not None:
            _share(onward, shares.pop(place), shares)
    common = lcm(*(share.denominator for share in shares.values()))
    return tuple((int(share * common), place) for place, share in shares.items())


def _share(draw: Weighted[K], among: Fraction, shares: dict[K, Fraction]) -> None:
    total = sum(weight for weight, _ in draw)
    for weight, place in draw:
        shares[place] += among * weight / total


def opening_outcomes(scenario: Scenario, begun: State | None = None) -> Draw:
    """Return every state in which the talk can first come to rest, weighted.

    Args:
        scenario: the talk.
        begun: where it begins, at its start scene; None: as its file says.
    """
    state = begun or before_the_opening(scenario)
    scene = scenario.scenes[state.scene]
    return ((1, state),) if at_rest(scene) else outcomes(scenario, state, scene.goto)
