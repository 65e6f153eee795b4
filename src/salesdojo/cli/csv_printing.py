"""Rows on stdout as CSV: exact for a file, without control characters for a terminal."""

from typing import TYPE_CHECKING

from salesdojo.cli.streams import put
from salesdojo.content.visible import visible
from salesdojo.review.csv_text import csv_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from salesdojo.review.csv_text import Cell


def put_csv(rows: "Iterable[Sequence[Cell]]", *, bom: bool) -> None:
    """Print `rows`, the first of which names the columns; with Excel's mark if `bom`."""
    put(csv_text(rows, bom=bom, shown=visible))
