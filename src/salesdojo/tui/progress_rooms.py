"""The screens of figures that progress and the palette open, imported when one is opened."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typing import Any

    from salesdojo.records.model import Person
    from salesdojo.tui.app import DojoApp
    from salesdojo.tui.screens.figures import FiguresScreen

ROOMS: Final = ("map", "trend", "funnel", "wrong")
"""What they are called, as progress names their keys."""


def show_room(dojo: "DojoApp", name: str, of: "Person | None" = None) -> None:
    """Show one of `ROOMS`, once; of somebody else, to read only."""
    kind = _room(name)
    here = dojo.screen
    if not (isinstance(here, kind) and here.of == of):
        dojo.push_screen(kind(of))


def _room(name: str) -> "type[FiguresScreen[Any]]":
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
