"""`salesdojo report`: a team or a person as one page, as lines, or as CSV."""

import argparse
from typing import TYPE_CHECKING, Final

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.printing import say_error
from salesdojo.cli.surroundings import Surroundings, surroundings
from salesdojo.errors import ReviewError, UsageError
from salesdojo.i18n import message

if TYPE_CHECKING:
    from salesdojo.records.model import Person
    from salesdojo.records.store import Store
    from salesdojo.review.reporting.parts import Report

_SELF: Final = ""
"""What `--person` without a name stands for: who practises."""
_STDOUT: Final = "-"


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what `report` takes."""

    def said(name: str) -> str:
        return message(f"reports.option_{name}", language)

    parser.add_argument("--html", metavar="FILE", help=said("html"))
    parser.add_argument("--csv", action="store_true", help=said("csv"))
    parser.add_argument(
        "--person", dest="of_person", nargs="?", const=_SELF, metavar="NAME", help=said("person")
    )
    parser.add_argument("--replace", action="store_true", help=said("replace"))
    parser.add_argument("--bom", action="store_true", help=said("bom"))


def run(wish: Arguments) -> int:
    """Write or print the report."""
    here = surroundings(wish)
    _refuse_what_would_be_ignored(wish)
    if wish.html is None:
        return _print(_report(here, wish), wish)
    from salesdojo.review.exporting.whole_file import whole_file
    from salesdojo.review.reporting.page import page

    try:
        with whole_file(wish.html, replace=wish.replace) as file:
            file.write(page(_report(here, wish)))
    except KeyboardInterrupt:
        _tell(here, wish.html, "broken_off")
        raise
    _tell(here, wish.html, "written")
    return 0


def _print(report: "Report", wish: Arguments) -> int:
    if not wish.csv:
        from salesdojo.cli.report_lines import print_report

        print_report(report)
        return 0
    from salesdojo.cli.csv_printing import put_csv
    from salesdojo.review.reporting.csv_rows import csv_rows

    put_csv(csv_rows(report), bom=wish.bom)
    return 0


def _report(here: Surroundings, wish: Arguments) -> "Report":
    """Read the records and tell them; nothing is made.

    Raises:
        ReviewError: RV050 there are no records yet.
    """
    with here.open_records() as store:
        if store is None:
            raise ReviewError("RV050")
        return _told(store, here, wish)


def _told(store: "Store", here: Surroundings, wish: Arguments) -> "Report":
    if wish.of_person is None:
        from salesdojo.cli.report_of_team import report_of_team

        return report_of_team(store, here)
    from salesdojo.review.reporting.person_reading import read_person
    from salesdojo.review.reporting.person_report import person_report

    person = _person(store, here, wish.of_person or here.name)
    told = read_person(store, person, here.library, here.clock(), here.cache)
    return person_report(told, here.language)


def _person(store: "Store", here: Surroundings, name: str) -> "Person":
    from salesdojo.records.names import valid_name

    person = store.known_person(valid_name(name), here.team)
    if person is None:
        raise store.people.nobody_called(name)
    return person


def _refuse_what_would_be_ignored(wish: Arguments) -> None:
    """Refuse options that would be silently left aside.

    Raises:
        UsageError: US039 two things do not go together.
    """
    for given, one, other in (
        (wish.csv and wish.html is not None, "--csv", "--html"),
        (wish.replace and wish.html in {None, _STDOUT}, "--replace", wish.html or "--csv"),
        (wish.bom and not wish.csv, "--bom", "--html"),
    ):
        if given:
            raise UsageError("US039", first=one, second=other, command="salesdojo report")


def _tell(here: Surroundings, file: str, name: str) -> None:
    if file != _STDOUT:
        say_error(message(f"reports.{name}", here.language, file=file))
