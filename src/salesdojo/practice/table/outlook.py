"""What the best talk can still come to at most: a bound that no talk passes.

It takes every figure at its best: each turn pleases as much as an offer can, every interest asked
for is told, and the customer's range stays as it was. What it does not give away is time: an
interest costs the turns that the questions for it take, and these please less than offers.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

from salesdojo.content.table import Table
from salesdojo.practice.table.clock import Range, aspiration, clock, customer_range, mirrored
from salesdojo.practice.table.frontier import Point, frontier
from salesdojo.practice.table.mood import (
    FITTING_QUESTION,
    FITTING_REASON,
    INSULT,
    MOST_FOR_BETTER,
    REASON,
    SEVERAL,
    insults,
    moved_mood,
)
from salesdojo.practice.table.packages import all_interests, range_for_them
from salesdojo.practice.table.state import TableState

_TWENTIETHS: Final = 20
"""What all rises together please beyond 1 a turn: a twentieth of the range each."""
_MANY: Final = 7
"""So many useful questions are tried in every set; of more, it is all or none."""

Interests = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Begun:
    """How the offers have begun, or could at best."""

    first: int
    best: int
    mood: int


@dataclass(frozen=True, slots=True)
class _Asking:
    """What is asked for from here on."""

    turns: int
    """Turns that the questions take, at the least."""
    pleased: int
    """How much they please, at the most."""
    learned: Interests
    """What is known then."""


@dataclass(frozen=True, slots=True)
class _Open:
    """What can be offered once interests are known."""

    points: tuple[Point, ...]
    floor: int
    """The least that the customer takes."""
    least: int
    """The fewest points that it can be offered."""


class Outlook:
    """The bound for one table."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._by_clock = clock(table.behaviour, table.rounds, table.rounds)
        self._opening = frozenset(
            option.unlocked_by
            for issue in table.issues
            for option in issue.options
            if option.unlocked_by is not None
        )
        self._opens: dict[Interests, _Open] = {}
        self._askings: dict[Interests, tuple[_Asking, ...]] = {}

    def promised(self, state: TableState, turn: int) -> int | None:
        """Return the most points for us that a talk can end with, standing before `turn`.

        None where no deal is possible any more.
        """
        last = self.table.rounds - turn
        best: int | None = None
        for asking in self._asked(state):
            if asking.turns <= last:
                best = self._better(state, turn, asking, best)
        return best

    def _better(
        self, state: TableState, turn: int, asking: _Asking, best: int | None
    ) -> int | None:
        """Return the most points that asking so promises, where they are more than `best`."""
        points = self._open(asking.learned).points
        # From the best for us down: of those that are better the last is taken soonest.
        end = len(points)
        if best is not None:
            end = bisect_left(points, -best, key=lambda point: -point.ours)
        if not end or not self._is_taken(points[end - 1].theirs, state, turn, asking):
            return best
        few, many = 0, end - 1
        while few < many:
            middle = (few + many) // 2
            if self._is_taken(points[middle].theirs, state, turn, asking):
                many = middle
            else:
                few = middle + 1
        return points[few].ours

    def _is_taken(self, value: int, state: TableState, turn: int, asking: _Asking) -> bool:
        """Tell whether the customer may take so many points at last."""
        if state.first is not None and state.best is not None:
            begun = _Begun(state.first, state.best, state.mood)
            return value >= state.best and self._may(value, state, turn, (begun, asking))
        least = self._open(asking.learned).least
        lowest = _Begun(least, least, state.mood)
        if not insults(least, state.reach):
            return self._may(value, state, turn, (lowest, asking))
        if self._may(value, state, turn, (replace(lowest, mood=lowest.mood + INSULT), asking)):
            return True
        # What is no insult begins this high; an insult costs its mood.
        polite = -((35 * state.reach.span - 100 * state.reach.floor) // 100)
        begun = _Begun(polite, polite, state.mood)
        return value >= polite and self._may(value, state, turn, (begun, asking))

    def _may(self, value: int, state: TableState, turn: int, way: tuple[_Begun, _Asking]) -> bool:
        begun, asking = way
        behaviour, reach = self.table.behaviour, state.reach
        offers = self.table.rounds - turn + 1 - asking.turns
        # The first offer is no rise.
        rises = min(offers - (state.best is None), max(0, value - begun.best))
        room = _TWENTIETHS * max(0, value - begun.best) // max(1, reach.span)
        pleasing = offers * SEVERAL + rises + min(rises * (MOST_FOR_BETTER - 1), room)
        pleasing += asking.pleased + self._reasons(state, offers, asking.learned)
        mood = moved_mood(begun.mood, pleasing)
        by_mirror = mirrored(behaviour, begun.first, max(begun.first, value), reach.most)
        wants = min(state.aspiration, aspiration(behaviour, self._by_clock, by_mirror, mood))
        target = Range(self._open(asking.learned).floor, reach.most).target(wants)
        return value >= (target if state.target is None else min(target, state.target))

    def _reasons(self, state: TableState, offers: int, learned: Interests) -> int:
        """Return the most that reasons can please: one an offer."""
        left = sorted(
            (
                REASON + (FITTING_REASON if learned.intersection(reason.fits) else 0)
                for reason in self.table.reasons
                if reason.id not in state.given
            ),
            reverse=True,
        )
        return sum(left[:offers])

    def _open(self, learned: Interests) -> _Open:
        opening = learned & self._opening
        if opening not in self._opens:
            points = frontier(self.table, opening).points
            floor = customer_range(self.table, opening).floor
            self._opens[opening] = _Open(points, floor, range_for_them(self.table, opening)[0])
        return self._opens[opening]

    def _asked(self, state: TableState) -> tuple[_Asking, ...]:
        learned = frozenset(state.learned)
        if learned not in self._askings:
            self._askings[learned] = tuple(self._ways_to_ask(learned))
        return self._askings[learned]

    def _ways_to_ask(self, learned: Interests) -> Iterator[_Asking]:
        """Yield, for each set of interests that could be told, the fewest questions for it."""
        sought = [one for one in self.table.interests if one.id not in learned]
        useful = list(dict.fromkeys(question for one in sought for question in one.ask))
        yield _Asking(0, 0, learned)
        if len(useful) > _MANY:
            pleased = FITTING_QUESTION * len(useful)
            yield _Asking(1, pleased, all_interests(self.table))
            return
        seen = {learned}
        for many in range(1, len(useful) + 1):
            for questions in combinations(useful, many):
                told = [one for one in sought if not set(questions).isdisjoint(one.ask)]
                known = learned.union(one.id for one in told)
                if known not in seen:
                    seen.add(known)
                    yield _Asking(many, FITTING_QUESTION * many, known)
