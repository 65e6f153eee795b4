"""Points along a range."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from salesdojo.content.table import curved_points


def test_points_follow_the_curve_and_are_rounded_half_up() -> None:
    assert curved_points(5, 10, Decimal(1), upwards=True) == (0, 3, 5, 8, 10)
    assert curved_points(5, 10, Decimal(1), upwards=False) == (10, 8, 5, 3, 0)
    assert curved_points(5, 100, Decimal(2), upwards=True) == (0, 6, 25, 56, 100)
    assert curved_points(5, 100, Decimal("0.5"), upwards=True) == (0, 50, 71, 87, 100)
    assert curved_points(1, 100, Decimal(1), upwards=True) == (0,)


@given(
    options=st.integers(2, 200),
    points=st.integers(1, 10_000),
    curve=st.decimals("0.1", "5", places=2),
)
def test_points_go_from_nothing_to_all_and_never_back(
    options: int, points: int, curve: Decimal
) -> None:
    rising = curved_points(options, points, curve, upwards=True)
    assert (rising[0], rising[-1]) == (0, points)
    assert list(rising) == sorted(rising)
    assert curved_points(options, points, curve, upwards=False) == rising[::-1]
