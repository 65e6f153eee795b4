"""The screens that progress opens by a key each, imported when one is opened."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.screen import Screen


def room(name: str) -> "Screen[None]":
    """Return the screen called `name`: map, trend, funnel or wrong."""
    match name:
        case "map":
            from salesdojo.tui.screens.pipeline_map import MapScreen

            return MapScreen()
        case "trend":
            from salesdojo.tui.screens.trend import TrendScreen

            return TrendScreen()
        case "funnel":
            from salesdojo.tui.screens.funnel import FunnelScreen

            return FunnelScreen()
        case "wrong":
            from salesdojo.tui.screens.recurring import RecurringScreen

            return RecurringScreen()
    msg = f"progress opens no screen called {name}"
    raise KeyError(msg)
