"""Probability carried along a chain by state and by how a player stands so far.

A standing is a figure, or several. Players at the same state with the same standing
are one from there on, however they came: this is what makes every road at once cheap.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from salesdojo.practice.loop_flow import LoopFlow
from salesdojo.practice.policy_chain import NOWHERE, Chain, Shares, chances, spread

S = TypeVar("S", int, tuple[int, ...])


@dataclass(slots=True)
class StandingFlow(Generic[S]):
    """Carries standings forward; what can be let go of is for `receive` to say."""

    chain: Chain
    figures: Sequence[Sequence[S | None]]
    """What each move adds to a standing, by state; None for a move after which nothing counts."""
    nothing: S
    """What leaves a standing as it is. Inside a loop nothing is less."""
    plus: Callable[[S, S], S]
    receive: Callable[[int, S, float], S | None]
    """Told a state, a standing there and its probability: the standing to go on with, or None."""
    _held: dict[int, dict[S, float]] = field(default_factory=dict)

    def run(self, begin: S) -> None:
        """Carry all from the opening on, where everyone stands at `begin`."""
        for state, mass in self.chain.opening:
            self._hold(state, begin, mass)
        for part in self.chain.parts:
            first = part[0]
            if first in self.chain.loops:
                self._round(part)
            elif first in self._held and first not in self.chain.circles:
                moves = self._moves(first)
                for standing, mass in self._held[first].items():
                    self._onward(moves, standing, mass)
            for state in part:
                self._held.pop(state, None)

    def _moves(self, state: int) -> list[tuple[S, Shares]]:
        return [
            (figure, onward)
            for (_, onward), figure in zip(
                chances(self.chain, state), self.figures[state], strict=True
            )
            if figure is not None
        ]

    def _onward(self, moves: Sequence[tuple[S, Shares]], standing: S, mass: float) -> None:
        for figure, onward in moves:
            reached = self.plus(standing, figure)
            for after, chance in onward:
                self._hold(after, reached, mass * chance)

    def _hold(self, state: int, standing: S, mass: float) -> None:
        kept = self.receive(state, standing, mass)
        if kept is not None:
            held = self._held.setdefault(state, {})
            held[kept] = held.get(kept, 0.0) + mass

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
        while standings := {standing for state in part for standing in self._held.get(state, ())}:
            least = min(standings)
            inflow = [self._held.get(state, {}).pop(least, 0.0) for state in part]
            for state, times in loop.visits(inflow).items():
                if times:
                    self._onward(leaving[state], least, times)

    def _unchanged(self, state: int) -> Shares:
        """Return what follows a state without changing a standing; all else leads outside."""
        ways: Shares = []
        for (place, chance), figure in zip(
            self.chain.moves[state], self.figures[state], strict=True
        ):
            if figure == self.nothing:
                ways += spread(self.chain.graph, state, place, chance)
            else:
                ways.append((NOWHERE, chance))
        return ways
