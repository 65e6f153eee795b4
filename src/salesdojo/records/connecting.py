"""How a connection behaves: durable, with foreign keys, writers one after another.

SQLite: rollback journal (WAL had a corruption bug before 3.51.3) and `synchronous=EXTRA`,
and transactions begun by us instead of by the sqlite3 module: BEGIN IMMEDIATE to write,
so that no writer meets a lock halfway.
"""

import sqlite3
from typing import Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from salesdojo.errors import RecordsError
from salesdojo.records.place import SQLITE, Place

OLDEST_SQLITE: Final = (3, 37, 0)
"""The first with STRICT tables."""
SLICE: Final = 0.25
"""Seconds SQLite waits for a lock by itself before we tell that we wait."""
SIGN_IN: Final = 10
"""Seconds to wait for a server to answer at all."""
WRITES: Final = "salesdojo_writes"
"""The execution option of connections that write."""
_SETTINGS: Final = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA recursive_triggers=ON",  # else INSERT OR REPLACE deletes past the triggers
    "PRAGMA journal_mode=DELETE",
    # FULL leaves the folder unsynced once the journal is deleted: a power cut could then
    # bring the journal back and roll an acknowledged decision off (sqlite.org/pragma.html).
    "PRAGMA synchronous=EXTRA",
)


def engine(place: Place) -> Engine:
    """Return the engine for `place`; nothing is opened yet.

    Raises:
        RecordsError: DB021 where this Python's SQLite is too old, DB013 where psycopg
            does not load.
    """
    if place.kind != SQLITE:
        return _server(place)
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        needed = ".".join(map(str, OLDEST_SQLITE))
        raise RecordsError("DB021", found=sqlite3.sqlite_version, needed=needed)
    made = create_engine(place.url, connect_args={"timeout": SLICE})
    event.listen(made, "connect", _settle)
    event.listen(made, "begin", _begin)
    return made


def _server(place: Place) -> Engine:
    try:
        return create_engine(place.url, connect_args={"connect_timeout": SIGN_IN})
    except ImportError as error:  # psycopg is there, but not the library it needs
        raise RecordsError("DB013") from error


def _settle(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # the sqlite3 module begins nothing by itself
    cursor = connection.cursor()
    for setting in _SETTINGS:
        cursor.execute(setting)
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
