"""Where choices lead, for all states of a scene at once.

What is asked of a state (may this be taken, where does it lead) depends on a
few of its bits: it is worked out once for each pattern of these bits. What a
choice changes is kept as a table for each meter. So a state costs a few
operations on one number, and no code is generated. Property tests hold the
moves equal to `stepping`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from salesdojo.content.model import Branch, Choice, Effect, Scene
from salesdojo.practice.liveness import Live, Liveness
from salesdojo.practice.numbering import Numbering, Packed
from salesdojo.practice.reading_cuts import TURN
from salesdojo.practice.stepping import Weighted, at_rest, moved, spread

Table = tuple[int, Mapping[int, int]]
"""Bits, and what each of their patterns becomes."""


class Way(NamedTuple):
    """What a choice does from some states of its scene."""

    counts: bool
    """Whether its points count."""
    inside: bool
    """Whether it can lead back to the scene with no more choices taken than before."""
    rests: Weighted[str]
    """The scenes in which the talk may come to rest, with whole weights."""


@dataclass(frozen=True, slots=True)
class Mover:
    """What becomes of the states of one scene when they come to rest in another."""

    keep: int
    """The bits that stay as they are."""
    add: int
    """The bits that are set in any case."""
    tables: tuple[Table, ...]
    """For the bits that change."""

    def moved(self, states: Sequence[Packed]) -> list[Packed]:
        """Return where each state comes to rest."""
        keep, add = self.keep, self.add
        if not self.tables:
            return [state & keep | add for state in states]
        (mask, table), *more = self.tables
        if not more:
            return [state & keep | add | table[state & mask] for state in states]
        (other, changed), *rest = more
        reached = [
            state & keep | add | table[state & mask] | changed[state & other] for state in states
        ]
        for mask, table in rest:
            reached = [
                so_far | table[state & mask] for so_far, state in zip(reached, states, strict=True)
            ]
        return reached


class _Turns(dict[int, int]):
    """What each turn becomes at a scene, worked out when it is first met: there may be 10,000."""

    def __init__(self, live: Live, place: int) -> None:
        super().__init__()
        self._live = live
        self._place = place

    def __missing__(self, here: int) -> int:
        self[here] = there = self._live.turn((here >> self._place) + 1) << self._place
        return there


class Moves:
    """What one choice does, from every state of its scene."""

    def __init__(
        self, numbering: Numbering, liveness: Liveness, scene: Scene, choice: Choice
    ) -> None:
        """Read what the choice asks for; the rest is worked out when it is first met."""
        self.number = numbering.choice_numbers[scene.id, choice.id]
        self._numbering = numbering
        self._liveness = liveness
        self._scene = scene
        self._choice = choice
        self._effects = {effect.meter: effect for effect in choice.effects}
        tracked = (scene.id, choice.id) in liveness[scene.id].taken
        self._bit = 1 << numbering.taken_places[scene.id, choice.id] if tracked else 0
        self._reads = tuple(
            (name, numbering.mask(name), numbering.place(name)) for name in set(self._read())
        )
        self._asked = self._bit | sum(mask for _, mask, _ in self._reads)
        self._ways: dict[Way | None, int] = {}
        self._way_of: dict[int, int] = {}
        self._movers: dict[str, Mover] = {}

    def ways(self, states: Sequence[Packed]) -> Iterator[tuple[Way, list[int] | None]]:
        """Yield each way the choice can go, with the places in `states` that go it.

        None stands for all of them. A state that is not offered the choice is in none.
        """
        asked, known = self._asked, self._way_of
        patterns = [state & asked for state in states] if asked else [0]
        for pattern in set(patterns).difference(known):
            known[pattern] = self._ways.setdefault(self._way(pattern), len(self._ways))
        numbers = list(map(known.__getitem__, patterns))
        different = set(numbers)
        for way, number in self._ways.items():
            if way is not None and number in different:
                alone = len(different) == 1
                yield (
                    way,
                    None if alone else [at for at, one in enumerate(numbers) if one == number],
                )

    def mover(self, to: str) -> Mover:
        """Return what becomes of the states that come to rest in the scene `to`."""
        if to not in self._movers:
            self._movers[to] = self._mover(to)
        return self._movers[to]

    def _read(self) -> Iterator[str]:
        """Yield every name that a condition on the way can ask for."""
        if self._choice.when is not None:
            yield from self._choice.when.names
        seen: set[str] = set()
        waiting = [self._choice.goto]
        while waiting:
            for branch in waiting.pop():
                if branch.when is not None:
                    yield from branch.when.names
                scene = self._numbering.scenario.scenes[branch.to]
                if branch.to not in seen and not at_rest(scene):
                    seen.add(branch.to)
                    waiting.append(scene.goto)

    def _way(self, pattern: int) -> Way | None:
        """Return what the choice does from the states with these bits, or None."""
        choice = self._choice
        if not choice.repeat and pattern & self._bit:
            return None
        if not self._reads:
            return self._way_on(pattern, {})
        held = {name: (pattern & mask) >> place for name, mask, place in self._reads}
        if choice.when is not None and not choice.when.value(held):
            return None
        for effect in choice.effects:
            if effect.meter in held:
                held[effect.meter] = moved(held[effect.meter], effect)
        held.update(dict.fromkeys(choice.learn, 1))
        if TURN in held:
            held[TURN] += 1
        return self._way_on(pattern, held)

    def _way_on(self, pattern: int, held: Mapping[str, int]) -> Way:
        """Return where the choice leads, given what its conditions read after it."""
        rests = self._rests(held)
        fresh = not pattern & self._bit
        return Way(fresh, not (fresh and self._bit) and self._returns(rests), rests)

    def _returns(self, rests: Weighted[str]) -> bool:
        of = self._numbering.knots.of
        return self._choice.repeat and any(of[to] == of[self._scene.id] for _, to in rests)

    def _rests(self, held: Mapping[str, int]) -> Weighted[str]:
        scenes = self._numbering.scenario.scenes
        first = _weighted(self._choice.goto, held)
        while len(first) == 1:
            ((_, to),) = first
            if at_rest(scenes[to]):
                return ((1, to),)
            first = _weighted(scenes[to].goto, held)

        def following(name: str) -> Weighted[str] | None:
            return None if at_rest(scenes[name]) else _weighted(scenes[name].goto, held)

        return spread(first, following)

    def _mover(self, to: str) -> Mover:
        numbering, choice = self._numbering, self._choice
        here, there = self._liveness[self._scene.id], self._liveness[to]
        keep, add = 0, numbering.scenes[to]
        for fact in there.facts:
            keep |= numbering.mask(fact)
            if fact in choice.learn:
                add |= numbering.mask(fact)
        if (self._scene.id, choice.id) in there.taken:
            add |= self._bit
        group = numbering.knots.of[to]
        if group == numbering.knots.of[self._scene.id]:
            keep |= numbering.taken_masks[group]
        tables: list[Table] = []
        for number, (meter, place) in enumerate(numbering.meter_places.items()):
            effect = self._effects.get(meter)
            before, after = here.meters[number], there.meters[number]
            if not after[-1]:
                continue
            if effect is None and before == after:
                keep |= numbering.mask(meter)
                continue
            becomes = after if effect is None else _after(effect, after)
            table = {value << place: becomes[value] << place for value in set(before)}
            tables.append((numbering.mask(meter), table))
        if there.turns:
            tables.append((numbering.mask(TURN), _Turns(there, numbering.turn_place)))
        return Mover(keep, add, tuple(tables))


@lru_cache(maxsize=4096)
def _after(effect: Effect, kinds: tuple[int, ...]) -> tuple[int, ...]:
    """Return, for each value, the kind it has after an effect."""
    return tuple(kinds[moved(value, effect)] for value in range(len(kinds)))


def _weighted(goto: Sequence[Branch], held: Mapping[str, int]) -> Weighted[str]:
    if goto[0].weight is not None:
        return tuple((branch.weight, branch.to) for branch in goto if branch.weight)
    for branch in goto:
        if branch.when is None or branch.when.value(held):
            return ((1, branch.to),)
    msg = "content lets no list of branches end with a condition"
    raise AssertionError(msg)
