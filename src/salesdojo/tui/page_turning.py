"""How far a page is turned."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.widget import Widget


def turn_pages(shown: "Widget", pages: int) -> None:
    """Scroll `shown` by pages, up below 0; one line of the page before stays."""
    shown.scroll_relative(y=pages * max(1, shown.size.height - 1), animate=False)
