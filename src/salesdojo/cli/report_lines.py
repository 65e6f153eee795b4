"""A report as lines of a terminal: headings, words and tables, without the plots."""

from typing import TYPE_CHECKING

from salesdojo.cli.printing import out, table
from salesdojo.i18n import message

if TYPE_CHECKING:
    from salesdojo.review.reporting.parts import Report, Section


def print_report(report: "Report") -> None:
    """Print all of it."""
    for line in (report.title, report.lead, report.notice):
        out(line.replace("\n", " "))
    for section in report.sections:
        _print_section(section, report.language)


def _print_section(section: "Section", language: str) -> None:
    out()
    out(section.heading)
    for line in (*section.words, section.empty):
        if line:
            out(line)
    for one in section.tables:
        head = tuple(column.name for column in one.columns)
        rows = [tuple(cell.words for cell in row) for row in one.rows]
        # The first column stands in, so that a heading is found at a glance.
        out(table((f"  {first}", *rest) for first, *rest in (head, *rows)))
    if section.whole:
        out(f"{message('reports.all_of_it', language)} {section.whole}")
