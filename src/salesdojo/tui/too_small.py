"""A terminal too small to play in: says so, and gives the screen back when it grows.

The screen stays where it is on the stack, hidden: a talk that comes to its end
meanwhile can still be followed by its debrief.
"""

from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from salesdojo.i18n import message

SMALLEST: Final = Size(40, 12)
"""Columns and rows in which every screen can be read."""
_CLASS: Final = "-too-small"


def too_small(size: Size) -> bool:
    """Say whether nothing can be laid out in `size`."""
    return size.width < SMALLEST.width or size.height < SMALLEST.height


class TooSmall(Static):
    """What stands in the place of a screen that does not fit."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    TooSmall {
        display: none;
        width: 100%;
        height: 100%;
        padding: 0;
        background: $background;
        color: $foreground;
    }
    .-too-small > * { display: none !important; }
    .-too-small > TooSmall { display: block !important; }
    """

    def __init__(self, language: str, focused: Widget | None) -> None:
        """Say it in `language`; `focused` gets the keys back."""
        super().__init__(_words(language), markup=False)
        self.was_focused = focused

    def retranslate(self, language: str) -> None:
        """Say it in `language`."""
        self.update(_words(language))


def cover(screen: Screen[object], size: Size, language: str) -> None:
    """Hide or show the contents of `screen`, as `size` asks for."""
    small = too_small(size)
    if small == screen.has_class(_CLASS):
        return
    if small:
        screen.mount(TooSmall(language, screen.focused))
    screen.set_class(small, _CLASS)
    if not small:
        _uncover(screen)


def _uncover(screen: Screen[object]) -> None:
    for cover_up in screen.query(TooSmall):
        focused = cover_up.was_focused
        cover_up.remove()
        if focused is not None:
            # The widget is hidden until the next layout and would refuse the focus before it.
            screen.call_after_refresh(focused.focus)


def _words(language: str) -> Content:
    return Content(
        message("tui.small_terminal", language, columns=SMALLEST.width, rows=SMALLEST.height)
    )
