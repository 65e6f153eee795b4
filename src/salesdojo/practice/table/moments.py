"""The three moments that decided a negotiation: what a move cost or brought, exactly.

Before and after each move stands the best that could still be had. Its fall is what the move
cost; the costs of all turns add up to what the negotiation as a whole fell short by. Offers,
accepting and walking away are held against that. Questions and reasons are not: the turn that
they take is the price of learning (`worth_of_words`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from salesdojo.practice.table.moves import Move
from salesdojo.practice.table.prospects import Prospect
from salesdojo.practice.table.state import TableState
from salesdojo.practice.table.worth_of_words import (
    Traded,
    WorthOfWords,
    is_idle,
    worth_of_words,
)

MOST: Final = 3
"""Moments that are told."""


class Kind(StrEnum):
    """What a moment did."""

    LOST = "lost"
    """Less could be had after it."""
    OUTDONE = "outdone"
    """Other words would have left more to be had."""
    IDLE = "idle"
    """Words of which nothing new came, in a turn that was worth something."""
    TRADED = "traded"
    """An answer opened an option that the deal has, and is better for it."""
    GAINED = "gained"
    """More could be had after it than before it, or than without what was told."""
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
    words: WorthOfWords | None
    """What it did if it was a question or a reason, and not the end."""
    waits: bool
    """Whether the best move would have been to let the turn go by."""
    mood: int
    """What it did to the customer's mood."""

    @property
    def cost(self) -> int:
        """Our points that could be had before it and not after it; under 0 where it gained."""
        return self.before.ours - self.after.ours

    @property
    def charged(self) -> int:
        """What of that is a mistake; under 0 where it gained."""
        return self.cost if self.words is None else self.words.charged

    @property
    def told(self) -> tuple[str, ...]:
        """The interests that it uncovered, unless it was the end."""
        return () if self.words is None else self.words.told

    @property
    def traded(self) -> Traded | None:
        """What these did in the deal, where that is no less than what they brought."""
        traded = None if self.words is None else self.words.traded
        return traded if traded is not None and traded.points >= self._brought else None

    @property
    def worth(self) -> int:
        """What it brought less what it cost."""
        return (self._brought if self.traded is None else self.traded.points) - self.charged

    @property
    def _brought(self) -> int:
        return 0 if self.words is None else self.words.brought


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
    traded: Traded | None
    """What these are worth in the deal; set where the kind is that."""
    better: Move | None
    """The first move of the best reply, or the better words; None where nothing was lost, and
    where no other words would have kept more."""
    waits: bool
    """Whether that is to let the turn go by: the customer comes down with time."""
    toward: Prospect
    """What that leads to."""


def step(
    before: tuple[TableState, Prospect], after: tuple[TableState, Prospect], end: TableState
) -> Step:
    """Return the last turn of `after`, between the states and the best that could be had there."""
    turn = after[0].turns[-1]
    mood = turn.mood[1] - turn.mood[0]
    words = worth_of_words(before, after, end)
    waits = before[1].move is not None and is_idle(before[0], before[1].move)
    return Step(turn.number, turn.move, before[1], after[1], words, waits, mood)


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
    better, toward = _better(one, kind)
    return Moment(
        number=one.number,
        move=one.move,
        kind=kind,
        points=abs(one.worth),
        mood=one.mood,
        told=one.told,
        traded=one.traded if kind is Kind.TRADED else None,
        better=better,
        waits=kind is Kind.LOST and better is not None and one.waits,
        toward=toward,
    )


def _kind(one: Step) -> Kind | None:
    if one.worth < 0:
        return _lost(one)
    if one.worth:
        return Kind.GAINED if one.traded is None else Kind.TRADED
    if one.told:
        return Kind.LEARNED
    return Kind.SOURED if one.mood < 0 else None


def _lost(one: Step) -> Kind:
    if one.words is None:
        return Kind.LOST
    return Kind.IDLE if one.words.idle else Kind.OUTDONE


def _better(one: Step, kind: Kind) -> tuple[Move | None, Prospect]:
    if one.words is not None:
        return one.words.better, one.words.toward or one.before
    differs = kind is Kind.LOST and one.before.move != one.move
    return (one.before.move if differs else None), one.before
