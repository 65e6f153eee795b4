"""How a side conceded: opening high, in falling steps, in exchange, and never back again."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from salesdojo.practice.table.events import Situation
from salesdojo.practice.table.moves import Accept
from salesdojo.practice.table.packages import ours, theirs
from salesdojo.practice.table.reckoning import Possible
from salesdojo.practice.table.state import TableState, Turn

_OPENING, _TAPERING, _RECIPROCITY, _BALANCE, _NO_TAKE_BACKS = (
    Fraction(share, 100) for share in (25, 20, 25, 20, 10)
)
_HIGH: Fraction = Fraction(6, 10)
"""The part of the way from Nash to our best where an opening is as high as it need be."""
_NONE, _ALL = Fraction(0), Fraction(1)


@dataclass(frozen=True, slots=True)
class Concession:
    """One step down."""

    points: int
    """Points of ours given up; over 0."""
    answered: bool
    """Whether the customer had moved just before, or it was an if-then."""


def discipline(state: TableState, could: Possible) -> Fraction:
    """Return the discipline of a negotiation, 0-1. Whoever never offered has shown none."""
    if not any(turn.offered for turn in state.turns):
        return _NONE if could.marks else _ALL
    steps = concessions(state)
    return (
        _OPENING * opening(state, could)
        + _TAPERING * tapering(steps)
        + _RECIPROCITY * reciprocity(steps)
        + _BALANCE * balance(state, steps)
        + _NO_TAKE_BACKS * (_NONE if _took_back(state) else _ALL)
    )


def concessions(state: TableState) -> list[Concession]:
    """Return the steps down from offer to offer, and to the counter that was taken."""
    found: list[Concession] = []
    before: int | None = None
    counters: list[int] = []
    for turn in state.turns:
        now = _position(state, turn)
        if now is not None:
            if before is not None and now < before:
                found.append(Concession(before - now, turn.conditional or _has_moved(counters)))
            before = now
        if turn.counter is not None:
            counters.append(theirs(state.table, turn.counter))
    return found


def opening(state: TableState, could: Possible) -> Fraction:
    """Return 0 for a first offer at Nash or under, 1 from .6 of the way to our best on."""
    first = next((turn.ours for turn in state.turns if turn.ours is not None), None)
    if first is None:
        return _NONE
    if could.marks is None:
        return _ALL
    nash = could.gain_ours(could.marks.nash.ours)
    high = nash + _HIGH * (1 - nash)
    gain = could.gain_ours(first)
    if gain >= high:
        return _ALL
    return _NONE if gain <= nash else (gain - nash) / (high - nash)


def tapering(steps: Sequence[Concession]) -> Fraction:
    """Return the share of the steps from the second on that are no larger than the one before."""
    pairs = list(pairwise(steps))
    if not pairs:
        return _ALL
    return Fraction(sum(after.points <= before.points for before, after in pairs), len(pairs))


def reciprocity(steps: Sequence[Concession]) -> Fraction:
    """Return the share of the points given up that answered the customer, or were an if-then."""
    total = sum(step.points for step in steps)
    if not total:
        return _ALL
    return Fraction(sum(step.points for step in steps if step.answered), total)


def balance(state: TableState, steps: Sequence[Concession]) -> Fraction:
    """Return the points that the customer gave up over those that we did, at most 1."""
    given = sum(step.points for step in steps)
    if not given:
        return _ALL
    counters = [turn.counter for turn in state.turns if turn.counter is not None]
    if not counters:
        return _NONE
    began = theirs(state.table, counters[0])
    came = theirs(state.table, counters[-1] if state.deal is None else state.deal)
    return min(_ALL, max(_NONE, Fraction(began - came, given)))


def _position(state: TableState, turn: Turn) -> int | None:
    if isinstance(turn.move, Accept) and state.deal is not None:
        return ours(state.table, state.deal)
    return turn.ours


def _has_moved(counters: Sequence[int]) -> bool:
    """Tell whether the last counter asks for less than the one before; a first one is a move."""
    return len(counters) == 1 or (len(counters) > 1 and counters[-1] < counters[-2])


def _took_back(state: TableState) -> bool:
    return any(
        event.situation is Situation.TOOK_BACK for turn in state.turns for event in turn.events
    )
