"""Beside a rehearsal: its figures, in sections where there is room, else row upon row."""

from collections.abc import Sequence
from typing import ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from salesdojo.tui.standing_rows import Row, Section
from salesdojo.tui.widths import cut, pad, width_of

_GAP = 2
"""Cells between two rows on one line."""


class StandingCard(VerticalScroll, can_focus=False):
    """Sections of figures."""

    DEFAULT_CSS: ClassVar[str] = """
    StandingCard { scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    StandingCard > StandingText { width: 1fr; height: auto; text-wrap: nowrap; }
    """

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._text = StandingText()

    def compose(self) -> "list[StandingText]":
        """Lay out the text."""
        return [self._text]

    def show(self, sections: Sequence[Section]) -> None:
        """Show other figures."""
        self._text.show(sections, self.size.height)

    def on_resize(self) -> None:
        """Use the room there is."""
        self._text.fit(self.size.height)


class StandingText(Static):
    """The rows, a line each."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__(markup=False)
        self._sections: tuple[Section, ...] = ()
        self._room = 0

    def show(self, sections: Sequence[Section], room: int) -> None:
        """Show other sections, in `room` lines if they can be."""
        self._sections = tuple(sections)
        self.fit(room)

    def fit(self, room: int) -> None:
        """Use `room` lines."""
        self._room = room
        self.refresh(layout=True)

    def render(self) -> Content:
        """Return the rows for the room there is."""
        return Content("\n").join(self._lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return the number of lines."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[Content]:
        """Return titles and rows where all of them fit, else rows two by two."""
        titled = [line for section in self._sections for line in _titled(section, width)]
        if len(titled) <= self._room:
            return titled
        return [line for section in self._sections for line in _packed(section.rows, width)]


def _titled(section: Section, width: int) -> list[Content]:
    rows = [_row(row, width) for row in section.rows]
    if not section.title:
        return rows
    return [Content(""), Content.styled(cut(section.title, width), "$secondary bold"), *rows]


def _packed(rows: Sequence[Row], width: int) -> list[Content]:
    """Put two rows on a line where neither has to be cut."""
    half = (width - _GAP) // 2
    lines: list[Content] = []
    waiting: Row | None = None
    for row in rows:
        if waiting is not None and _fits(row, half):
            lines.append(_row(waiting, half) + " " * (width - 2 * half) + _row(row, half))
            waiting = None
            continue
        if waiting is not None:
            lines.append(_row(waiting, width))
        waiting = row if _fits(row, half) else None
        if waiting is None:
            lines.append(_row(row, width))
    return lines if waiting is None else [*lines, _row(waiting, width)]


def _fits(row: Row, width: int) -> bool:
    return width_of(row.label) + 1 + width_of(row.figure) <= width


def _row(row: Row, width: int) -> Content:
    figure = cut(row.figure, width)
    label = pad(row.label, max(0, width - width_of(figure) - 1))
    return Content.assemble(label, " ", (figure, row.style))
