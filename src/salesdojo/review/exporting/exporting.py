"""The records written to one file, as they are at one moment."""

import gc
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import BinaryIO, Final, Literal, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from salesdojo.records.database.database import PATIENCE, Database, OnWait
from salesdojo.records.database.faults import fault
from salesdojo.records.database.one_view import at_one_moment
from salesdojo.records.database.place import place
from salesdojo.review.exporting import json_lines
from salesdojo.review.exporting.chosen import Asked, Chosen, asked
from salesdojo.review.exporting.csv_file import write_csv
from salesdojo.review.exporting.ended_rows import Finished, finished, last_number, left
from salesdojo.review.exporting.whole_file import whole_file

T = TypeVar("T")
Kind = Literal["csv", "parquet", "json"]
OnProgress = Callable[[int, int], None]
"""Told how far it is, and where the end is."""


@dataclass(frozen=True, slots=True)
class Export:
    """What is written, and where."""

    kind: Kind
    place: str
    """A file, or ``-`` for standard output."""
    chosen: Chosen
    names: bool = False
    """With people's names, instead of their ids alone."""
    bom: bool = False
    """CSV with the mark by which Excel knows UTF-8."""
    replace: bool = False
    """Whatever file is there may go."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Who is told how it goes."""

    on_wait: OnWait | None = None
    """Told while another program holds the database."""
    on_progress: OnProgress | None = None


UNWATCHED: Final = Watch()


def export(url: str, wanted: Export, watch: Watch = UNWATCHED) -> int:
    """Write what is `wanted` of the database at `url`, which has our tables.

    Returns:
        Rows or lines written, without the head.

    Raises:
        UsageError: US103 there is nobody of that name.
        RecordsError: DB018 a stored result is damaged, DB058 no room for a temporary copy, or
            what else keeps the records from being read.
        ReviewError: RV001 a file is there, RV002 it cannot be written, RV003 there is nobody
            in that team, RV004 the disk is full, RV005 pyarrow is not installed.
    """
    if wanted.kind == "parquet":
        from salesdojo.review.exporting.parquet_file import require_library

        require_library()

    def written(connection: Connection) -> int:
        people = asked(connection, wanted.chosen)
        with whole_file(wanted.place, replace=wanted.replace) as file, _no_cycles():
            return sum(_counts(connection, people, wanted, file, watch.on_progress))

    return at_moment(url, written, watch)


@contextmanager
def _no_cycles() -> Iterator[None]:
    """Look for no rings of values meanwhile: there are none, and a sixth of the time is gained."""
    was_looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_looking:
            gc.enable()


def at_moment(url: str, work: Callable[[Connection], T], watch: Watch) -> T:
    """Do `work` on the records at `url` as they are at one moment, once.

    Raises:
        RecordsError: what keeps them from being read.
    """
    where = place(url)

    def once(connection: Connection) -> T:
        # What was written is not written again, so a lost server ends it.
        try:
            return work(connection)
        except (DBAPIError, sqlite3.Error) as error:
            raise fault(error, where.shown) from error

    with closing(Database(where, watch.on_wait, PATIENCE)) as database:
        return at_one_moment(database, once)


def _counts(
    connection: Connection,
    people: Asked,
    wanted: Export,
    file: BinaryIO,
    on_progress: OnProgress | None,
) -> Iterator[int]:
    """Write page by page; yield how many rows each became."""
    pages = finished(connection, wanted.chosen, people)
    if on_progress is not None:
        pages = _told(pages, last_number(connection), on_progress)
    match wanted.kind:
        case "csv":
            yield from write_csv(pages, file, names=wanted.names, bom=wanted.bom)
        case "parquet":
            from salesdojo.review.exporting.parquet_file import write_parquet

            yield from write_parquet(pages, file, names=wanted.names)
        case "json":
            yield from json_lines.write_finished(connection, pages, file, names=wanted.names)
            rest = left(connection, wanted.chosen, people)
            yield from json_lines.write_left(connection, rest, file, names=wanted.names)


def _told(
    pages: Iterable[Sequence[Finished]], last: int, on_progress: OnProgress
) -> Iterator[Sequence[Finished]]:
    for page in pages:
        yield page
        on_progress(page[-1].number, last)
