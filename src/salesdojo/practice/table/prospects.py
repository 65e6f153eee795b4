"""The best that could still be had where a negotiation stands, and the first move towards it.

It is counted in our points: of the best reply, of the customer's counter taken as it is,
or of walking away, which is worth our reserve.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from salesdojo.practice.table.best_reply import BestReply, best_reply
from salesdojo.practice.table.clock import customer_range
from salesdojo.practice.table.moves import Accept, Move, WalkAway
from salesdojo.practice.table.packages import Package, ours, theirs
from salesdojo.practice.table.state import TableState


@dataclass(frozen=True, slots=True)
class Prospect:
    """What a negotiation could still come to."""

    ours: int
    """Points for us; our reserve where no deal is better than none."""
    theirs: int | None
    """The customer's points in that deal; None without one."""
    package: Package | None
    """That deal; None where walking away is best."""
    moves: tuple[Move, ...]
    """From here to there; empty when the negotiation is over."""

    @property
    def move(self) -> Move | None:
        """The first move; None when it is over."""
        return self.moves[0] if self.moves else None


def prospect(state: TableState) -> Prospect:
    """Return the best that can still be had; when it is over, what was had.

    Of talks that take no offer back: who takes back can, rarely, come to more.
    """
    table = state.table
    if state.ending is not None:
        return _walked(state) if state.deal is None else _dealt(state, state.deal, ())
    best = _replied(best_reply(state), table.reserve_ours)
    if state.standing is not None and ours(table, state.standing) > best.ours:
        return _dealt(state, state.standing, (Accept(),))
    return best


def followed(before: Prospect, move: Move, after: TableState) -> Prospect:
    """Return the prospect after a move, given the one before it.

    Who goes the best way on still has what it leads to: nothing is searched then.
    """
    if after.ending is None and before.package is not None and before.move == move:
        return replace(before, moves=before.moves[1:])
    return prospect(after)


def untold(state: TableState, interests: Collection[str]) -> TableState:
    """Return the state as if these interests had not been told, and never could be."""
    table = state.table
    hushed = tuple(replace(one, ask=()) if one.id in interests else one for one in table.interests)
    learned = tuple(one for one in state.learned if one not in interests)
    table = replace(table, interests=hushed)
    return replace(state, table=table, learned=learned, reach=customer_range(table, learned))


def _replied(reply: BestReply | None, reserve: int) -> Prospect:
    if reply is None or reply.point.ours < reserve:
        return Prospect(reserve, None, None, (WalkAway(),))
    return Prospect(reply.point.ours, reply.point.theirs, reply.end.deal, reply.moves)


def _dealt(state: TableState, package: Package, moves: tuple[Move, ...]) -> Prospect:
    table = state.table
    return Prospect(ours(table, package), theirs(table, package), package, moves)


def _walked(state: TableState) -> Prospect:
    return Prospect(state.table.reserve_ours, None, None, ())
