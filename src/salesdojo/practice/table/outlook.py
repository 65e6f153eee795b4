"""What the best talk can still come to at most: a bound that no talk passes.

It takes every figure at its best: each turn pleases as much as any can, every reason fits,
every option is open and yet the customer's range is as it was.
"""

from typing import Final

from salesdojo.content.table import Table
from salesdojo.practice.table.clock import Range, aspiration, clock, customer_range, mirrored
from salesdojo.practice.table.frontier import Point, frontier
from salesdojo.practice.table.mood import (
    FITTING_QUESTION,
    FITTING_REASON,
    MOST_FOR_BETTER,
    REASON,
    SEVERAL,
    moved_mood,
)
from salesdojo.practice.table.packages import all_interests, range_for_them
from salesdojo.practice.table.state import TableState

_TWENTIETHS: Final = 20
"""What all rises together please beyond 1 a turn: a twentieth of the range each."""


class Outlook:
    """The bound for one table."""

    def __init__(self, table: Table) -> None:
        self.table = table
        everything = all_interests(table)
        self._points = frontier(table, everything).points
        widest = customer_range(table, everything)
        self._floor, self._most = widest.floor, widest.most
        self._least = range_for_them(table, everything)[0]
        self._ranges: dict[tuple[str, ...], Range] = {}

    def promised(self, state: TableState, turn: int) -> int | None:
        """Return the most points for us that a talk can end with, standing before `turn`.

        None where no deal is possible any more.
        """
        reach = self._ranges.get(state.learned)
        if reach is None:
            reach = self._ranges[state.learned] = customer_range(self.table, state.learned)
        at_best = Range(self._floor, reach.most)
        mood = moved_mood(state.mood, self._pleasing(state, turn, reach))
        last = self.table.rounds
        by_clock = clock(self.table.behaviour, last, last)

        def is_taken(point: Point) -> bool:
            first = self._least if state.first is None else state.first
            by_mirror = mirrored(self.table.behaviour, first, point.theirs, reach.most)
            wants = min(
                state.aspiration, aspiration(self.table.behaviour, by_clock, by_mirror, mood)
            )
            target = at_best.target(wants)
            return point.theirs >= (target if state.target is None else min(target, state.target))

        few, many = 0, len(self._points)
        while few < many:
            middle = (few + many) // 2
            point = self._points[middle]
            if point.theirs >= (state.best or 0) and is_taken(point):
                many = middle
            else:
                few = middle + 1
        return self._points[few].ours if few < len(self._points) else None

    def _pleasing(self, state: TableState, turn: int, reach: Range) -> int:
        """Return the most that the mood can rise from `turn` to the end."""
        turns = self.table.rounds - turn + 1
        reasons = min(turns, len(self.table.reasons) - len(state.given))
        questions = min(turns, len(self.table.interests) - len(state.asked))
        rises = turns * (MOST_FOR_BETTER - 1)
        if state.best is not None:
            room = max(0, self._most - state.best)
            rises = min(rises, _TWENTIETHS * room // max(1, reach.span))
        return (
            turns * (SEVERAL + 1)
            + rises
            + reasons * (REASON + FITTING_REASON)
            + questions * FITTING_QUESTION
        )
