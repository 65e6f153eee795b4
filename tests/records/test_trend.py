"""Whether something got better."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdojo.content.model import Outcome
from salesdojo.content.text import Text
from salesdojo.practice.scoring import CriterionScore, Result
from salesdojo.records.history.recent import Recent
from salesdojo.records.history.trend import (
    FEWEST,
    MOST,
    Change,
    Way,
    change,
    criterion_trends,
    quality_trend,
)


def recent(number: int, quality: float, *, repeat: bool = False, scenario: str = "talk") -> Recent:
    scored = {"inquiry": CriterionScore(1, 4, quality / 100, 1)}
    told = Result(
        outcome=Outcome.WON,
        quality=quality,
        passed=True,
        luck=0,
        satisfaction=None,
        criteria=scored,
        breaches=(),
        under_minimum=(),
        decisions=(),
        learned=(),
        missed=(),
    )
    return Recent(f"a{number}", scenario, "r", 1, number, number, repeat, told)


def test_under_five_on_either_side_nothing_is_compared() -> None:
    assert change([10.0] * 9) is None
    assert change([]) is None


def test_a_difference_that_chance_may_bring_is_none() -> None:
    wild = [0.0, 100.0] * 5
    told = change([*wild, *(min(100, value + 10) for value in wild)])
    assert told is not None
    assert told.way is Way.LEVEL


@pytest.mark.parametrize(("now", "way"), [(80.0, Way.UP), (20.0, Way.DOWN), (50.0, Way.LEVEL)])
def test_a_clear_difference_is_told(now: float, way: Way) -> None:
    assert change([50.0] * 5 + [now] * 5) == Change(50.0, now, 5, way)


def test_only_the_latest_ten_are_compared_with_the_ten_before() -> None:
    assert change([0.0] * 40 + [50.0] * 10 + [60.0] * 10) == Change(50.0, 60.0, 10, Way.UP)


@given(st.lists(st.floats(0, 100), max_size=40))
def test_what_turns_round_goes_the_other_way(values: list[float]) -> None:
    told, turned = change(values), change([100 - value for value in values])
    if told is None:
        assert turned is None
        assert len(values) < 2 * FEWEST
        return
    assert turned is not None
    assert told.many == turned.many <= MOST
    assert turned.before == pytest.approx(100 - told.before)
    assert turned.now == pytest.approx(100 - told.now)


def test_repeats_are_shown_but_prove_nothing() -> None:
    attempts = [recent(number, 50) for number in range(10)]
    attempts += [recent(10 + number, 100, repeat=True) for number in range(10)]
    told = quality_trend(attempts)
    assert len(told.points) == 20
    assert told.change == Change(50.0, 50.0, 5, Way.LEVEL)


def test_talks_are_told_apart_from_drills() -> None:
    attempts = [recent(1, 40), recent(2, 100, scenario="drill"), recent(3, 60)]
    assert [point.value for point in quality_trend(attempts, {"talk"}).points] == [40, 60]


def test_criteria_stand_in_the_packs_order_those_never_judged_left_out() -> None:
    names = {"manners": Text.of("Manners"), "inquiry": Text.of("Inquiry")}
    (told,) = criterion_trends([recent(1, 25), recent(2, 75)], names)
    assert told.criterion == "inquiry"
    assert [point.value for point in told.trend.points] == [25, 75]
