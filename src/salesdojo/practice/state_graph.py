"""Every state a talk can reach, and every move between them.

Explored scene by scene, those that lead on before those they lead to, so that
all states of a scene are moved together. Scenes that lead back to one another
are gone through round by round: choices that count once are one more in every
round, so that even there no state leads to an earlier one; only where a choice
can be repeated may there be loops.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count, islice, repeat
from typing import Final

from salesdojo.content.model import Scenario
from salesdojo.practice.components import components
from salesdojo.practice.liveness import Liveness, cut_down
from salesdojo.practice.moving import Moves
from salesdojo.practice.multipliers import multipliers
from salesdojo.practice.numbering import Numbering, Packed
from salesdojo.practice.stepping import State, at_rest, opening_outcomes
from salesdojo.practice.too_large import TooLargeError

STATE_LIMIT: Final = 200_000
"""A scenario with more reachable states is refused (SD309): no sampling stands in."""

Edge = tuple[int, bool, tuple[tuple[int, int], ...]]
"""A choice's number, whether its points count, and (weight, state number) to come."""


@dataclass(frozen=True, slots=True)
class Move:
    """One choice's way out of some of the states of a batch."""

    choice: int
    counts: bool
    """Whether its points count."""
    places: Sequence[int] | None
    """Which states of the batch go it; None: all."""
    weights: tuple[int, ...]
    to: tuple[Sequence[int], ...]
    """For each weight, the state number that each of them leads to."""


@dataclass(frozen=True, slots=True)
class Batch:
    """States of one scene that were moved together."""

    numbers: Sequence[int]
    moves: Sequence[Move]
    """In the file's order of choices."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Batches that come before all those they lead to, unless `looping`."""

    batches: Sequence[Batch]
    looping: bool
    """Whether states may lead back to themselves: then only among this stage's."""


@dataclass(frozen=True)
class StateGraph:
    """The reachable states by number, with the edges out of each."""

    numbering: Numbering
    states: Sequence[Packed]
    stages: Sequence[Stage]
    """Each before those it leads to."""
    opening: tuple[tuple[int, int], ...]
    """(weight, state number): where the talk first comes to rest."""

    def __len__(self) -> int:
        """Return how many states there are."""
        return len(self.states)

    def scene(self, number: int) -> str:
        """Return the scene in which a state rests."""
        return self.numbering.scene_names[self.states[number] & self.numbering.scene_mask]

    def state(self, number: int) -> State:
        """Return a state as `stepping` has it: playing on from it earns the same."""
        return self.numbering.state(self.states[number])

    @cached_property
    def edges(self) -> list[list[Edge]]:
        """The edges out of each state, in the file's order of choices."""
        edges: list[list[Edge]] = [[] for _ in self.states]
        # One tuple for each state that is surely come to, not one for each edge.
        sure = list(zip(zip(repeat(1), range(len(self.states)), strict=False), strict=True))
        for stage in self.stages:
            for batch in stage.batches:
                _add_edges(batch, edges, sure)
        return edges

    def order(self) -> list[Sequence[int]]:
        """Return the strongly connected components, each before those that lead to it."""
        order: list[Sequence[int]] = []
        for stage in reversed(self.stages):
            if stage.looping:
                order.extend(self.loops(stage))
            else:
                for batch in reversed(stage.batches):
                    order.extend(zip(batch.numbers, strict=True))
        return order

    def loops(self, stage: Stage) -> list[list[int]]:
        """Return the strongly connected components of a stage that loops, the last first."""
        first = stage.batches[0].numbers[0]
        if first not in self._loops:
            self._loops[first] = list(self._components(stage))
        return self._loops[first]

    @cached_property
    def _loops(self) -> dict[int, list[list[int]]]:
        """Components by the first state of their stage."""
        return {}

    def _components(self, stage: Stage) -> Iterator[list[int]]:
        numbers = [number for batch in stage.batches for number in batch.numbers]
        place = {number: at for at, number in enumerate(numbers)}
        following = [
            [place[to] for _, _, all_to in self.edges[number] for _, to in all_to if to in place]
            for number in numbers
        ]
        for component in components(following, range(len(numbers))):
            yield [numbers[at] for at in component]


