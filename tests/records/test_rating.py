"""What was lost, as FSRS is told of it."""

import pytest

from salesdojo.records.planning.rating import Rating, rate_drill, rate_share

SPREAD = {"moment": 100.0, "after": 40.0}


@pytest.mark.parametrize(
    ("loss", "rating"),
    [(0.0, Rating.GOOD), (24.9, Rating.HARD), (25.0, Rating.AGAIN), (100.0, Rating.AGAIN)],
)
def test_a_drill_is_rated_by_its_loss_within_the_spread_of_the_scene(
    loss: float, rating: Rating
) -> None:
    assert rate_drill([("moment", loss)], SPREAD) is rating


def test_a_drill_of_two_decisions_is_as_good_as_the_worse() -> None:
    assert rate_drill([("moment", 0.0), ("after", 9.0)], SPREAD) is Rating.HARD
    assert rate_drill([("moment", 30.0), ("after", 0.0)], SPREAD) is Rating.AGAIN


@pytest.mark.parametrize(
    ("share", "rating"),
    [
        (1.0, Rating.GOOD),
        (0.8, Rating.GOOD),
        (0.79, Rating.HARD),
        (0.5, Rating.HARD),
        (0.49, Rating.AGAIN),
        (0.0, Rating.AGAIN),
    ],
)
def test_a_criterion_is_rated_by_its_share_over_chance(share: float, rating: Rating) -> None:
    assert rate_share(share) is rating
