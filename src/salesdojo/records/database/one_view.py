"""A database read at one moment, for as long as it takes, while others go on writing.

PostgreSQL gives a snapshot for the length of a transaction. A reader of SQLite's rollback
journal would keep writers out instead, so the file is first copied by the online backup
into a temporary database, which SQLite deletes when it is closed or the program ends.
"""

import sqlite3
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from typing import Final, TypeVar

from sqlalchemy import Connection, Row, Table, Text, collate, create_engine, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from salesdojo.content.problem import excerpt
from salesdojo.errors import RecordsError
from salesdojo.records.database.connecting import take_time
from salesdojo.records.database.database import Database
from salesdojo.records.database.faults import LONGEST_REASON, fault
from salesdojo.records.database.place import SQLITE, Place

T = TypeVar("T")

BATCH: Final = 500
"""Rows held at a time; the largest are scenarios, tens of kilobytes each."""
_NO_ROOM: Final = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR})
_PRIMARY: Final = 0xFF


def at_one_moment(database: Database, work: Callable[[Connection], T]) -> T:
    """Do `work` on a view of `database` that does not change; what it reads takes its time.

    Raises:
        RecordsError: DB058 there is no room for the temporary copy, or what else keeps the
            database from being read.
    """
    if database.place.kind != SQLITE:
        return database.read(lambda connection: _patiently(connection, work))
    with closing(sqlite3.connect("", isolation_level=None)) as copy:
        _copy(database, copy)
        engine = create_engine("sqlite://", creator=lambda: copy, poolclass=StaticPool)
        with engine.connect() as connection:
            return work(connection)


def batches(
    connection: Connection, table: Table, place: Place
) -> Generator[Sequence[Row[tuple[object, ...]]], None, None]:
    """Give every row of `table` in the order of its primary key, `BATCH` at a time.

    To be closed where it may not come to its end: a server holds a cursor for it.

    Raises:
        RecordsError: what keeps the database at `place` from being read.
    """
    server = connection.dialect.name != SQLITE
    order = [
        # By code points as SQLite does, whatever the language of the server's database.
        collate(column, "C") if server and isinstance(column.type, Text) else column
        for column in table.primary_key.columns
    ]
    try:
        with connection.execute(
            select(*table.c).order_by(*order), execution_options={"yield_per": BATCH}
        ) as found:
            yield from found.partitions()
    except (DBAPIError, sqlite3.Error) as error:
        raise fault(error, place.shown) from error


def _patiently(connection: Connection, work: Callable[[Connection], T]) -> T:
    take_time(connection)
    # Between two batches this transaction is idle for as long as the other database takes.
    connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")
    return work(connection)


def _copy(database: Database, copy: sqlite3.Connection) -> None:
    try:
        database.copy_to(copy)
    except sqlite3.Error as error:
        if (error.sqlite_errorcode or 0) & _PRIMARY not in _NO_ROOM:
            raise fault(error, database.place.shown) from error
        reason = excerpt(str(error), LONGEST_REASON)
        raise RecordsError("DB058", place=database.place.shown, reason=reason) from error
