"""When something is due again."""

from itertools import accumulate

import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS
from hypothesis import given
from hypothesis import strategies as st

from salesdojo.records.mastery.skills import DAY
from salesdojo.records.planning.rating import Rating
from salesdojo.records.planning.schedule import RETENTION, Review, card

NOON = 1_760_000_000_000
AGAIN, HARD, GOOD = Rating.AGAIN, Rating.HARD, Rating.GOOD


def reviews(*told: tuple[float, Rating]) -> list[Review]:
    """Return a review for each (day, rating)."""
    return [
        Review(f"a{place}", NOON + round(day * DAY), rating)
        for place, (day, rating) in enumerate(told)
    ]


def days(*told: tuple[float, Rating]) -> float:
    """Return the days from the last review to the due date."""
    held = card(reviews(*told), NOON)
    return (held.due - held.last) / DAY


@pytest.mark.parametrize(("rating", "expected"), [(AGAIN, 1), (HARD, 2), (GOOD, 4)])
def test_the_first_time_decides_the_first_interval(rating: Rating, expected: int) -> None:
    assert days((0, rating)) == expected


@pytest.mark.parametrize("rating", [AGAIN, HARD, GOOD])
def test_the_first_interval_is_the_published_formula(rating: Rating) -> None:
    """FSRS-6: interval = S / factor · (retention^(1/decay) - 1), a day at least."""
    stability, decay = DEFAULT_PARAMETERS[rating - 1], -DEFAULT_PARAMETERS[20]
    factor = 0.9 ** (1 / decay) - 1
    assert days((0, rating)) == max(1, round(stability / factor * (RETENTION ** (1 / decay) - 1)))


def test_who_keeps_it_is_asked_later_and_later() -> None:
    first, second = days((0, GOOD)), days((0, GOOD), (4, GOOD))
    assert first < second < days((0, GOOD), (4, GOOD), (4 + second, GOOD))


def test_who_loses_it_is_asked_soon() -> None:
    assert days((0, GOOD), (4, GOOD), (20, AGAIN)) < days((0, GOOD), (4, GOOD))


def test_after_two_good_ones_in_a_row_the_next_is_easy() -> None:
    told = card(reviews((0, GOOD), (4, GOOD), (16, GOOD), (60, HARD), (70, GOOD)), NOON)
    assert [one.rating.name for one in told.reviews] == ["GOOD", "GOOD", "EASY", "HARD", "GOOD"]


def test_what_is_repeated_within_a_day_is_not_easy() -> None:
    told = card(reviews((0, GOOD), (4, GOOD), (4.1, GOOD), (4.2, GOOD)), NOON)
    assert {one.rating for one in told.reviews} == {GOOD}
    assert told.due - told.last <= 1.1 * DAY * days((0, GOOD), (4, GOOD))


def test_a_due_date_names_everything_that_made_it() -> None:
    told = card(reviews((0, GOOD), (4, AGAIN)), NOON)
    assert [one.attempt for one in told.reviews] == ["a0", "a1"]


def test_on_the_day_it_is_due_it_is_held_with_the_probability_wished() -> None:
    made = reviews((0, GOOD))
    due = card(made, NOON).due
    assert card(made, due).recall == pytest.approx(RETENTION, abs=0.02)
    assert card(made, NOON).recall == 1.0


def test_a_clock_set_back_changes_no_due_date() -> None:
    back = [*reviews((0, GOOD), (4, GOOD)), Review("a2", 0, GOOD)]
    assert card(back, 0).due >= card(back[:2], 0).due


@given(
    st.lists(
        st.tuples(st.integers(-(2**62), 2**62), st.sampled_from([AGAIN, HARD, GOOD])), min_size=1
    ),
    st.integers(-(2**62), 2**62),
)
def test_no_clock_whatever_it_says_makes_it_fail(told: list[tuple[int, Rating]], now: int) -> None:
    made = [Review("a", at, rating) for at, rating in told]
    held = card(made, now)
    assert 0 <= held.recall <= 1
    assert len(held.reviews) == len(made)


@given(
    st.lists(
        st.tuples(st.floats(0, 200), st.sampled_from([AGAIN, HARD, GOOD])), min_size=1, max_size=30
    )
)
def test_the_same_reviews_give_the_same_due_date_after_the_last_of_them(
    told: list[tuple[float, Rating]],
) -> None:
    apart = list(accumulate(gap for gap, _ in told))
    made = reviews(*zip(apart, (rating for _, rating in told), strict=True))
    held = card(made, NOON)
    assert held == card(made, NOON)
    assert held.due >= made[-1].at + DAY - 1
