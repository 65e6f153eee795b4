"""How a connection behaves: durable, with foreign keys, writers one after another.

SQLite: rollback journal (WAL had a corruption bug before 3.51.3) and `synchronous=EXTRA`,
and transactions begun by us instead of by the sqlite3 module: BEGIN IMMEDIATE to write,
so that no writer meets a lock halfway.

PostgreSQL: who reads sees one moment, who writes sees what others have committed; no wait
is for ever. What the server, its role or its URL says about these things goes first.
"""

import sqlite3
from typing import Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from salesdojo.errors import RecordsError
from salesdojo.records.database.place import SQLITE, Place

OLDEST_SQLITE: Final = (3, 37, 0)
"""The first with STRICT tables."""
SLICE: Final = 0.25
"""Seconds SQLite waits for a lock by itself before we tell that we wait."""
SIGN_IN: Final = 10
"""Seconds to wait for a server to answer at all."""
SILENCE: Final = 30
"""Seconds after which a server that says nothing, or a statement, is given up."""
WRITES: Final = "salesdojo_writes"
"""The execution option of connections that write."""
SETTINGS: Final = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",  # a file may come from a stranger: its triggers call nothing
    "PRAGMA recursive_triggers=ON",  # else INSERT OR REPLACE deletes past the triggers
    "PRAGMA journal_mode=DELETE",
    # FULL leaves the folder unsynced once the journal is deleted: a power cut could then
    # bring the journal back and roll an acknowledged decision off (sqlite.org/pragma.html).
    "PRAGMA synchronous=EXTRA",
)
"""What every connection to SQLite is told first."""
_MANNERS: Final = {
    "connect_timeout": SIGN_IN,
    "client_encoding": "utf8",
    "fallback_application_name": "salesdojo",
    "keepalives_idle": SILENCE,
    "tcp_user_timeout": SILENCE * 1000,
}
_SESSION: Final = f"""
    SELECT set_config('lock_timeout', '{SLICE}s', false),
        CASE current_setting('synchronous_commit') WHEN 'off'
            THEN set_config('synchronous_commit', 'on', false) END,
        CASE current_setting('statement_timeout') WHEN '0'
            THEN set_config('statement_timeout', '{SILENCE}s', false) END
"""


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


def reader(made: Engine) -> Engine:
    """Return `made` as it is used to read; it shares the connections."""
    if made.dialect.name == SQLITE:
        return made
    return made.execution_options(isolation_level="REPEATABLE READ")


def writer(made: Engine) -> Engine:
    """Return `made` as it is used to write; it shares the connections."""
    if made.dialect.name == SQLITE:
        return made.execution_options(**{WRITES: True})
    return made.execution_options(isolation_level="READ COMMITTED")


def take_time(connection: Connection) -> None:
    """Let the statements of this transaction take as long as they need."""
    if connection.dialect.name != SQLITE:
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")


def _server(place: Place) -> Engine:
    manners = {name: value for name, value in _MANNERS.items() if name not in place.url.query}
    try:
        # One connection is kept: thousands may practise on one server.
        made = create_engine(place.url, connect_args=manners, pool_size=1, max_overflow=-1)
    except ImportError as error:  # psycopg is there, but not the library it needs
        raise RecordsError("DB013") from error
    event.listen(made, "connect", _settle_session)
    return made


def _settle_session(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute(_SESSION)
    cursor.close()
    connection.commit()


def _settle(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # the sqlite3 module begins nothing by itself
    cursor = connection.cursor()
    for setting in SETTINGS:
        cursor.execute(setting)
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
