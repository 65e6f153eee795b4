"""CSV as a text (RFC 4180), in which no cell is a formula for a spreadsheet."""

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from io import StringIO
from typing import Final

MARK: Final = "\ufeff"
"""The byte order mark, by which Excel knows UTF-8."""
_FORMULA: Final = re.compile(
    r"[\s\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]*"
    r"[=+\-@＝＋－＠﹦﹢﹣﹫]|\s*[\t\r\n]"
)
"""What a spreadsheet begins a formula with; Japanese ones take full-width signs too.

Some leave out what cannot be seen before it.
"""

_WORDS: Final = 1024
"""Texts kept at a time: most cells have one of a few words."""

Cell = str | int | float | None
"""None is an empty cell, which is not 0."""


def csv_text(
    rows: Iterable[Sequence[Cell]], *, bom: bool = False, shown: Callable[[str], str] = str
) -> str:
    """Return `rows` as CSV whose lines end with CR LF; with `MARK` before it if `bom`.

    Args:
        rows: the first may name the columns.
        bom: for Excel.
        shown: makes of a text what is written of it.
    """

    @lru_cache(maxsize=_WORDS)
    def word(cell: str) -> Cell:
        return safe(shown(cell))

    text = StringIO()
    written = csv.writer(text)
    written.writerows(
        [word(cell) if cell.__class__ is str else cell for cell in row] for row in rows
    )
    return f"{MARK if bom else ''}{text.getvalue()}"


def safe(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula; figures stay figures."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell
