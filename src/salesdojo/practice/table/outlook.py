"""What the best talk can still come to at most: a bound that no talk passes.

It takes every figure at its best: each turn pleases as much as an offer can (a question pleases
less), every reason fits, every option is open and yet the customer's range is as it was.
"""

from dataclasses import dataclass, replace
from typing import Final

from salesdojo.content.table import Table
from salesdojo.practice.table.clock import Range, aspiration, clock, customer_range, mirrored
from salesdojo.practice.table.frontier import frontier
from salesdojo.practice.table.mood import (
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


@dataclass(frozen=True, slots=True)
class _Begun:
    """How the offers have begun, or could at best."""

    first: int
    best: int
    mood: int


class Outlook:
    """The bound for one table."""

    def __init__(self, table: Table) -> None:
        self.table = table
        everything = all_interests(table)
        self._points = frontier(table, everything).points
        self._floor = customer_range(table, everything).floor
        self._least = range_for_them(table, everything)[0]
        self._by_clock = clock(table.behaviour, table.rounds, table.rounds)

    def promised(self, state: TableState, turn: int) -> int | None:
        """Return the most points for us that a talk can end with, standing before `turn`.

        None where no deal is possible any more.
        """
        few, many = 0, len(self._points)
        while few < many:
            middle = (few + many) // 2
            if self._is_taken(self._points[middle].theirs, state, turn):
                many = middle
            else:
                few = middle + 1
        return self._points[few].ours if few < len(self._points) else None

    def _is_taken(self, value: int, state: TableState, turn: int) -> bool:
        """Tell whether the customer may take so many points at last."""
        if state.first is not None and state.best is not None:
            begun = _Begun(state.first, state.best, state.mood)
            return value >= state.best and self._may(value, state, turn, begun)
        lowest = _Begun(self._least, self._least, state.mood)
        if not insults(self._least, state.reach):
            return self._may(value, state, turn, lowest)
        if self._may(value, state, turn, replace(lowest, mood=lowest.mood + INSULT)):
            return True
        # What is no insult begins this high; an insult costs its mood.
        polite = -((35 * state.reach.span - 100 * state.reach.floor) // 100)
        return value >= polite and self._may(value, state, turn, _Begun(polite, polite, state.mood))

    def _may(self, value: int, state: TableState, turn: int, begun: "_Begun") -> bool:
        behaviour, reach = self.table.behaviour, state.reach
        turns = self.table.rounds - turn + 1
        room = _TWENTIETHS * max(0, value - begun.best) // max(1, reach.span)
        rises = min(turns * (MOST_FOR_BETTER - 1), room)
        pleasing = turns * (SEVERAL + 1) + rises + self._reasons(state, turns)
        mood = moved_mood(begun.mood, pleasing)
        by_mirror = mirrored(behaviour, begun.first, max(begun.first, value), reach.most)
        wants = min(state.aspiration, aspiration(behaviour, self._by_clock, by_mirror, mood))
        target = Range(self._floor, reach.most).target(wants)
        return value >= (target if state.target is None else min(target, state.target))

    def _reasons(self, state: TableState, turns: int) -> int:
        """Return the most that reasons can please: one a turn, and each as if it fitted."""
        left = sorted(
            (
                REASON + (FITTING_REASON if reason.fits else 0)
                for reason in self.table.reasons
                if reason.id not in state.given
            ),
            reverse=True,
        )
        return sum(left[:turns])
