"""The screens of figures that progress and the palette open, imported when one is opened."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from textual.screen import Screen

    from salesdojo.tui.app import DojoApp

ROOMS: Final = ("map", "trend", "funnel", "wrong")
"""What they are called, as progress names their keys."""


def show_room(dojo: "DojoApp", name: str) -> None:
    """Show one of `ROOMS`, once."""
    kind = _room(name)
    if not isinstance(dojo.screen, kind):
        dojo.push_screen(kind())


def _room(name: str) -> "type[Screen[None]]":
    match name:
        case "map":
            from salesdojo.tui.screens.pipeline_map import MapScreen

            return MapScreen
        case "trend":
            from salesdojo.tui.screens.trend import TrendScreen

            return TrendScreen
        case "funnel":
            from salesdojo.tui.screens.funnel import FunnelScreen

            return FunnelScreen
        case "wrong":
            from salesdojo.tui.screens.recurring import RecurringScreen

            return RecurringScreen
    msg = f"there is no screen called {name}"
    raise KeyError(msg)
