"""The best deal that this customer would have taken from someone who knows it.

Searched are all talks that ask, reason and raise the offer, and never take one back; exact
by searching what the customer takes. Four facts keep the search small. A lower first offer
never harms but for an insult, so only the lowest and the lowest that is none come into
question. Of the offers that please by the same amount the least leaves most room. Of two
ways to a turn with the same things asked and said, one is forgotten where the other has no
worse a mood, no higher an offer and no higher a target. And the ways that promise most are
followed first (A*): what a way promises is told by `outlook`.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import heappop, heappush
from itertools import count

from salesdojo.content.table import Table
from salesdojo.practice.table.answering import is_spent, moved, wanting, weighed
from salesdojo.practice.table.clock import Range
from salesdojo.practice.table.exact_values import Valued, valued
from salesdojo.practice.table.frontier import Frontier, Point, frontier
from salesdojo.practice.table.hearing import hear_question, hear_reason
from salesdojo.practice.table.mood import MOST_FOR_BETTER, insults
from salesdojo.practice.table.moves import Ask, GiveReason, Move, Offer, Propose, Several
from salesdojo.practice.table.outlook import Outlook
from salesdojo.practice.table.packages import Package, open_places
from salesdojo.practice.table.state import TableState


@dataclass(frozen=True, slots=True)
class BestReply:
    """A talk that ends in the best deal for us."""

    moves: tuple[Move, ...]
    """From the state that was asked about to the deal."""
    end: TableState
    """How it then stands: `deal`, `mood`."""
    point: Point


@dataclass(frozen=True, slots=True)
class _Way:
    """A way that a talk can go, as far as the next turn."""

    state: TableState
    """Its `turns` are those of the beginning: the search counts by itself."""
    moves: tuple[Move, ...]
    turn: int
    """The turn to come."""


_Rank = tuple[int, int, int, int]
_Figures = tuple[int, ...]
_Waiting = list[tuple[_Rank, int, _Way]]


def best_reply(state: TableState) -> BestReply | None:
    """Return the best talk from here on, or None where no deal can be reached.

    Best is the most points for us. The mood it leaves is that of the way that was found first.
    """
    if state.ending is not None:
        return None
    return _search(state.table).best(state)


class _Search:
    """The search; what is looked up again and again is kept by the interests that open options."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._opening = frozenset(
            option.unlocked_by
            for issue in table.issues
            for option in issue.options
            if option.unlocked_by is not None
        )
        self._fronts: dict[frozenset[str], Frontier] = {}
        self._values: dict[frozenset[str], Valued] = {}
        self._outlook = Outlook(table)

    def front(self, state: TableState) -> Frontier:
        learned = self._opening.intersection(state.learned)
        if learned not in self._fronts:
            self._fronts[learned] = frontier(self.table, learned)
        return self._fronts[learned]

    def values(self, state: TableState) -> Valued:
        learned = self._opening.intersection(state.learned)
        if learned not in self._values:
            self._values[learned] = valued(self.table, learned)
        return self._values[learned]

    def best(self, start: TableState) -> BestReply | None:
        best: BestReply | None = None
        waiting: _Waiting = []
        numbers = count()
        known: dict[tuple[object, ...], list[_Figures]] = {}
        self._wait(waiting, _Way(start, (), start.turn), next(numbers))
        while waiting:
            rank, _, way = heappop(waiting)
            if best is not None and -rank[0] <= best.point.ours:
                break
            best = self._closed(start, way, best)
            if way.turn < self.table.rounds:
                for after in self._onward(way):
                    if _is_new(known, after):
                        self._wait(waiting, after, next(numbers))
        return best

    def _wait(self, waiting: _Waiting, way: _Way, number: int) -> None:
        promised = self._outlook.promised(way.state, way.turn)
        if promised is None:
            return
        offer = -1 if way.state.best is None else way.state.best
        rank = (-promised, -way.turn, -way.state.mood, offer)
        heappush(waiting, (rank, number, way))

    def _closed(self, start: TableState, way: _Way, best: BestReply | None) -> BestReply | None:
        """Return the better of `best` and the best deal that this way can be closed with now."""
        floor = -1 if way.state.best is None else way.state.best
        could = [
            point
            for point in self.front(way.state).points
            if point.theirs >= floor and (best is None or point.ours > best.point.ours)
        ]
        # The customer takes what gives it more than what it takes.
        few, many = 0, len(could)
        while few < many:
            middle = (few + many) // 2
            if self._close(way.state, could[middle], way.turn) is None:
                few = middle + 1
            else:
                many = middle
        if few == len(could):
            return best
        move = self._close(way.state, could[few], way.turn)
        if move is None:
            return best
        end = start
        for made in (*way.moves, move):
            end, _ = moved(end, made)
        return BestReply((*way.moves, move), end, could[few])

    def _close(self, state: TableState, point: Point, turn: int) -> Offer | None:
        """Return the offer of a point that the customer takes, if it takes it."""
        package = self.front(state).package(point)
        for move in _offers(state, package):
            after = weighed(state, move, turn, [])
            if after.target is not None and point.theirs >= after.target:
                return move
        return None

    def _onward(self, way: _Way) -> Iterator[_Way]:
        state = way.state
        for move in (*self._words(state), *self._rises(state)):
            after = _heard(state, move, way.turn)
            if after is not None:
                yield _Way(after, (*way.moves, move), way.turn + 1)

    def _words(self, state: TableState) -> Iterator[Move]:
        """Yield questions that still bring something, reasons not given, or else a pause."""
        learned = set(state.learned)
        useful = dict.fromkeys(
            question
            for interest in self.table.interests
            if interest.id not in learned
            for question in interest.ask
        )
        yield from map(Ask, useful)
        yield from (GiveReason(one.id) for one in self.table.reasons if one.id not in state.given)
        if self.table.questions and not useful:
            yield Ask(self.table.questions[0].id)
        elif self.table.reasons and self.table.reasons[0].id in state.given:
            yield GiveReason(self.table.reasons[0].id)

    def _rises(self, state: TableState) -> Iterator[Move]:
        """Yield the least offer for each amount of pleasure that it can give."""
        values = self.values(state)
        for value in _steps(state, values.sums, state.reach):
            yield from _offers(state, values.package(value))


