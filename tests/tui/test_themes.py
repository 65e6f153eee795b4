"""Our two themes can be read: WCAG's contrast of 4.5 for text."""

import pytest
from textual.color import Color
from textual.theme import Theme

from salesdojo.tui.themes import DAY, NIGHT, other_theme

INKS = ("foreground", "primary", "secondary", "accent", "success", "warning", "error", "quiet")
GROUNDS = ("background", "surface", "footer-background")
ON_THE_CURSOR = ("foreground", "accent", "success", "block-cursor-foreground")
PAIRS = [
    *((ink, ground) for ink in INKS for ground in GROUNDS),
    *((ink, "block-cursor-background") for ink in ON_THE_CURSOR),
]


def colour(theme: Theme, name: str) -> Color:
    return Color.parse(theme.variables.get(name) or getattr(theme, name))


def luminance(colour: Color) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part / 255) for part in colour.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [NIGHT, DAY], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_every_ink_can_be_read_on_every_ground(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(colour(theme, ink), colour(theme, ground)) >= 4.5


def test_night_and_day_follow_each_other() -> None:
    assert other_theme(NIGHT.name) == DAY.name
    assert other_theme(DAY.name) == NIGHT.name
    assert other_theme("gone") == NIGHT.name
