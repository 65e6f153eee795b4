"""Trying everything at a negotiation table: brute force for small ones."""

from collections.abc import Iterator
from itertools import combinations

from salesdojo.practice.table.moves import Ask, GiveReason, Move, Propose, Several
from salesdojo.practice.table.state import TableState
from support.tables import outcomes


def every_move(state: TableState) -> Iterator[Move]:
    """All that can be said without taking an offer back."""
    table, every = state.table, outcomes(state.table, state.learned)
    floor = -1 if state.best is None else state.best
    reasons = [None, *(one.id for one in table.reasons if one.id not in state.given)]
    for reason in reasons:
        for package, worth in every.items():
            if worth[1] >= floor:
                yield Propose(package, reason)
        for pair in combinations(every, 2):
            if max(every[one][1] for one in pair) >= floor:
                yield Several(pair, reason)
    yield from (Ask(one.id) for one in table.questions)
    yield from (GiveReason(one.id) for one in table.reasons)
