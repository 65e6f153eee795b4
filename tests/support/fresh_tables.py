"""The tables of a new SQLite database, made by the migrations once a test process.

A test that opens records of its own wants our tables, not Alembic once more: what the
migrations made the first time is said again in SQL. Only what `Store.open` makes new is made
so; upgrading, copying and every program of its own still run the migrations, and
records/test_fresh_tables.py holds that both are the same.
"""

import sqlite3
from typing import Final

from sqlalchemy import Connection

from salesdojo.records.database.creating import migrate as by_migrations
from salesdojo.records.database.place import SQLITE
from salesdojo.records.database.versions import APPLICATION_ID, Migrations

__all__ = ["by_migrations", "remembered"]

_MADE: Final[dict[Migrations, tuple[str, ...]]] = {}
"""What each folder of migrations made."""


def remembered(connection: Connection, migrations: Migrations, shown: str) -> None:
    """Do as `creating.migrate`; on SQLite say again what that made the first time."""
    if connection.dialect.name != SQLITE:
        by_migrations(connection, migrations, shown)
        return
    if migrations not in _MADE:
        by_migrations(connection, migrations, shown)
        _MADE[migrations] = _statements(connection)
        return
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    for statement in _MADE[migrations]:
        connection.exec_driver_sql(statement)


def _statements(connection: Connection) -> tuple[str, ...]:
    """Return the SQL that makes everything that is there."""
    database = connection.connection.driver_connection
    assert isinstance(database, sqlite3.Connection)
    _begin, *statements, _commit = database.iterdump()
    return tuple(statements)
