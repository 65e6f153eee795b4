"""The pass mark by modified Angoff, worked by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdojo.authoring.keying.pass_mark import pass_mark
from support.keys import blind


def test_three_experts_and_three_decisions_by_hand() -> None:
    """The example of docs/trainers/keys.md: means 60, 70, 65; their deviation is 5."""
    mark = pass_mark(
        [
            blind("sato", {}, {"opening": 50, "rival_quote": 60, "silence": 70}),
            blind("suzuki", {}, {"opening": 80, "rival_quote": 60, "silence": 70}),
            blind("tanaka", {}, {"opening": 60, "rival_quote": 65, "silence": 70}),
        ]
    )
    assert mark is not None
    assert mark.by_expert == {"sato": 60, "suzuki": 70, "tanaka": 65}
    assert mark.percent == 65
    assert mark.standard_error == pytest.approx(5 / 3**0.5)


def test_an_expert_who_judged_more_decisions_weighs_no_more() -> None:
    mark = pass_mark([blind("a", {}, {"x": 40}), blind("b", {}, {"x": 80, "y": 80, "z": 80})])
    assert mark is not None
    assert mark.percent == 60


def test_one_expert_alone_has_no_standard_error_and_none_no_mark() -> None:
    alone = pass_mark([blind("a", {}, {"x": 40}), blind("b", {})])
    assert alone is not None
    assert (alone.percent, alone.standard_error) == (40, None)
    assert pass_mark([blind("a", {})]) is None
    assert pass_mark([]) is None


@given(st.lists(st.lists(st.integers(0, 100), min_size=1, max_size=8), min_size=1, max_size=8))
def test_the_mark_lies_between_the_strictest_and_the_mildest(judged: list[list[int]]) -> None:
    keys = [
        blind(f"e{n}", {}, {f"s{m}": percent for m, percent in enumerate(one)})
        for n, one in enumerate(judged)
    ]
    mark = pass_mark(keys)
    assert mark is not None
    means = mark.by_expert.values()
    assert min(means) - 1e-9 <= mark.percent <= max(means) + 1e-9
    assert mark.standard_error is None or mark.standard_error >= 0
