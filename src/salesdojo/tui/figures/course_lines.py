"""A table of figures as text: in columns where they fit, else each row as a sentence of its own."""

from typing import TYPE_CHECKING, Final

from textual.content import Content

from salesdojo.i18n import message
from salesdojo.tui.widths import pad, width_of
from salesdojo.tui.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

_GAP: Final = 2
NOTHING: Final = "-"
"""A cell with nothing to say: a row in a sentence leaves it out."""


def course_lines(
    head: "Sequence[str]", rows: "Sequence[Sequence[str]]", width: int, language: str
) -> list[Content]:
    """Return the rows below their head for a width in cells."""
    widths = [max(map(width_of, column)) for column in zip(head, *rows, strict=True)]
    if sum(widths) + _GAP * (len(widths) - 1) <= width:
        lines = [_row(row, widths) for row in (head, *rows)]
        return [Content.styled(lines[0], "$secondary"), *map(Content, lines[1:])]
    return [Content(line) for row in rows for line in _sentence(head, row, width, language)]


def _row(cells: "Sequence[str]", widths: "Sequence[int]") -> str:
    return (" " * _GAP).join(map(pad, cells, widths)).rstrip()


def _sentence(head: "Sequence[str]", row: "Sequence[str]", width: int, language: str) -> list[str]:
    told = [
        message("table_screen.course_of_round", language, name=name, figure=figure)
        for name, figure in zip(head, row, strict=True)
        if figure != NOTHING
    ]
    first, *others = wrap(message("table_screen.between_figures", language).join(told), width - 2)
    return [first, *(f"  {line}" for line in others)]
