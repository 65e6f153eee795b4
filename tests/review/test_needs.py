"""Who needs help: nobody without the figures that say so."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from salesdojo.records.history.trend import Change, Way
from salesdojo.records.mastery.ability import Ability, expected_share
from salesdojo.records.tallies.summary import CriterionSummary
from salesdojo.review.member_row import Cell
from salesdojo.review.needs import Why, needs


def cell(mean: float = 1.0, variance: float = 0.1, attempts: int = 9, **keys: Any) -> Cell:
    ability = Ability(mean, variance, attempts)
    told = {"change": None, "at": 0, "surety": 0.0, "scenarios": 3, "firsts": 9, "mean": 0.5}
    return Cell(ability, CriterionSummary(ability=ability, **{**told, **keys}))


def change(way: Way) -> Change:
    return Change(before=0.7, now=0.3, many=5, way=way)


def whys(*arguments: Any) -> list[Why]:
    return [one.why for one in needs(*arguments)]


def test_who_never_began_needs_a_first_attempt() -> None:
    assert whys(None, None, {}) == [Why.NEVER]


def test_two_weeks_are_away_and_thirteen_days_are_not() -> None:
    assert whys(14, None, {}) == [Why.AWAY]
    assert whys(13, None, {}) == []


def test_only_a_sure_fall_counts() -> None:
    assert whys(0, change(Way.LEVEL), {"inquiry": cell(change=change(Way.UP))}) == []
    found = needs(0, change(Way.DOWN), {"inquiry": cell(change=change(Way.DOWN))})
    assert [(one.why, one.criterion) for one in found] == [
        (Why.FALLING, None),
        (Why.FALLING, "inquiry"),
    ]


def test_weak_is_what_surely_earns_under_half_the_weakest_first() -> None:
    cells = {"value": cell(-1.0), "trading": cell(-2.0), "inquiry": cell(-0.3)}
    assert [one.criterion for one in needs(0, None, cells)] == ["trading", "value"]


def test_too_few_attempts_say_nothing() -> None:
    assert whys(0, None, {"value": cell(-2.0, attempts=2)}) == []
    assert whys(0, None, {"value": cell(-2.0, variance=0.6)}) == []


@given(st.floats(-4, 4), st.floats(0.01, 1.5), st.integers(0, 40))
def test_whoever_is_called_weak_has_an_interval_under_one_half(
    mean: float, variance: float, attempts: int
) -> None:
    one = cell(mean, variance, attempts)
    weak = Why.WEAK in whys(0, None, {"value": one})
    high = expected_share(mean + 1.6448536269514722 * variance**0.5)
    assert weak == (attempts >= 3 and variance**0.5 <= 0.7 and high < 0.5)
