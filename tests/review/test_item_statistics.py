"""The formulas give published figures, and the same for counts as for rows."""

import json
from collections import Counter
from itertools import pairwise
from math import isclose, sqrt
from pathlib import Path
from statistics import correlation, stdev
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdojo.review import item_statistics as told

PUBLISHED: Any = json.loads((Path(__file__).parents[1] / "data/item_statistics.json").read_text())
ITEMS = told.counted(PUBLISHED["attempts"])
TOTALS = Counter(x + rest for x, rest in ITEMS[0].elements())


def near(found: float | None, published: float) -> bool:
    return found is not None and isclose(found, published, rel_tol=1e-9, abs_tol=5e-11)


@pytest.mark.parametrize("place", range(7))
def test_the_published_figures_of_every_item_come_out(place: int) -> None:
    pairs, published = ITEMS[place], PUBLISHED["items"][place]
    average = told.mean(told.items(pairs))
    assert average is not None
    assert near(told.facility(average, 1), published["facility"])
    assert near(told.deviation(told.items(pairs)), published["sd"])
    assert near(told.spread(pairs).discrimination, published["discrimination_index_percent"])
    efficiency = told.spread(pairs).efficiency
    assert near(efficiency, published["discriminative_efficiency_percent"])
    weights = told.effective_weights([told.covariance(told.with_total(one)) for one in ITEMS])
    assert near(weights[place], published["effective_weight_percent"])


def test_the_published_figures_of_the_whole_come_out() -> None:
    variances = [told.variance(told.items(one)) or 0 for one in ITEMS]
    published = PUBLISHED["quiz"]
    alpha = told.internal_consistency(variances, told.variance(TOTALS) or 0)
    assert alpha is not None
    assert near(alpha, published["coefficient_of_internal_consistency_percent"])
    ratio = told.error_ratio(alpha)
    assert near(ratio, published["error_ratio_percent"])
    assert near(
        told.standard_error(ratio, told.deviation(TOTALS) or 0), published["standard_error"]
    )


TABLES = st.integers(2, 5).flatmap(
    lambda items: st.lists(
        st.lists(st.integers(-200, 0), min_size=items, max_size=items), min_size=3, max_size=30
    )
)


@given(TABLES)
def test_counts_give_what_the_standard_library_gives_for_rows(rows: list[list[int]]) -> None:
    for place, pairs in enumerate(told.counted(rows)):
        xs = [row[place] for row in rows]
        rests = [sum(row) - row[place] for row in rows]
        assert isclose(told.deviation(told.items(pairs)) or 0, stdev(xs), abs_tol=1e-9)
        found = told.spread(pairs).discrimination
        if len(set(xs)) == 1 or len(set(rests)) == 1:
            assert found is None
            continue
        assert found is not None
        assert isclose(found, 100 * correlation(xs, rests), abs_tol=1e-6)
        most = correlation(sorted(xs), sorted(rests))
        efficiency = told.spread(pairs).efficiency
        assert efficiency is not None
        assert isclose(efficiency, found / most, abs_tol=1e-6)


@given(TABLES, st.integers(2, 5))
def test_every_attempt_counted_more_often_moves_only_n(rows: list[list[int]], times: int) -> None:
    for once, often in zip(told.counted(rows), told.counted(rows * times), strict=True):
        assert told.mean(told.items(once)) == told.mean(told.items(often))
        one, other = told.spread(once).discrimination, told.spread(often).discrimination
        assert (one is None) == (other is None)
        assert isclose(one or 0, other or 0, abs_tol=1e-9)


@given(TABLES)
def test_alpha_never_passes_a_hundred(rows: list[list[int]]) -> None:
    pairs = told.counted(rows)
    totals = told.variance(Counter(map(sum, rows))) or 0
    alpha = told.internal_consistency([told.variance(told.items(x)) or 0 for x in pairs], totals)
    assert alpha is None or alpha <= 100 + 1e-9


def test_equal_items_are_wholly_consistent() -> None:
    pairs = told.counted([[0, 0, 0], [-10, -10, -10], [-30, -30, -30]])
    variances = [told.variance(told.items(one)) or 0 for one in pairs]
    alpha = told.internal_consistency(variances, 9 * variances[0])
    assert alpha == pytest.approx(100)
    assert told.error_ratio(alpha or 0) == pytest.approx(0, abs=1e-6)
    assert told.spread(pairs[0]).discrimination == pytest.approx(100)


def test_what_is_all_alike_or_nothing_cannot_be_told() -> None:
    # In floats the variance of three times 0.1 is not 0.
    alike: told.Pairs = {(0.1, 0.7): 3}
    assert told.variance(told.items(alike)) == 0
    nothing: tuple[told.Pairs, ...] = ({}, {(1, 2): 1}, alike)
    for pairs in nothing:
        assert told.spread(pairs).discrimination is None
        assert told.spread(pairs).efficiency is None
    assert told.mean({}) is None
    assert told.facility(0, 0) is None
    assert told.internal_consistency([1.0], 1.0) is None
    assert told.internal_consistency([0.0, 0.0], 0.0) is None
    assert told.effective_weights([None, -1.0, 0.0]) == (None, None, None)
    assert told.effective_weights([-1.0, 4.0, 4.0]) == (None, 50, 50)


def test_bands_begin_where_they_are_said_to() -> None:
    edges = (-100, -0.001, 0, 19.9, 20, 29.9, 30, 49.9, 50, 100)
    assert [told.band(one).value for one in edges] == [
        "wrong", "wrong", "very_weak", "very_weak", "weak", "weak",
        "adequate", "adequate", "very_good", "very_good",
    ]  # fmt: skip
    assert all(one < other for one, other in pairwise(edges))


def test_a_standard_error_is_the_part_of_the_deviation_that_is_chance() -> None:
    assert told.standard_error(told.error_ratio(75), 8) == pytest.approx(8 * sqrt(0.25))
