"""A finished negotiation as it is looked back on: all that was done, and all that was possible.

One value for screens, line mode and reports. Points are whole, shares are fractions.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from salesdojo.content.table import Table
from salesdojo.practice.table.answering import moved
from salesdojo.practice.table.earning import could
from salesdojo.practice.table.frontier import Frontier
from salesdojo.practice.table.landmarks import Landmarks
from salesdojo.practice.table.missed import MissedTrade, missed_trade
from salesdojo.practice.table.moments import Moment, Step, moments, step
from salesdojo.practice.table.prospects import Prospect, followed, prospect
from salesdojo.practice.table.reckoning import Possible, Reckoning, reckoned
from salesdojo.practice.table.scores import Scores, scores
from salesdojo.practice.table.state import TableState, Turn, opened
from salesdojo.practice.table.worths import Worth, worth


class Verdict(StrEnum):
    """Whether the end was a good one to come to, deal or none."""

    DEAL = "deal"
    BELOW_RESERVE = "below_reserve"
    """A deal that is worse for us than none."""
    MISSED = "missed"
    """No deal, though this customer would have taken one that is better for us than none."""
    OUT_OF_REACH = "out_of_reach"
    """No deal: what would have suited both, this customer would not have taken."""
    NO_ZONE = "no_zone"
    """No deal, and there was none that suited both: ending it was right."""


@dataclass(frozen=True, slots=True)
class TurnBack:
    """A turn, and what it did to what could be had."""

    turn: Turn
    step: Step
    offer: Worth | None
    """What was offered; of several packages the one that the customer liked best."""
    counter: Worth | None
    """What the customer offered instead."""


@dataclass(frozen=True, slots=True)
class LookedBack:
    """All there is to know of a finished negotiation; make it with `looked_back`."""

    end: TableState
    could: Possible
    """What the table had in it with every option open: its frontier and landmarks."""
    earned: Scores
    turns: tuple[TurnBack, ...]
    verdict: Verdict
    deal: Reckoning | None
    """The deal in figures: efficiency, what was free to us; None without one."""
    settled: Worth | None
    """The deal as both sides value it."""
    trade: MissedTrade | None
    """What would have been better for us and no worse for the customer."""
    best: Prospect
    """The best deal that this customer would have taken from someone who knows it."""
    moments: tuple[Moment, ...]
    """Up to three turns that decided it, in their order."""

    @property
    def table(self) -> Table:
        """What was bargained over."""
        return self.end.table

    @property
    def front(self) -> Frontier:
        """The frontier with every option open: `points`, and `rational` above both reserves."""
        return self.could.front

    @property
    def marks(self) -> Landmarks | None:
        """Nash, egalitarian, largest joint gain, Kalai-Smorodinsky; None without a zone."""
        return self.could.marks

    @property
    def left(self) -> Fraction | None:
        """What was left on the table, 0-1: 1 - E; None without a deal."""
        return None if self.deal is None else 1 - self.deal.efficiency

    @property
    def questions_would_add(self) -> Fraction:
        """What of that only options still locked would have brought, 0-1."""
        return Fraction(0) if self.deal is None else _unasked(self.deal)

    @property
    def short(self) -> int:
        """Our points that the end falls short of the best by: the costs of the turns, added."""
        return self.best.ours - self.turns[-1].step.after.ours


@lru_cache(maxsize=16)
def looked_back(end: TableState) -> LookedBack:
    """Look back on a finished negotiation. About 100 ms for 8 rounds, most of it best replies.

    Remembered, because a debrief asks again and again.

    Raises:
        ValueError: when it goes on.
    """
    possible = could(end.table)
    earned = scores(end, possible)
    turns = _turns(end)
    best = turns[0].step.before
    deal = None if end.deal is None else reckoned(possible, end.deal, end.learned)
    return LookedBack(
        end=end,
        could=possible,
        earned=earned,
        turns=turns,
        verdict=_verdict(possible, deal, best),
        deal=deal,
        settled=None if end.deal is None else worth(end.table, end.deal),
        trade=None if end.deal is None else missed_trade(possible, end.deal),
        best=best,
        moments=moments([one.step for one in turns]),
    )


def _turns(end: TableState) -> tuple[TurnBack, ...]:
    state = opened(end.table, end.turns[0].mood[0])
    before = state, prospect(state)
    found = []
    for turn in end.turns:
        state, _ = moved(state, turn.move)
        now = state, followed(before[1], turn.move, state)
        found.append(_turn(state.table, turn, step(before, now, end)))
        before = now
    return tuple(found)


def _turn(table: Table, turn: Turn, made: Step) -> TurnBack:
    return TurnBack(
        turn=turn,
        step=made,
        offer=None if turn.offered is None else worth(table, turn.offered),
        counter=None if turn.counter is None else worth(table, turn.counter),
    )


def _verdict(could: Possible, deal: Reckoning | None, best: Prospect) -> Verdict:
    if deal is not None:
        return Verdict.BELOW_RESERVE if deal.below_reserve else Verdict.DEAL
    if could.marks is None:
        return Verdict.NO_ZONE
    return Verdict.OUT_OF_REACH if best.package is None else Verdict.MISSED


def _unasked(deal: Reckoning) -> Fraction:
    return deal.efficiency_known - deal.efficiency
