"""Probability carried along a chain by state and by how a player stands so far.

A standing is a figure, or several. Players at the same state with the same standing
are one from there on, however they came: this is what makes every road at once cheap.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import chain as joined
from typing import Final, Generic, TypeVar

from salesdojo.practice.loop_flow import LoopFlow
from salesdojo.practice.policy_chain import NOWHERE, Chain, Shares, chances, spread
from salesdojo.practice.state_graph import STATE_LIMIT
from salesdojo.practice.too_large import TooLargeError

S = TypeVar("S", int, tuple[int, ...])

MOST_CARRIED: Final = 20_000_000
"""Standings carried along a move after which a scenario is too large: some 20 s."""
ROUND: Final = 300
"""What a round of a loop costs for each of its states, in standings carried."""


@dataclass(slots=True)
class StandingFlow(Generic[S]):
    """Carries standings forward; what can be let go of is for `receive` to say."""

    chain: Chain
    figures: Callable[[int], Sequence[S | None]]
    """What each move of a state adds to a standing; None for one after which nothing counts."""
    nothing: S
    """What leaves a standing as it is. Inside a loop nothing is less."""
    plus: Callable[[S, S], S]
    receive: Callable[[int, Iterable[tuple[S, float]], dict[S, float]], None]
    """Told a state, and standings that come to it with their probabilities: adds those that
    still matter to what the state holds."""
    most: int = MOST_CARRIED
    """Standings carried along a move after which it is given up."""
    _held: dict[int, dict[S, float]] = field(default_factory=dict)
    _carried: int = 0

    def run(self, begin: S) -> None:
        """Carry all from the opening on, where everyone stands at `begin`.

        Raises:
            TooLargeError: PR003 when too many standings differ.
        """
        for state, mass in self.chain.opening:
            self._arrive(state, ((begin, mass),))
        for part in self.chain.parts:
            first = part[0]
            if first in self.chain.loops:
                self._round(part)
            elif self._held.get(first) and first not in self.chain.circles:
                moves = self._moves(first)
                self._onward(moves, list(self._held[first].items()))
            for state in part:
                self._held.pop(state, None)

    def _moves(self, state: int) -> list[tuple[S, Shares]]:
        return [
            (figure, onward)
            for (_, onward), figure in zip(
                chances(self.chain, state), self.figures(state), strict=True
            )
            if figure is not None
        ]

    def _onward(
        self, moves: Sequence[tuple[S, Shares]], standings: Sequence[tuple[S, float]]
    ) -> None:
        self._count(len(moves) * len(standings))
        plus = self.plus
        for figure, onward in moves:
            for after, chance in onward:
                self._arrive(
                    after,
                    [(plus(standing, figure), mass * chance) for standing, mass in standings],
                )

    def _arrive(self, state: int, standings: Iterable[tuple[S, float]]) -> None:
        held = self._held.get(state)
        if held is None:
            held = self._held[state] = {}
        self.receive(state, standings, held)

    def _round(self, part: Sequence[int]) -> None:
        """Carry all through a loop, the least standing first: inside it losses only add."""
        loop = LoopFlow({state: self._unchanged(state) for state in part})
        inside = set(part)
        leaving = {
            state: [
                (figure, [way for way in onward if figure != self.nothing or way[0] not in inside])
                for figure, onward in self._moves(state)
            ]
            for state in part
        }
        holding = [self._held.pop(state, {}) for state in part]
        known = set(joined.from_iterable(holding))
        waiting = sorted(known)
        while waiting:
            least = heappop(waiting)
            self._count(ROUND * len(part))
            inflow = [held.pop(least, 0.0) for held in holding]
            for state, times in loop.visits(inflow).items():
                if times:
                    self._onward(leaving[state], ((least, times),))
            for state, held in zip(part, holding, strict=True):
                for standing, mass in self._held.pop(state, {}).items():
                    held[standing] = held.get(standing, 0.0) + mass
                    if standing not in known:
                        known.add(standing)
                        heappush(waiting, standing)

    def _count(self, carried: int) -> None:
        self._carried += carried
        if self._carried > self.most:
            raise TooLargeError(STATE_LIMIT)

    def _unchanged(self, state: int) -> Shares:
        """Return what follows a state without changing a standing; all else leads outside."""
        ways: Shares = []
        for (place, chance), figure in zip(
            self.chain.moves[state], self.figures(state), strict=True
        ):
            if figure == self.nothing:
                ways += spread(self.chain.graph, state, place, chance)
            else:
                ways.append((NOWHERE, chance))
        return ways