def _add_edges(
    batch: Batch, edges: list[list[Edge]], sure: Sequence[tuple[tuple[int, int], ...]]
) -> None:
    for move in batch.moves:
        if len(move.to) == 1:
            to: Iterable[tuple[tuple[int, int], ...]] = map(sure.__getitem__, move.to[0])
        else:
            drawn = zip(*move.to, strict=True)
            to = (tuple(zip(move.weights, each, strict=True)) for each in drawn)
        numbers = (
            batch.numbers if move.places is None else map(batch.numbers.__getitem__, move.places)
        )
        ways = zip(repeat(move.choice), repeat(move.counts), to, strict=False)
        for number, edge in zip(numbers, ways, strict=True):
            edges[number].append(edge)


def explore(scenario: Scenario, liveness: Liveness) -> StateGraph:
    """Return the graph of states cut down to what can still matter.

    Raises:
        TooLargeError: PR003 past `STATE_LIMIT` states.
    """
    return _Exploring(Numbering(scenario), liveness).graph()


class _Exploring:
    """The states found so far, by scene."""

    def __init__(self, numbering: Numbering, liveness: Liveness) -> None:
        self._numbering = numbering
        self._liveness = liveness
        self._scenario = numbering.scenario
        next_number = count().__next__
        self._found: Mapping[str, dict[Packed, int]] = {
            scene.id: defaultdict(next_number)
            for scene in self._scenario.scenes.values()
            if at_rest(scene)
        }
        self._moved = dict.fromkeys(self._found, 0)
        """How many of the states of each scene have been moved on."""
        self._states = 0

    def graph(self) -> StateGraph:
        opening = tuple(
            (weight, self._numbered(state.scene, [self._packed(state)])[0])
            for weight, state in opening_outcomes(self._scenario)
        )
        knots = self._numbering.knots
        stages: list[Stage] = []
        for group in reversed(knots.groups):
            scenes = [scene for scene in group if scene in self._found]
            batches = list(self._batches(scenes))
            if batches:
                stages.append(Stage(batches, self._can_loop(scenes)))
        states = [0] * self._states
        for found in self._found.values():
            for packed, number in found.items():
                states[number] = packed
        return StateGraph(self._numbering, states, stages, opening)

    def _packed(self, state: State) -> Packed:
        return self._numbering.compiled(cut_down(state, self._liveness))

    def _can_loop(self, scenes: Sequence[str]) -> bool:
        """Say whether a choice that can be repeated leads back into the group."""
        return any(
            choice.repeat and self._numbering.knots.inside(scene, choice.goto)
            for scene in scenes
            for choice in self._scenario.scenes[scene].choices.values()
        )

    def _batches(self, scenes: Sequence[str]) -> Iterator[Batch]:
        """Move on all states of scenes that lead back to one another, round by round."""
        moves = {
            scene: [
                Moves(self._numbering, self._liveness, self._scenario.scenes[scene], choice)
                for choice in self._scenario.scenes[scene].choices.values()
            ]
            for scene in scenes
            if self._found[scene] or len(scenes) > 1
        }
        while True:
            waiting = {scene: self._waiting(scene) for scene in moves}
            if not any(numbers for _, numbers in waiting.values()):
                return
            for scene, (states, numbers) in waiting.items():
                if states:
                    yield Batch(numbers, [*self._moves(moves[scene], states)])

    def _waiting(self, scene: str) -> tuple[list[Packed], list[int]]:
        found = self._found[scene]
        new = len(found) - self._moved[scene]
        self._moved[scene] = len(found)
        return (
            list(islice(reversed(found), new))[::-1],
            list(islice(reversed(found.values()), new))[::-1],
        )

    def _moves(self, moves: Sequence[Moves], states: Sequence[Packed]) -> Iterator[Move]:
        for choice in moves:
            for way, places in choice.ways(states):
                those = states if places is None else [states[place] for place in places]
                yield Move(
                    choice.number,
                    way.counts,
                    places,
                    tuple(weight for weight, _ in way.rests),
                    tuple(self._numbered(to, choice.mover(to).moved(those)) for _, to in way.rests),
                )

    def _numbered(self, scene: str, states: Sequence[Packed]) -> list[int]:
        """Return the number of each state; a new state gets the next."""
        found = self._found[scene]
        before = len(found)
        numbers = list(map(found.__getitem__, states))
        self._states += len(found) - before
        if self._states > STATE_LIMIT:
            raise TooLargeError(STATE_LIMIT, multipliers(self._numbering, self._found))
        return numbers
