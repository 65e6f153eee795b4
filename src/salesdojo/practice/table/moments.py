"""The three moments that decided a negotiation: what a move cost or brought, exactly.

Before and after each move stands the best that could still be had. Its fall is what the move
cost; the costs of all turns add up to what the negotiation as a whole fell short by.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from salesdojo.practice.table.events import Situation, TableEvent
from salesdojo.practice.table.moves import Move
from salesdojo.practice.table.prospects import Prospect, prospect, untold
from salesdojo.practice.table.state import TableState

MOST: Final = 3
"""Moments that are told."""


class Kind(StrEnum):
    """What a moment did."""

    LOST = "lost"
    """Less could be had after it."""
    GAINED = "gained"
    """More could be had after it, or what was uncovered was worth something."""
    LEARNED = "learned"
    """Something was uncovered that was worth no points by itself."""
    SOURED = "soured"
    """It cost no points, but the customer's mood fell."""


@dataclass(frozen=True, slots=True)
class Step:
    """A turn, and the best that could be had before and after it."""

    number: int
    """1 for the first."""
    move: Move
    before: Prospect
    after: Prospect
    told: tuple[str, ...]
    """The interests that it uncovered."""
    brought: int
    """Our points that could be had after it only because of these; rarely under 0."""
    mood: int
    """What it did to the customer's mood."""

    @property
    def cost(self) -> int:
        """Our points that could be had before it and not after it; under 0 where it gained."""
        return self.before.ours - self.after.ours


@dataclass(frozen=True, slots=True)
class Moment:
    """A turn that decided."""

    number: int
    move: Move
    kind: Kind
    points: int
    """What it cost or brought, of our points; 0 or more."""
    mood: int
    """What it did to the customer's mood."""
    told: tuple[str, ...]
    """The interests that it uncovered."""
    better: Move | None
    """The first move of the best reply; None where nothing was lost."""
    toward: Prospect
    """The best that could be had before it."""


def step(before: Prospect, move: Move, after: TableState, now: Prospect) -> Step:
    """Return the last turn of `after`, which the best `before` and `now` stand around."""
    told = told_in(after.events)
    brought = now.ours - prospect(untold(after, told)).ours if told else 0
    turn = after.turns[-1]
    return Step(turn.number, move, before, now, told, brought, turn.mood[1] - turn.mood[0])


def told_in(events: Sequence[TableEvent]) -> tuple[str, ...]:
    """Return the interests that were uncovered in a turn."""
    told = (event.subject for event in events if event.situation is Situation.TOLD)
    return tuple(interest for interest in told if interest is not None)


def moments(steps: Sequence[Step]) -> tuple[Moment, ...]:
    """Return up to three decisive turns, in their order.

    First come those that cost or brought most points, then those that uncovered something,
    then those that spoilt the mood most.
    """
    decisive = [one for one in map(_moment, steps) if one is not None]
    decisive.sort(key=lambda one: (-one.points, not one.told, one.mood, one.number))
    return tuple(sorted(decisive[:MOST], key=lambda one: one.number))


def _moment(one: Step) -> Moment | None:
    kind = _kind(one)
    if kind is None:
        return None
    differs = one.before.move != one.move
    better = one.before.move if kind is Kind.LOST and differs else None
    points = abs(one.brought - one.cost)
    return Moment(one.number, one.move, kind, points, one.mood, one.told, better, one.before)


def _kind(one: Step) -> Kind | None:
    if one.brought != one.cost:
        return Kind.LOST if one.brought < one.cost else Kind.GAINED
    if one.told:
        return Kind.LEARNED
    return Kind.SOURED if one.mood < 0 else None
