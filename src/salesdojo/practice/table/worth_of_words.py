"""What a question or a reason did: held against other words, never against an offer.

The best that can be had before them is that of someone who knows the customer, and need not
ask. Against that every question costs a turn, which is the price of learning and no mistake.
So words cost only what other words in the same turn would have kept, or, where nothing new
came of them, what the turn was worth; and an answer is worth what it made possible.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from salesdojo.practice.table.answering import moved
from salesdojo.practice.table.events import Situation
from salesdojo.practice.table.frontier import frontier
from salesdojo.practice.table.moves import Ask, GiveReason, Move
from salesdojo.practice.table.packages import ours, theirs
from salesdojo.practice.table.prospects import Prospect, prospect, untold
from salesdojo.practice.table.state import TableState


@dataclass(frozen=True, slots=True)
class Traded:
    """What an answer is worth in the deal: it opened an option that the deal has."""

    points: int
    """Our points in the deal less `without`, or less our reserve; over 0."""
    without: int | None
    """The most for us without these options and with no less for the customer; None where that
    is no deal, or one that is worse for us than none."""


@dataclass(frozen=True, slots=True)
class WorthOfWords:
    """What words did that were not the end."""

    told: tuple[str, ...] = ()
    """The interests that they uncovered."""
    brought: int = 0
    """Our points that could be had after them beyond what could without it; 0 or more."""
    traded: Traded | None = None
    idle: bool = False
    """Nothing but the clock moved."""
    charged: int = 0
    """Our points that they cost; 0 where something was uncovered."""
    better: Move | None = None
    """The words that would have kept more."""
    toward: Prospect | None = None
    """What could be had after those."""


def worth_of_words(
    before: tuple[TableState, Prospect], after: tuple[TableState, Prospect], end: TableState
) -> WorthOfWords | None:
    """Return what the last turn of `after` did; None where it was no words, or the end.

    An answer is never charged. It is worth what it brought: the best after it, less the best
    before it had it not been told and never could be. Or, where the deal at the `end` has an
    option that it opened, our points in the deal less the best without that option for a
    customer no worse off; whichever is more. Idle words are charged all that less could be
    had after them; other words what the best question or reason of that turn that was not
    idle would have kept.
    """
    (was, could), (state, can) = before, after
    if state.ending is not None or not isinstance(state.turns[-1].move, Ask | GiveReason):
        return None
    told = told_in(state)
    if told:
        brought = max(0, can.ours - prospect(untold(was, told)).ours)
        return WorthOfWords(told, brought, _traded(end, told))
    cost = could.ours - can.ours
    if cost <= 0:
        return WorthOfWords(idle=_is_idle(was, state))
    return _charged(before, cost, can, idle=_is_idle(was, state))


def told_in(state: TableState) -> tuple[str, ...]:
    """Return the interests that were uncovered in the last turn."""
    told = (event.subject for event in state.events if event.situation is Situation.TOLD)
    return tuple(interest for interest in told if interest is not None)


def is_idle(state: TableState, move: Move) -> bool:
    """Tell whether a move would do nothing but let a turn go by."""
    if not isinstance(move, Ask | GiveReason):
        return False
    return _is_idle(state, moved(state, move)[0])


def _is_idle(was: TableState, state: TableState) -> bool:
    return _stands(was) == _stands(state)


def _stands(state: TableState) -> tuple[object, ...]:
    return state.mood, state.learned, state.asked, state.given


def _charged(
    before: tuple[TableState, Prospect], cost: int, can: Prospect, *, idle: bool
) -> WorthOfWords:
    best = _best_words(*before)
    kept = 0 if best is None else max(0, best[1].ours - can.ours)
    better, toward = best if best is not None and kept else (None, None)
    return WorthOfWords(idle=idle, charged=cost if idle else kept, better=better, toward=toward)


def _best_words(state: TableState, could: Prospect) -> tuple[Move, Prospect] | None:
    """Return the words after which most can be had, and that; None where all would be idle."""
    best = could.move
    if isinstance(best, Ask | GiveReason) and not is_idle(state, best):
        return best, could
    after = ((words, moved(state, words)[0]) for words in _words(state))
    could_be = [(words, prospect(then)) for words, then in after if not _is_idle(state, then)]
    return max(could_be, key=lambda one: one[1].ours, default=None)


def _words(state: TableState) -> Iterator[Move]:
    """Yield questions after what was not told, and reasons not given."""
    sought = [one for one in state.table.interests if one.id not in state.learned]
    yield from map(Ask, dict.fromkeys(question for one in sought for question in one.ask))
    left = (one.id for one in state.table.reasons if one.id not in state.given)
    yield from map(GiveReason, left)


def _traded(end: TableState, told: tuple[str, ...]) -> Traded | None:
    if end.deal is None:
        return None
    issues = zip(end.table.issues, end.deal, strict=True)
    if not any(issue.options[place].unlocked_by in told for issue, place in issues):
        return None
    table, has = end.table, ours(end.table, end.deal)
    left = tuple(one for one in end.learned if one not in told)
    best = frontier(table, left).best_for_us(theirs(table, end.deal))
    without = None if best is None or best.ours < table.reserve_ours else best.ours
    points = has - (table.reserve_ours if without is None else without)
    return Traded(points, without) if points > 0 else None
