"""The first line of a screen: what it is about on the left, how it is played on the right."""

from typing import ClassVar

from textual.content import Content
from textual.widgets import Static

from salesdojo.tui.widths import cut, width_of

_GAP = 2


class TitleLine(Static):
    """A title and a remark, in one line."""

    DEFAULT_CSS: ClassVar[str] = """
    TitleLine { width: 100%; height: 1; padding: 0 1; text-wrap: nowrap; text-overflow: clip; }
    """

    def __init__(self) -> None:
        """Say nothing yet."""
        super().__init__(markup=False)
        self._title = ""
        self._remark = ""

    def show(self, title: str, remark: str) -> None:
        """Show another title and remark."""
        self._title, self._remark = title, remark
        self.refresh()

    def render(self) -> Content:
        """Return both; the title is cut where they do not fit."""
        width = self.content_size.width
        remark = cut(self._remark, width // 2)
        title = cut(self._title, max(0, width - width_of(remark) - _GAP))
        gap = max(0, width - width_of(title) - width_of(remark))
        return Content.assemble((title, "bold $primary"), " " * gap, (remark, "$secondary"))
