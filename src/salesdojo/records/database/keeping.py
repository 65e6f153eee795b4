"""The status of a database: what it is, what it holds, whether it is whole."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, func, inspect, select

from salesdojo.content.problem import excerpt
from salesdojo.errors import RecordsError
from salesdojo.records.database.as_made import unlike
from salesdojo.records.database.connecting import take_time
from salesdojo.records.database.database import PATIENCE, Database, OnWait
from salesdojo.records.database.faults import LONGEST_REASON
from salesdojo.records.database.looking import is_file
from salesdojo.records.database.place import place
from salesdojo.records.database.versions import SHIPPED, version
from salesdojo.records.tables import METADATA

SOUND: Final = "ok"
"""The integrity of a database in which nothing is wrong."""


@dataclass(frozen=True, slots=True)
class Status:
    """What can be told of a database."""

    url: str
    """The path, or the URL without password."""
    kind: str
    """The library or server, with its version."""
    version: str
    """Of the tables; empty where there are none yet."""
    counts: Mapping[str, int]
    """Rows, by table."""
    size: int
    """Bytes."""
    integrity: str | None
    """`SOUND`, or the first thing that is wrong; None where a server looks after its pages."""


def status_of(url: str, *, on_wait: OnWait | None = None) -> Status:
    """Return the status of the database at `url`, of whatever version; nothing is made.

    Raises:
        RecordsError: DB027 there is none, or what keeps it from being read.
    """
    where = place(url)
    if where.path is not None and not is_file(where.path, where.shown):
        raise RecordsError("DB027", place=where.shown)
    database = Database(where, on_wait, PATIENCE)
    try:
        return status(database)
    finally:
        database.close()


def status(database: Database) -> Status:
    """Return the status of `database`, after checking every page and every reference."""
    return database.read(lambda connection: _status(connection, database))


def _status(connection: Connection, database: Database) -> Status:
    take_time(connection)
    there = set(inspect(connection).get_table_names())
    path = database.place.path
    made = version(connection, database)
    odd = unlike(connection, newest=made == SHIPPED.head) if made else None
    return Status(
        url=database.place.shown,
        kind=_kind(connection) if path is None else f"SQLite {sqlite3.sqlite_version}",
        version=made,
        counts={
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in METADATA.sorted_tables
            if table.name in there
        },
        size=_server_size(connection) if path is None else path.stat().st_size,
        integrity=odd if path is None else _integrity(connection, odd),
    )


def _integrity(connection: Connection, odd: str | None) -> str:
    """Return `SOUND`, or the first thing that is wrong with a SQLite file; `odd` is one."""
    found = str(connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one())
    if found != SOUND:
        return excerpt(found.replace("\n", " "), LONGEST_REASON)
    if odd is not None:
        return odd
    orphan = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    return SOUND if orphan is None else f"foreign key of table {orphan[0]}, row {orphan[1]}"


def _kind(connection: Connection) -> str:
    return f"PostgreSQL {connection.exec_driver_sql('SHOW server_version').scalar_one()}"


def _server_size(connection: Connection) -> int:
    size = connection.exec_driver_sql("SELECT pg_database_size(current_database())")
    return int(size.scalar_one())
