"""Rows put into the empty tables of a database: by COPY on PostgreSQL, by INSERT on SQLite.

Both keep the numbers that rows had, and see to it that new rows get higher ones.
"""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, Table, delete, select
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError

from salesdojo.errors import RecordsError
from salesdojo.records.database.place import SQLITE, Place
from salesdojo.records.tables import DERIVED, METADATA

_REFUSED: Final = (IntegrityError, DataError)

Rows = Sequence[Sequence[object]]


def require_alone_and_empty(connection: Connection, place: Place) -> None:
    """Keep others from writing until the transaction ends; nothing may be there yet.

    Raises:
        RecordsError: DB056 there is something in the tables.
    """
    tables = METADATA.sorted_tables
    if connection.dialect.name != SQLITE:  # where every writer is alone
        names = ", ".join(table.name for table in tables)
        connection.exec_driver_sql(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE")
    told = [table for table in tables if table is not DERIVED]
    if any(connection.execute(select(1).select_from(table).limit(1)).first() for table in told):
        raise RecordsError("DB056", place=place.shown)
    connection.execute(delete(DERIVED))  # that nothing comes to nothing is told of new tables


def fill(connection: Connection, table: Table, rows: Rows, place: Place) -> None:
    """Put `rows` into `table`: values of its columns in their order.

    Raises:
        RecordsError: DB059 the database refuses one of them.
        DBAPIError: whatever else it reports.
    """
    columns = ", ".join(column.name for column in table.columns)
    try:
        if connection.dialect.name == SQLITE:
            marks = ", ".join("?" * len(table.columns))
            statement = f"INSERT INTO {table.name} ({columns}) VALUES ({marks})"  # noqa: S608 - ours
            connection.exec_driver_sql(statement, [tuple(row) for row in rows])
        else:
            _copy_in(connection, f"COPY {table.name} ({columns}) FROM STDIN", rows)
    except _REFUSED as error:
        raise RecordsError("DB059", place=place.shown, table=table.name) from error


def number_on(connection: Connection) -> None:
    """Let new rows get numbers above those that are there; SQLite does so by itself."""
    if connection.dialect.name == SQLITE:
        return
    for table in METADATA.sorted_tables:
        counted = table.autoincrement_column
        if counted is not None:
            connection.exec_driver_sql(
                f"SELECT setval(pg_get_serial_sequence('{table.name}', '{counted.name}'), "  # noqa: S608 - ours
                f"max({counted.name})) FROM {table.name} HAVING count(*) > 0"
            )


def _copy_in(connection: Connection, statement: str, rows: Rows) -> None:
    """COPY; what psycopg raises is told as SQLAlchemy tells it."""
    import psycopg

    driver: Any = connection.connection.driver_connection
    try:
        with driver.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
    except psycopg.Error as error:
        lost = bool(driver.closed)
        if lost:
            connection.invalidate(error)
        raise _told(error)(statement, None, error, connection_invalidated=lost) from error


def _told(error: Exception) -> type[DBAPIError]:
    import psycopg

    match error:
        case psycopg.IntegrityError():
            return IntegrityError
        case psycopg.DataError():
            return DataError
        case _:
            return DBAPIError
