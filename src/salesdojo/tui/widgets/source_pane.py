"""A place in a file: the lines around it, numbered, with a caret under the column."""

from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content
from textual.widgets import Static

from salesdojo.tui.widths import cut, pad_left, width_of


class SourcePane(Static):
    """Lines as they stand in a file: data, however much they look like anything else."""

    DEFAULT_CSS: ClassVar[str] = """
    SourcePane { width: 100%; height: 1fr; text-wrap: nowrap; text-overflow: clip; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        """Show nothing yet."""
        super().__init__(markup=False, id=id)
        self._lines: tuple[str, ...] = ()
        self._place = (1, 1)
        self._none = ""

    def show(self, lines: Sequence[str], line: int, column: int, none: str) -> None:
        """Show `line` and `column` (from 1) of `lines`; the words `none` where there are none."""
        self._lines, self._place, self._none = tuple(lines), (line, column), none
        self.refresh()

    def render(self) -> Content:
        """Return as many lines as there is room for, the one meant in the middle."""
        width, height = self.content_size.width, max(2, self.content_size.height)
        line, column = self._place
        if not self._lines:
            return Content.styled(cut(self._none, width), "$quiet")
        first = max(1, min(line - (height - 1) // 2, len(self._lines) - height + 2))
        last = min(len(self._lines), first + height - 2)
        gutter = len(str(last))
        rows: list[Content] = []
        for number in range(first, last + 1):
            rows += _rows(self._lines[number - 1], number, gutter, width, column, line == number)
        return Content("\n").join(rows)


def _rows(  # noqa: PLR0913, PLR0917 - a line, its place, and what it is
    text: str, number: int, gutter: int, width: int, column: int, meant: bool
) -> list[Content]:
    """Return a line with its number; below the one meant, a caret."""
    room = max(1, width - gutter - 3)
    start = 0
    if meant and width_of(text[: column - 1]) >= room - 1:
        # The column lies beyond the right edge: the line begins further on.
        start = max(0, column - 1 - room // 3)
    left_out = ".." if start else ""
    shown = cut(left_out + text[start:], room)
    style = "bold" if meant else "$quiet"
    row = Content.assemble((pad_left(str(number), gutter), "$secondary"), " | ", (shown, style))
    if not meant:
        return [row]
    before = min(room - 1, width_of(left_out + text[start : column - 1]))
    caret = Content.assemble(" " * gutter, " | ", " " * before, ("^", "$error bold"))
    return [row, caret]
