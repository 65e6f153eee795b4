"""Times of attempts where a clock was wrong."""

from hypothesis import given
from hypothesis import strategies as st

from salesdojo.records.finishing import in_order
from salesdojo.records.model import Finished

NOW = 10_000


def finished(stored: int, at: int) -> Finished:
    return Finished(f"a{stored}", "talk", "revision", at, {}, (), stored, passed=True)


def times(*at: int) -> list[int]:
    attempts = [finished(place, one) for place, one in enumerate(at)]
    return [one.at for one in in_order(attempts, NOW)]


def test_right_times_stay_as_they_are() -> None:
    assert times(1, 2, 2, 9_999) == [1, 2, 2, 9_999]


def test_a_time_that_has_not_come_yet_becomes_that_of_the_attempt_stored_next() -> None:
    assert times(1_000, 99_000, 3_000) == [1_000, 3_000, 3_000]
    assert times(1_000, 99_000) == [1_000, NOW]


def test_a_clock_set_back_does_not_make_what_was_done_before_it_older() -> None:
    assert times(5_000, 6_000, 0, 8_000) == [5_000, 6_000, 6_000, 8_000]


def test_the_order_is_that_of_storing_whatever_the_clock_said() -> None:
    attempts = [finished(2, 100), finished(1, 300)]
    assert [one.attempt for one in in_order(attempts, NOW)] == ["a1", "a2"]


@given(st.lists(st.integers(-(2**62), 2**62)), st.integers(0, 2**45))
def test_nothing_is_lost_and_time_never_goes_back_nor_past_now(at: list[int], now: int) -> None:
    told = in_order([finished(place, one) for place, one in enumerate(at)], now)
    assert [one.stored for one in told] == list(range(len(at)))
    assert [one.at for one in told] == sorted(one.at for one in told)
    assert all(one.at <= now for one in told)
