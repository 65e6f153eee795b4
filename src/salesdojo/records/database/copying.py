"""A database copied into an empty one of either kind: whole and verified, or not at all."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import Self

from sqlalchemy import Connection, func, select

from salesdojo.errors import RecordsError, UsageError
from salesdojo.records.database.connecting import take_time
from salesdojo.records.database.creating import make_room, migrate, stand_in_line
from salesdojo.records.database.database import PATIENCE, Database, OnWait
from salesdojo.records.database.filling import fill, number_on, require_alone_and_empty
from salesdojo.records.database.looking import is_file
from salesdojo.records.database.one_view import at_one_moment, batches
from salesdojo.records.database.place import Place, place
from salesdojo.records.database.row_digest import RowDigest
from salesdojo.records.database.versions import FRESH, SHIPPED, found_version, require, version
from salesdojo.records.tables import METADATA

OnProgress = Callable[[int, int], None]
"""Told how many rows were written or read back so far, and how many that will be."""


@dataclass(frozen=True, slots=True)
class CopiedTable:
    """What was copied of a table, and read back the same."""

    name: str
    rows: int
    sha256: str
    """Of the rows in their canonical form (`row_digest`), 64 hexadecimal digits."""


def copy(
    source: str,
    target: str,
    *,
    on_wait: OnWait | None = None,
    on_progress: OnProgress | None = None,
    patience: float = PATIENCE,
) -> tuple[CopiedTable, ...]:
    """Copy everything in the database at `source` into the one at `target`.

    The source is read as it is at one moment, while others go on writing. The target is
    made where there is none, must have nothing in it, and is as before when this fails.

    Raises:
        UsageError: US024 both are the same file.
        RecordsError: DB005 or DB006 one of them has another version, DB027 there is no
            database at `source`, DB056 something is at `target`, DB057 it was not kept as
            it was written, DB058 there is no room for a temporary copy, DB059 a row is
            refused, or what else keeps one of them from being read or written.
    """
    here, there = place(source), place(target)
    if _same(here, there):
        raise UsageError("US024", place=there.shown)
    if here.path is not None and not is_file(here.path, here.shown):
        raise RecordsError("DB027", place=here.shown)

    def copied(view: Connection) -> tuple[CopiedTable, ...]:
        _require_ours(view, kept)
        with _Room(there) as room, closing(Database(there, on_wait, patience)) as made:
            found_version(made)  # a server that was there once may come back
            counted = _Counted(view, here, on_progress)
            return made.write(lambda connection: _copied(connection, made, counted, room))

    with closing(Database(here, on_wait, patience)) as kept:
        return at_one_moment(kept, copied)


class _Counted:
    """The source's rows as they pass, told of as they do; twice, for they are read back."""

    def __init__(self, view: Connection, here: Place, on_progress: OnProgress | None) -> None:
        self.view = view
        self.place = here
        self._on_progress = on_progress
        self._all = 2 * sum(
            view.execute(select(func.count()).select_from(table)).scalar_one()
            for table in METADATA.sorted_tables
        )
        self._done = 0

    def begin(self) -> None:
        """Count from the beginning: the whole copy may be tried again."""
        self._done = 0

    def passed(self, rows: int) -> None:
        """Count `rows` more."""
        self._done += rows
        if self._on_progress is not None:
            self._on_progress(self._done, self._all)


def _copied(
    connection: Connection, made: Database, source: _Counted, room: "_Room"
) -> tuple[CopiedTable, ...]:
    """Do the whole copy, within a transaction of the target."""
    source.begin()
    take_time(connection)
    stand_in_line(connection)
    found = version(connection, made)
    room.ours = found == FRESH
    if room.ours:
        migrate(connection, SHIPPED, made.place.shown)
    else:
        require(found, made.place.shown, SHIPPED)
    require_alone_and_empty(connection, made.place)
    written = [_written(connection, made.place, source, name) for name in _tables()]
    number_on(connection)
    for table in written:
        _require_kept(connection, made.place, source, table)
    return tuple(written)


def _tables() -> list[str]:
    """Return our tables, each after those it refers to."""
    return [table.name for table in METADATA.sorted_tables]


def _written(connection: Connection, there: Place, source: _Counted, name: str) -> CopiedTable:
    table = METADATA.tables[name]
    digest = RowDigest()
    with closing(batches(source.view, table, source.place)) as found:
        for rows in found:
            fill(connection, table, rows, there)
            digest.add(rows)
            source.passed(len(rows))
    return CopiedTable(name, digest.rows, digest.sha256)


def _require_kept(
    connection: Connection, there: Place, source: _Counted, written: CopiedTable
) -> None:
    """Read a table back."""
    digest = RowDigest()
    with closing(batches(connection, METADATA.tables[written.name], there)) as found:
        for rows in found:
            digest.add(rows)
            source.passed(len(rows))
    if (digest.rows, digest.sha256) != (written.rows, written.sha256):
        raise RecordsError(
            "DB057",
            place=there.shown,
            table=written.name,
            written=written.rows,
            kept=digest.rows,
        )


def _require_ours(view: Connection, kept: Database) -> None:
    found = version(view, kept)
    if found == FRESH:
        raise RecordsError("DB027", place=kept.place.shown)
    require(found, kept.place.shown, SHIPPED)


class _Room:
    """The file for a SQLite database: made where there is none, and taken away on failure.

    An interrupted connection may hold the file until the program ends, so what is in it
    says nothing: what counts is that nobody else had put anything there.
    """

    def __init__(self, there: Place) -> None:
        self._place = there
        self._new = there.path is not None and not is_file(there.path, there.shown)
        self.ours = False
        """Nothing was there when our transaction began."""

    def __enter__(self) -> Self:
        make_room(self._place)
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        path = self._place.path
        if kind is None or path is None or not self._new:
            return
        if self.ours or path.stat().st_size == 0:
            path.unlink()  # first: SQLite deletes the journal of a file that is empty
            path.with_name(f"{path.name}-journal").unlink(missing_ok=True)


def _same(here: Place, there: Place) -> bool:
    if here.path is None or there.path is None:
        return here.url == there.url
    try:
        return here.path.samefile(there.path)
    except OSError:  # not there yet, or out of reach, which whoever opens it says
        return here.path == there.path
