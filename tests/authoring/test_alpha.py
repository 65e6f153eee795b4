"""Krippendorff's alpha: his own example, cases by hand, and a library that others keep."""

from collections.abc import Sequence
from fractions import Fraction
from random import Random
from typing import Literal

import krippendorff
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdojo.authoring.keying.alpha import ordinal_alpha

NONE = 0
PUBLISHED = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, NONE, NONE, NONE),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NONE, 3),
    (NONE, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NONE),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NONE),
)
"""Four observers, twelve units: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability",
2011: nominal .743, ordinal .815, interval .849."""


def units(judges: Sequence[Sequence[int]]) -> list[list[int]]:
    return [[value for value in unit if value != NONE] for unit in zip(*judges, strict=True)]


Level = Literal["nominal", "ordinal", "interval"]


def by_the_library(judges: Sequence[Sequence[int]], level: Level) -> float:
    read = [[np.nan if value == NONE else float(value) for value in judge] for judge in judges]
    return float(krippendorff.alpha(read, level_of_measurement=level))


def test_the_published_example_has_the_published_alpha() -> None:
    alpha = ordinal_alpha(units(PUBLISHED))
    assert alpha is not None
    assert round(float(alpha), 3) == 0.815


@pytest.mark.parametrize(
    ("level", "published"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)]
)
def test_the_library_we_compare_with_agrees_with_what_was_published(
    level: Level, published: float
) -> None:
    assert round(by_the_library(PUBLISHED, level), 3) == published


def test_one_disagreement_in_a_small_table_by_hand() -> None:
    # Values 0 0 | 1 1 | 0 1: three of each, so their difference is (3 + 3 - 3) squared, 9.
    # Observed 2 * 9, expected 2 * 3 * 3 * 9: 1 - (6 - 1) * 18 / 162.
    assert ordinal_alpha([[0, 0], [1, 1], [0, 1]]) == Fraction(4, 9)


def test_a_near_miss_costs_less_than_a_far_one() -> None:
    near = ordinal_alpha([[-1, -1], [0, 0], [1, 1], [3, 3], [1, 3]])
    far = ordinal_alpha([[-1, -1], [0, 0], [1, 1], [3, 3], [-1, 3]])
    assert near is not None
    assert far is not None
    assert far < near < 1


@pytest.mark.parametrize("nothing", [[], [[]], [[1], [3]], [[1, 1], [1, 1]], [[0, 0, 0]]])
def test_without_pairs_or_differences_there_is_none(nothing: list[list[int]]) -> None:
    assert ordinal_alpha(nothing) is None


tables = st.integers(2, 6).flatmap(
    lambda judges: st.lists(
        st.tuples(*[st.sampled_from([-1, 0, 1, 3])] * judges), min_size=1, max_size=20
    )
)


@given(tables)
def test_where_all_agree_it_is_one_and_never_more(table: list[tuple[int, ...]]) -> None:
    agreed = ordinal_alpha([[unit[0]] * len(unit) for unit in table])
    assert agreed == (1 if len({unit[0] for unit in table}) > 1 else None)
    alpha = ordinal_alpha(table)
    assert alpha is None or alpha <= 1


@given(tables, st.randoms(use_true_random=False))
def test_neither_who_judged_nor_in_what_order_matters(
    table: list[tuple[int, ...]], chance: Random
) -> None:
    mixed = [chance.sample(unit, len(unit)) for unit in table]
    chance.shuffle(mixed)
    assert ordinal_alpha(mixed) == ordinal_alpha(table)


gaps = st.integers(2, 5).flatmap(
    lambda judges: st.lists(
        st.tuples(*[st.sampled_from([NONE, 1, 2, 3, 4])] * judges), min_size=2, max_size=15
    )
)


@given(gaps)
def test_with_gaps_too_it_is_what_the_library_computes(by_unit: list[tuple[int, ...]]) -> None:
    judges = list(zip(*by_unit, strict=True))
    alpha = ordinal_alpha(units(judges))
    if alpha is not None:
        assert float(alpha) == pytest.approx(by_the_library(judges, "ordinal"), abs=1e-9)
