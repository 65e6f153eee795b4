"""Sums by sets and by bits are the same sums."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from salesdojo.practice.table.folding import Pair, folded
from salesdojo.practice.table.sums import SHIFT, all_sums

CROWDED = [(first << SHIFT) + 400 - first for first in range(0, 400, 3)]


@given(column=st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), min_size=1, max_size=8))
def test_a_crowded_line_is_added_to_like_any_other_set(column: list[Pair]) -> None:
    codes = [(first << SHIFT) + second for first, second in column]
    front = sorted(CROWDED, reverse=True)
    sums = all_sums(codes, front)
    assert isinstance(sums, list), "this front is added to by bits"
    assert set(sums) == {a + b for a in codes for b in front}


@settings(max_examples=40)
@given(
    columns=st.lists(
        st.lists(st.tuples(st.integers(0, 60), st.integers(0, 1)), min_size=6, max_size=12),
        min_size=3,
        max_size=3,
    )
)
def test_tables_where_one_side_gains_what_the_other_loses_are_folded_exactly(
    columns: list[list[Pair]],
) -> None:
    opposed = [[(gain, 60 - gain + extra) for gain, extra in column] for column in columns]
    every = {(sum(a for a, _ in one), sum(b for _, b in one)) for one in product(*opposed)}
    best, front = -1, []
    for first, second in sorted(every, reverse=True):
        if second > best:
            front.append((first, second))
            best = second
    fold = folded(opposed)
    assert fold.pairs == front
    for pair in front:
        taken = [column[at] for column, at in zip(opposed, fold.places(pair), strict=True)]
        assert (sum(a for a, _ in taken), sum(b for _, b in taken)) == pair


def test_what_cannot_reach_what_is_needed_is_dropped() -> None:
    columns = [[(0, 9), (5, 5), (9, 0)], [(0, 8), (4, 4), (8, 0)]]
    whole = folded(columns).pairs
    needed = folded(columns, (9, 4)).pairs
    assert needed == [pair for pair in whole if pair[0] >= 9 and pair[1] >= 4]
    assert needed
