"""A team's table on stdout as CSV: exact for a file, without control characters."""

from typing import TYPE_CHECKING

from salesdojo.cli.streams import put
from salesdojo.content.visible import visible
from salesdojo.review.csv_text import csv_text
from salesdojo.review.team_rows import PERSON, team_rows

if TYPE_CHECKING:
    from salesdojo.review.csv_text import Cell
    from salesdojo.review.team_table import TeamTable


def put_csv(table: "TeamTable", language: str, *, bom: bool) -> None:
    """Print a row for each person, after the names of the columns."""
    head, *people = team_rows(table, language)
    rows = (_shown(row[:PERSON]) + row[PERSON:] for row in people)
    put(csv_text((_shown(head), *rows), bom=bom))


def _shown(cells: "tuple[Cell, ...]") -> "tuple[Cell, ...]":
    """Return cells with their texts made safe; what follows a person's is our own words."""
    return tuple(visible(cell) if isinstance(cell, str) else cell for cell in cells)
