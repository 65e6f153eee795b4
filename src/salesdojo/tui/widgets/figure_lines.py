"""Lines that are made for the width there is, such as a chart's or a table's."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

LinesIn = Callable[[int], Sequence[Content]]
"""Makes the lines for a width in cells."""


class FigureLines(Static):
    """As many lines as are made; none where there is nothing to show."""

    DEFAULT_CSS: ClassVar[str] = """
    FigureLines { width: 1fr; height: auto; text-wrap: nowrap; text-overflow: clip; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        """Show nothing yet."""
        super().__init__(markup=False, id=id, classes=classes)
        self._lines_in: LinesIn = _nothing

    def show(self, lines_in: LinesIn) -> None:
        """Show other lines."""
        self._lines_in = lines_in
        self.refresh(layout=True)

    def render(self) -> Content:
        """Return the lines for the width there is."""
        return Content("\n").join(self._lines_in(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return the number of lines."""
        return len(self._lines_in(width)) if width else 0


def _nothing(_: int) -> Sequence[Content]:
    return ()
