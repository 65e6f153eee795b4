"""`salesdojo export`: the records as a file, or sent to a learning record store."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.printing import say_error
from salesdojo.cli.showing_progress import steps_shown
from salesdojo.cli.surroundings import Surroundings, surroundings
from salesdojo.content.problem import excerpt
from salesdojo.errors import ReviewError, UsageError
from salesdojo.i18n import message

if TYPE_CHECKING:
    from salesdojo.review.exporting.chosen import Chosen
    from salesdojo.review.exporting.exporting import Watch

KINDS: Final = ("csv", "parquet", "json", "xapi")
VERSIONS: Final = ("1.0.3", "2.0.0")
STDOUT: Final = "-"
_COMMAND: Final = "salesdojo export"
_ONLY: Final = {
    "bom": ("csv",),
    "to": ("xapi",),
    "home": ("xapi",),
    "xapi": ("xapi",),
    "again": ("xapi",),
}
"""Options of which other kinds know nothing."""


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what `export` takes."""

    def said(name: str) -> str:
        return message(f"exporting.{name}", language)

    parser.add_argument("kind", choices=KINDS, help=said("kind"))
    parser.add_argument("file", nargs="?", metavar="FILE", help=said("file"))
    parser.add_argument("--since", metavar="DATE", help=said("since"))
    parser.add_argument("--until", metavar="DATE", help=said("until"))
    parser.add_argument("--person", dest="of_person", metavar="NAME", help=said("person"))
    parser.add_argument("--names", action="store_true", help=said("names"))
    parser.add_argument("--replace", action="store_true", help=said("replace"))
    parser.add_argument("--bom", action="store_true", help=said("bom"))
    parser.add_argument("--to", metavar="URL", help=said("to"))
    parser.add_argument("--again", action="store_true", help=said("again"))
    parser.add_argument("--xapi", choices=VERSIONS, help=said("xapi"))
    parser.add_argument("--home", metavar="URL", help=said("home"))


def run(wish: Arguments) -> int:
    """Write or send what is asked for; 1 where a store has other statements under our ids."""
    here = surroundings(wish)
    _refuse_what_would_be_ignored(wish)
    chosen = _chosen(wish)
    if not _has_records(here):
        say_error(message("exporting.no_records", here.language))
        return 0
    if wish.kind != "xapi":
        return _table(here, wish, chosen)
    from salesdojo.cli.statements_exporting import export_statements

    return export_statements(here, wish, chosen)


@contextmanager
def progress(here: Surroundings) -> "Iterator[Watch]":
    """Show how far it is, where someone looks on."""
    from salesdojo.review.exporting.exporting import Watch

    with steps_shown(message("exporting.reading", here.language)) as shown:
        yield Watch(here.on_wait, shown)


@contextmanager
def told_if_broken_off(here: Surroundings, file: str) -> Iterator[None]:
    """Say of a file that it was not written, where somebody ends it before."""
    try:
        yield
    except KeyboardInterrupt:
        if file != STDOUT:
            say_error(message("exporting.broken_off_file", here.language, file=file))
        raise


def tell_written(here: Surroundings, file: str, kind: str, rows: int) -> None:
    """Say how much was written, where it is not what was printed."""
    if file == STDOUT:
        return
    table = kind in ("csv", "parquet")
    form = {
        (True, True): "rows",
        (True, False): "lines",
        (False, True): "none",
        (False, False): "none_lines",
    }[rows > 0, table]
    say_error(message(f"exporting.{form}", here.language, file=file, rows=rows))


def _table(here: Surroundings, wish: Arguments, chosen: "Chosen") -> int:
    from salesdojo.review.exporting.exporting import Export, Kind, export

    file = wish.file or STDOUT
    if wish.kind == "parquet" and file == STDOUT and sys.stdout.isatty():
        raise ReviewError("RV007")
    kinds: dict[str | None, Kind] = {"csv": "csv", "parquet": "parquet", "json": "json"}
    kind = kinds[wish.kind]
    wanted = Export(kind, file, chosen, names=wish.names, bom=wish.bom, replace=wish.replace)
    with told_if_broken_off(here, file), progress(here) as watched:
        rows = export(here.database, wanted, watched)
    tell_written(here, file, kind, rows)
    return 0


def _refuse_what_would_be_ignored(wish: Arguments) -> None:
    """Refuse options that would be silently left aside.

    Raises:
        UsageError: US035 there is no FILE, US039 two things do not go together.
    """
    kind = wish.kind or ""
    for option, kinds in _ONLY.items():
        if getattr(wish, option) and kind not in kinds:
            raise UsageError("US039", first=f"--{option}", second=kind, command=_COMMAND)
    for given, option in ((wish.file is not None, "FILE"), (wish.replace, "--replace")):
        if wish.to is not None and given:
            raise UsageError("US039", first="--to", second=option, command=_COMMAND)
    for wants_store, option in ((wish.again, "--again"), (wish.xapi is not None, "--xapi")):
        if wish.to is None and wants_store:
            raise UsageError("US039", first=option, second="FILE", command=_COMMAND)
    if wish.to is None and wish.file is None:
        from salesdojo.cli.parsing import lacking

        raise lacking(_COMMAND, "FILE")


def _chosen(wish: Arguments) -> "Chosen":
    from salesdojo.records.names import valid_name, valid_team
    from salesdojo.review.exporting.chosen import FIRST, LAST, Chosen

    since = FIRST if wish.since is None else _begins(wish.since)
    until = LAST if wish.until is None else _begins(wish.until, 1)
    if since >= until:
        first, last = excerpt(wish.since or ""), excerpt(wish.until or "")
        raise ReviewError("RV006", since=first, until=last)
    return Chosen(
        since,
        until,
        None if wish.of_person is None else valid_name(wish.of_person),
        None if wish.team is None else valid_team(wish.team),
    )


def _begins(day: str, after: int = 0) -> int:
    """Return when the day `after` days after `day` (YYYY-MM-DD) begins here, in milliseconds."""
    from salesdojo.review.exporting.chosen import FIRST, LAST

    try:
        wanted = datetime.strptime(day, "%Y-%m-%d")  # noqa: DTZ007 - here
    except ValueError:
        raise UsageError("US096", day=excerpt(day) or "''") from None
    try:
        return int((wanted + timedelta(days=after)).astimezone().timestamp() * 1000)
    except (ValueError, OverflowError):  # the first and the last day that calendars have
        return FIRST if wanted.year == 1 else LAST


def _has_records(here: Surroundings) -> bool:
    """Say whether there is anything to export; nothing is made.

    Raises:
        RecordsError: DB0xx, what keeps the records from being read.
    """
    with here.open_records() as store:
        return store is not None
