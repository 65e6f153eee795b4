"""A team's table on stdout as CSV: exact for a file, without control characters."""

from typing import TYPE_CHECKING

from salesdojo.cli.streams import put
from salesdojo.content.visible import visible
from salesdojo.review.csv_text import csv_text
from salesdojo.review.team_rows import team_rows

if TYPE_CHECKING:
    from salesdojo.review.team_table import TeamTable


def put_csv(table: "TeamTable", language: str, *, bom: bool) -> None:
    """Print a row for each person, after the names of the columns."""
    rows = (
        [visible(cell) if isinstance(cell, str) else cell for cell in row]
        for row in team_rows(table, language)
    )
    put(csv_text(rows, bom=bom))
