"""A report as CSV: a row a figure, which any program reads without knowing the report."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from salesdojo.content.visible import visible

if TYPE_CHECKING:
    from salesdojo.review.reporting.parts import Report, Table

HEAD: Final = ("section", "id", "row", "figure", "value")
"""The section's id, what names the row for a program and for people, the column, the figure."""


def csv_rows(report: "Report") -> Iterator[tuple[str | int | float, ...]]:
    """Yield the head and every figure; what is empty has no row, because it is not 0."""
    yield HEAD
    for section in report.sections:
        for table in section.tables:
            yield from _figures(section.id, table)


def _figures(section: str, table: "Table") -> Iterator[tuple[str | int | float, ...]]:
    for place, (name, *cells) in enumerate(table.rows):
        for column, cell in zip(table.columns[1:], cells, strict=True):
            if cell.plain != "":
                plain = visible(cell.plain) if isinstance(cell.plain, str) else cell.plain
                words = (table.id_of(place), name.words, column.name)
                yield section, *(visible(one) for one in words), plain