@lru_cache(maxsize=8)
def _search(table: Table) -> _Search:
    """Return the search of a table; whoever looks back asks for every turn."""
    return _Search(table)


def _steps(state: TableState, sums: Sequence[int], reach: Range) -> list[int]:
    """Return the customer's points of the offers that come into question, from the least on."""
    if state.best is None:
        polite = next((value for value in sums if not insults(value, reach)), sums[-1])
        return list(dict.fromkeys((sums[0], polite)))
    needs = [0, *(max(1, -(-step * reach.span // 20)) for step in range(MOST_FOR_BETTER))]
    places = [bisect_left(sums, state.best + need) for need in needs]
    return list(dict.fromkeys(sums[place] for place in places if place < len(sums)))


def _offers(state: TableState, package: Package) -> Iterator[Offer]:
    """Yield ways to offer a package: with another beside it, where one can be, and a reason."""
    fillers = _fillers(state, package)
    reasons: list[str | None] = [one.id for one in state.table.reasons if one.id not in state.given]
    for reason in reasons or [None]:
        if not fillers:
            yield Propose(package, reason)
        yield from (Several((package, filler), reason) for filler in fillers[:1])
    if reasons:
        # A reason may be kept for when it fits.
        yield Several((package, fillers[0])) if fillers else Propose(package)


def _fillers(state: TableState, package: Package) -> list[Package]:
    """Return a package that the customer likes no better, different in one issue, if there is one.

    Where any other package is worth no more, one of these is. Of several the best for us.
    """
    best: tuple[int, Package] | None = None
    for number, issue in enumerate(state.table.issues):
        has = issue.options[package[number]]
        for place in open_places(issue, state.learned):
            option = issue.options[place]
            other = (*package[:number], place, *package[number + 1 :])
            if place == package[number] or option.theirs > has.theirs:
                continue
            repeated = {package, other} == set(state.last)
            if not repeated and (best is None or option.ours - has.ours > best[0]):
                best = (option.ours - has.ours, other)
    return [] if best is None else [best[1]]


def _heard(state: TableState, move: Move, turn: int) -> TableState | None:
    """Return how it stands after a move that ends nothing; None where it would."""
    match move:
        case Propose() | Several():
            after = weighed(state, move, turn, [])
            if after.target is None or after.best is None or after.best >= after.target:
                return None
        case Ask(question):
            after = wanting(hear_question(state, question, []), turn)
        case GiveReason(reason):
            after = wanting(hear_reason(state, reason, []), turn)
        case _:
            return None
    return None if is_spent(after) else after


def _is_new(known: dict[tuple[object, ...], list[_Figures]], way: _Way) -> bool:
    """Tell whether no way met before makes this one needless, and remember it."""
    state = way.state
    key = (way.turn, frozenset(state.learned), state.asked, state.given, state.first)
    best = -1 if state.best is None else state.best
    target = 0 if state.target is None else state.target
    figures = (-state.mood, best, target, state.aspiration)
    others = known.setdefault(key, [])
    if any(all(a <= b for a, b in zip(one, figures, strict=True)) for one in others):
        return False
    others.append(figures)
    return True
