"""The numbers that stand for a scenario's names, and a whole state as one number.

From the lowest bit: the scene, each meter, the facts, the choices taken that
still matter (their places are used again by every group of scenes that lead
back to one another, for no state holds those of two), and the turn.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from salesdojo.content.model import Choice, Scenario
from salesdojo.practice.knots import Knots
from salesdojo.practice.reading_cuts import TURN
from salesdojo.practice.stepping import HIGHEST, State

Packed = int
"""A state, cut down to what can still matter, as one number."""
METER_BITS: Final = HIGHEST.bit_length()
_ONE_METER: Final = (1 << METER_BITS) - 1


@dataclass(frozen=True)
class Numbering:
    """The numbers that stand for a scenario's names."""

    scenario: Scenario

    @cached_property
    def scenes(self) -> Mapping[str, int]:
        """Scene numbers, in the file's order."""
        return {scene: number for number, scene in enumerate(self.scenario.scenes)}

    @cached_property
    def scene_names(self) -> tuple[str, ...]:
        """Scenes by number."""
        return tuple(self.scenario.scenes)

    @cached_property
    def choices(self) -> tuple[tuple[str, Choice], ...]:
        """(scene, choice) by number, in the file's order."""
        return tuple(
            (scene.id, choice)
            for scene in self.scenario.scenes.values()
            for choice in scene.choices.values()
        )

    @cached_property
    def choice_numbers(self) -> Mapping[tuple[str, str], int]:
        """Choice numbers by (scene, choice)."""
        return {(scene, choice.id): number for number, (scene, choice) in enumerate(self.choices)}

    @cached_property
    def facts(self) -> Mapping[str, int]:
        """Fact numbers: the bit each has."""
        return {fact: number for number, fact in enumerate(self.scenario.facts)}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The Python expression for each name a condition can read."""
        meters = {meter: f"m{number}" for number, meter in enumerate(self.scenario.meters)}
        facts = {fact: f"(f >> {number} & 1)" for fact, number in self.facts.items()}
        return {**meters, **facts, TURN: "t"}

    def fact_bits(self, facts: frozenset[str] | Sequence[str]) -> int:
        """Return the facts as bits."""
        return sum(1 << self.facts[fact] for fact in set(facts))

    @cached_property
    def knots(self) -> Knots:
        """The scenes that lead back to one another."""
        return Knots(self.scenario)

    @cached_property
    def scene_mask(self) -> int:
        """The bits of the scene."""
        return (1 << len(self.scenario.scenes).bit_length()) - 1

    @cached_property
    def meter_places(self) -> Mapping[str, int]:
        """The lowest bit of each meter."""
        first = self.scene_mask.bit_length()
        return {
            meter: first + METER_BITS * number for number, meter in enumerate(self.scenario.meters)
        }

    @cached_property
    def fact_places(self) -> Mapping[str, int]:
        """The bit of each fact."""
        first = self.scene_mask.bit_length() + METER_BITS * len(self.scenario.meters)
        return {fact: first + number for fact, number in self.facts.items()}

    @cached_property
    def taken_places(self) -> Mapping[tuple[str, str], int]:
        """The bit of each choice that can be met again."""
        return {choice: place for group in self._taken_places for choice, place in group.items()}

    @cached_property
    def _taken_places(self) -> tuple[Mapping[tuple[str, str], int], ...]:
        """The same, by group of scenes."""
        first = self.scene_mask.bit_length() + METER_BITS * len(self.scenario.meters)
        first += len(self.facts)
        again = self.knots.recurring
        return tuple(
            {
                choice: first + number
                for number, choice in enumerate(
                    (scene, choice)
                    for scene in group
                    if scene in again
                    for choice in self.scenario.scenes[scene].choices
                )
            }
            for group in self.knots.groups
        )

    @cached_property
    def taken_masks(self) -> tuple[int, ...]:
        """The bits of the choices that can be met again, by group of scenes."""
        return tuple(self.taken_mask(group) for group in self._taken_places)

    @cached_property
    def every_choice(self) -> int:
        """The bits of all choices that can be met again."""
        return self.taken_mask(self.taken_places)

    @cached_property
    def turn_place(self) -> int:
        """The lowest bit of the turn; it has all above."""
        first = self.scene_mask.bit_length() + METER_BITS * len(self.scenario.meters)
        return max(self.taken_places.values(), default=first + len(self.facts) - 1) + 1

    def mask(self, name: str) -> int:
        """Return the bits of a meter, a fact or the turn below turn 65,536."""
        if name in self.meter_places:
            return _ONE_METER << self.meter_places[name]
        if name in self.fact_places:
            return 1 << self.fact_places[name]
        return 0xFFFF << self.turn_place

    def place(self, name: str) -> int:
        """Return the lowest bit of a meter, a fact or the turn."""
        place = self.meter_places.get(name)
        return self.fact_places.get(name, self.turn_place) if place is None else place

    def taken_mask(self, taken: Iterable[tuple[str, str]]) -> int:
        """Return the bits of choices that can be met again."""
        bits = 0
        for choice in taken:
            bits |= 1 << self.taken_places[choice]
        return bits

    def compiled(self, state: State) -> Packed:
        """Return a state, cut down already, as one number."""
        packed = self.scenes[state.scene] | state.turn << self.turn_place
        for place, value in zip(self.meter_places.values(), state.meters, strict=True):
            packed |= value << place
        for fact in state.facts:
            packed |= 1 << self.fact_places[fact]
        return packed | self.taken_mask(state.taken)

    def state(self, packed: Packed) -> State:
        """Return the state that `packed` stands for: the way back."""
        scene = self.scene_names[packed & self.scene_mask]
        return State(
            scene,
            tuple(packed >> place & _ONE_METER for place in self.meter_places.values()),
            frozenset(fact for fact, at in self.fact_places.items() if packed >> at & 1),
            frozenset(
                choice
                for choice, at in self._taken_places[self.knots.of[scene]].items()
                if packed >> at & 1
            ),
            packed >> self.turn_place,
        )
