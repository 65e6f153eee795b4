"""Every state a talk can reach, and every move between them.

Explored scene by scene, those that lead on before those they lead to, so that
all states of a scene are moved together. Scenes that lead back to one another
are gone through by how many of their choices have been taken: it never grows
less, and only choices that can be repeated leave it as it is. Loops are looked
for among these only.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress, count, islice, repeat
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
    inside: bool
    """Whether it can lead to states of the same stage."""
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

    def of(self, move: Move) -> Sequence[int]:
        """Return the states that go a move."""
        if move.places is None:
            return self.numbers
        return [self.numbers[place] for place in move.places]


@dataclass(frozen=True)
class Stage:
    """Batches whose states lead to later stages, and by moves `inside` to one another."""

    batches: Sequence[Batch]

    @cached_property
    def leading(self) -> Mapping[int, Sequence[int]]:
        """For states that lead on to states of the same stage: which.

        What surely changes nothing is left out: it is no way on, and earns nothing.
        """
        if not any(move.inside for batch in self.batches for move in batch.moves):
            return {}
        own = {number for batch in self.batches for number in batch.numbers}
        leading: dict[int, list[int]] = {}
        for batch in self.batches:
            for move in batch.moves:
                if move.inside:
                    for number, to in zip(batch.of(move), zip(*move.to, strict=True), strict=True):
                        more = [after for after in to if after in own]
                        if more and to != (number,):
                            leading.setdefault(number, []).extend(more)
        return leading

    @cached_property
    def components(self) -> Sequence[Sequence[int]]:
        """The strongly connected components, each before those that lead to it."""
        numbers = [number for batch in self.batches for number in batch.numbers]
        if not self.leading:
            return list(zip(numbers, strict=True))
        place = {number: at for at, number in enumerate(numbers)}
        following = [
            [place[to] for to in self.leading[number]] if number in self.leading else ()
            for number in numbers
        ]
        return [
            [numbers[at] for at in component]
            for component in components(following, range(len(numbers)))
        ]

    @property
    def loops(self) -> Iterator[Sequence[int]]:
        """The components, in order, whose states lead on to states of this stage."""
        leading = self.leading
        return (one for one in self.components if one[0] in leading) if leading else iter(())


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
        return [component for stage in reversed(self.stages) for component in stage.components]


def _add_edges(
    batch: Batch, edges: list[list[Edge]], sure: Sequence[tuple[tuple[int, int], ...]]
) -> None:
    for move in batch.moves:
        if len(move.to) == 1:
            to: Iterable[tuple[tuple[int, int], ...]] = map(sure.__getitem__, move.to[0])
        else:
            drawn = zip(*move.to, strict=True)
            to = (tuple(zip(move.weights, each, strict=True)) for each in drawn)
        ways = zip(repeat(move.choice), repeat(move.counts), to, strict=False)
        for number, edge in zip(batch.of(move), ways, strict=True):
            edges[number].append(edge)


def explore(
    scenario: Scenario, liveness: Liveness, begun: Sequence[State] | None = None
) -> StateGraph:
    """Return the graph of states cut down to what can still matter.

    Args:
        scenario: the talk.
        liveness: what can still matter.
        begun: where the talk can begin, at its start scene; None: as its file says. From
            several starts the weights of the opening say nothing.

    Raises:
        TooLargeError: PR003 past `STATE_LIMIT` states.
    """
    exploring = _Exploring(Numbering(scenario), liveness)
    return exploring.graph((None,) if begun is None else begun)


_Waiting = tuple[str, list[Packed], list[int]]
"""A scene, states of it that wait to be moved on, and their numbers."""


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
        self._grown: dict[int, dict[str, None]] = {}
        """By group, the scenes with states that have not."""
        self._states = 0

    def graph(self, begun: Iterable[State | None]) -> StateGraph:
        opening = tuple(
            (weight, self._numbered(state.scene, [self._packed(state)])[0])
            for start in begun
            for weight, state in opening_outcomes(self._scenario, start)
        )
        stages = [
            stage
            for group in range(len(self._numbering.knots.groups))[::-1]
            for stage in self._stages(group)
        ]
        states = [0] * self._states
        for found in self._found.values():
            for packed, number in found.items():
                states[number] = packed
        return StateGraph(self._numbering, states, stages, opening)

    def _packed(self, state: State) -> Packed:
        return self._numbering.compiled(cut_down(state, self._liveness))

    def _stages(self, group: int) -> Iterator[Stage]:
        """Move on all states of scenes that lead back to one another, fewest taken first."""
        taken = self._numbering.taken_masks[group]
        moves: dict[str, list[Moves]] = {}
        waiting: dict[int, list[_Waiting]] = {}
        self._await(group, taken, waiting)
        while waiting:
            least = min(waiting)
            batches: list[Batch] = []
            while least in waiting:
                for scene, states, numbers in waiting.pop(least):
                    if scene not in moves:
                        moves[scene] = self._moves_of(scene)
                    batches.append(Batch(numbers, [*self._moves(moves[scene], states)]))
                self._await(group, taken, waiting)
            yield Stage(batches)

    def _moves_of(self, scene: str) -> list[Moves]:
        here = self._scenario.scenes[scene]
        return [
            Moves(self._numbering, self._liveness, here, choice) for choice in here.choices.values()
        ]

    def _await(self, group: int, taken: int, waiting: dict[int, list[_Waiting]]) -> None:
        """Put the new states of a group where they wait, by how many choices were taken."""
        for scene in self._grown.pop(group, {}):
            found = self._found[scene]
            new = len(found) - self._moved[scene]
            self._moved[scene] = len(found)
            states = list(islice(reversed(found), new))[::-1]
            numbers = list(islice(reversed(found.values()), new))[::-1]
            if not taken:
                waiting.setdefault(0, []).append((scene, states, numbers))
                continue
            counts = [(state & taken).bit_count() for state in states]
            for many in sorted(set(counts)):
                those = [count == many for count in counts]
                waiting.setdefault(many, []).append(
                    (scene, [*compress(states, those)], [*compress(numbers, those)])
                )

    def _moves(self, moves: Sequence[Moves], states: Sequence[Packed]) -> Iterator[Move]:
        for choice in moves:
            for way, places in choice.ways(states):
                those = states if places is None else [states[place] for place in places]
                yield Move(
                    choice.number,
                    way.counts,
                    way.inside,
                    places,
                    tuple(weight for weight, _ in way.rests),
                    tuple(self._numbered(to, choice.mover(to).moved(those)) for _, to in way.rests),
                )

    def _numbered(self, scene: str, states: Sequence[Packed]) -> list[int]:
        """Return the number of each state; a new state gets the next."""
        found = self._found[scene]
        before = len(found)
        numbers = list(map(found.__getitem__, states))
        if len(found) > before:
            self._states += len(found) - before
            self._grown.setdefault(self._numbering.knots.of[scene], {})[scene] = None
        if self._states > STATE_LIMIT:
            raise TooLargeError(STATE_LIMIT, multipliers(self._numbering, self._found))
        return numbers
