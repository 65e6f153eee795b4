"""The dojo's two themes: washi paper by day, sumi ink by night.

Every colour of text reaches a contrast of 4.5 on every ground it is set on; a test holds it.
"""

from typing import Final

from textual.theme import Theme

NIGHT: Final = Theme(
    name="dojo-night",
    primary="#8fb6d0",
    secondary="#b3a6d1",
    accent="#dcb06a",
    success="#9cc088",
    warning="#dcb06a",
    error="#e58f7f",
    foreground="#dedad0",
    background="#14171c",
    surface="#1a1e25",
    panel="#232933",
    dark=True,
    variables={
        "border": "#8fb6d0",
        "border-blurred": "#39414e",
        "quiet": "#98a0ab",
        "block-cursor-background": "#2d4356",
        "block-cursor-foreground": "#f3efe5",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#262d38",
        "block-cursor-blurred-foreground": "#dedad0",
        "block-hover-background": "#1f252e",
        "footer-background": "#1a1e25",
        "footer-key-foreground": "#dcb06a",
        "scrollbar": "#2d343f",
        "scrollbar-background": "#14171c",
        "scrollbar-corner-color": "#14171c",
        "scrollbar-hover": "#3d4654",
        "scrollbar-active": "#8fb6d0",
    },
)

DAY: Final = Theme(
    name="dojo-day",
    primary="#2c5f84",
    secondary="#65528f",
    accent="#8f5116",
    success="#3d6b2b",
    warning="#8f5116",
    error="#a8352a",
    foreground="#2a2e35",
    background="#f7f4ed",
    surface="#fcfaf5",
    panel="#ece7db",
    dark=False,
    variables={
        "border": "#2c5f84",
        "border-blurred": "#d5cdbc",
        "quiet": "#5f646d",
        "block-cursor-background": "#d5e2ec",
        "block-cursor-foreground": "#1d2126",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#e9e4d8",
        "block-cursor-blurred-foreground": "#2a2e35",
        "block-hover-background": "#f1ece1",
        "footer-background": "#ece7db",
        "footer-key-foreground": "#8f5116",
        "scrollbar": "#d8d1c2",
        "scrollbar-background": "#f7f4ed",
        "scrollbar-corner-color": "#f7f4ed",
        "scrollbar-hover": "#c4bba8",
        "scrollbar-active": "#2c5f84",
    },
)

THEMES: Final = {theme.name: theme for theme in (NIGHT, DAY)}


def other_theme(name: str) -> str:
    """Return the theme to change to: day for night, and night for anything else."""
    return DAY.name if name == NIGHT.name else NIGHT.name
