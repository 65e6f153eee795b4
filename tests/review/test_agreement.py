"""Kappa and intraclass correlations reproduce published tables."""

from collections.abc import Sequence
from statistics import fmean, pvariance

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdojo.review.agreement import FEWEST, Agreement, Weights, agreement, correlations, kappa

PAIRS = st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4)), min_size=2, max_size=60)
COUPLES = ((7, 7, 2, 3), (2, 8, 3, 7), (1, 5, 4, 9), (2, 8, 9, 14))
"""How often couples enjoy themselves, as each says: Hout et al. 1987, in Agresti 1990."""
CARCINOMA = ((22, 2, 2, 0), (5, 7, 14, 0), (0, 2, 36, 0), (0, 1, 17, 10))
"""Two pathologists, 118 slides: Landis and Koch 1977, in Agresti 2002."""
SHROUT_FLEISS = (
    (9, 2, 5, 8),
    (6, 1, 3, 2),
    (8, 4, 6, 8),
    (7, 1, 2, 6),
    (10, 5, 6, 9),
    (6, 2, 4, 7),
)
"""Six targets, four judges: Shrout and Fleiss 1979, table 2."""


def pairs(table: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    return [
        (one, other)
        for one, row in enumerate(table, start=1)
        for other, many in enumerate(row, start=1)
        for _ in range(many)
    ]


@pytest.mark.parametrize(
    ("table", "weights", "published"),
    [
        (((20, 5), (10, 15)), Weights.SAME, 0.4),
        (COUPLES, Weights.SAME, 0.1293),
        (COUPLES, Weights.LINEAR, 0.2374),
        (CARCINOMA, Weights.SAME, 0.4930),
        (CARCINOMA, Weights.LINEAR, 0.6488),
        (CARCINOMA, Weights.QUADRATIC, 0.7838),
    ],
)
def test_kappa_is_that_of_the_books(
    table: Sequence[Sequence[int]], weights: Weights, published: float
) -> None:
    assert kappa(pairs(table), weights) == pytest.approx(published, abs=5e-5)


def test_the_correlations_are_those_of_shrout_and_fleiss() -> None:
    told = correlations(SHROUT_FLEISS)
    single = (told.one_way, told.two_way, told.fixed)
    means = (told.one_way_mean, told.two_way_mean, told.fixed_mean)
    assert single == pytest.approx((0.17, 0.29, 0.71), abs=0.005)
    assert means == pytest.approx((0.44, 0.62, 0.91), abs=0.005)


@given(PAIRS)
def test_quadratic_kappa_is_lins_concordance(given_pairs: list[tuple[int, int]]) -> None:
    """Another formula altogether (Lin 1989; Fleiss and Cohen 1973), and the same figure."""
    ones, others = ([float(pair[side]) for pair in given_pairs] for side in (0, 1))
    apart = pvariance(ones) + pvariance(others) + (fmean(ones) - fmean(others)) ** 2
    told = kappa(given_pairs, Weights.QUADRATIC)
    if told is None:
        assert apart == 0
        return
    both = fmean(one * other for one, other in given_pairs) - fmean(ones) * fmean(others)
    assert told == pytest.approx(2 * both / apart, abs=1e-9)


@given(PAIRS)
def test_who_is_called_the_first_makes_no_difference(given_pairs: list[tuple[int, int]]) -> None:
    turned = [(other, one) for one, other in given_pairs]
    for weights in Weights:
        assert kappa(turned, weights) == pytest.approx(kappa(given_pairs, weights))
    told = correlations(turned).two_way
    assert told == pytest.approx(correlations(given_pairs).two_way)


@given(st.lists(st.integers(1, 4), min_size=FEWEST, max_size=60))
def test_who_always_gives_the_same_agrees_wholly_or_nothing_can_be_said(
    levels: list[int],
) -> None:
    told = agreement((one, one) for one in levels)
    expected = None if len(set(levels)) == 1 else 1
    assert (told.pairs, told.same) == (len(levels), 1)
    assert {told.kappa, told.linear, told.quadratic} == {expected}
    assert told.correlation == (expected if expected is None else pytest.approx(1))


def test_under_thirty_pairs_it_is_too_few_to_say() -> None:
    few = pairs(COUPLES)[: FEWEST - 1]
    assert agreement(few) == Agreement(FEWEST - 1, None, None, None, None, None)
    assert agreement([]) == Agreement(0, None, None, None, None, None)
    assert agreement(pairs(COUPLES)).kappa == kappa(pairs(COUPLES))


def test_one_thing_or_one_judge_has_no_correlation() -> None:
    assert correlations([(1, 2)]).two_way is None
    assert correlations([(1,), (2,)]).two_way is None
