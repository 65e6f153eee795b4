"""The ground of a screen that is read by scrolling: the same keys wherever there is a page."""

from abc import abstractmethod
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from salesdojo.tui.page_turning import turn_pages
from salesdojo.tui.screens.dojo_screen import DojoScreen, Left


class ScrollingScreen(DojoScreen[Left]):
    """Scrolls by lines, by pages and to the ends."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("pageup", "turn_pages(-1)", show=False),
        Binding("pagedown,space", "turn_pages(1)", show=False),
        Binding("home", "scroll_to_end(False)", show=False),
        Binding("end", "scroll_to_end(True)", show=False),
    ]

    @property
    @abstractmethod
    def scrolled(self) -> Widget:
        """What is scrolled."""

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.scrolled.scroll_relative(y=lines, animate=False)

    def action_turn_pages(self, pages: int) -> None:
        """Scroll by pages; one line of the page before stays."""
        turn_pages(self.scrolled, pages)

    def action_scroll_to_end(self, end: bool) -> None:
        """Scroll to the end or to the beginning."""
        self.scrolled.scroll_to(y=self.scrolled.max_scroll_y if end else 0, animate=False)
