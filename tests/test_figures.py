"""Figures as people read them."""

import pytest

from salesdojo.i18n.figures import percent_figure


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (0, "0%"),
        (1e-9, "< 0.01%"),
        (0.0005336, "0.05%"),
        (0.0099999, "0.99%"),
        (0.02, "2%"),
        (0.1234, "12.3%"),
        (0.99999, "99.9%"),
        (1, "100%"),
    ],
)
def test_what_may_happen_is_never_said_to_be_impossible_or_sure(share: float, shown: str) -> None:
    assert percent_figure(share) == shown
