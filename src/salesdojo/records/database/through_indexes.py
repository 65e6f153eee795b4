"""A server is kept from looking through a whole table for what a few people did."""

from typing import TYPE_CHECKING, Final

from salesdojo.records.database.place import SQLITE

if TYPE_CHECKING:
    from sqlalchemy import Connection

_NO_JOINS_OF_ALL: Final = (
    "SELECT set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)"
)


def through_indexes(connection: "Connection") -> None:
    """Let the rest of this transaction come to rows one by one, from those they belong to.

    PostgreSQL takes a team for a larger part of the company than it is, reads every attempt or
    summary there is, and joins them by hash. SQLite joins in no other way than this.

    Args:
        connection: within a transaction.
    """
    if connection.dialect.name != SQLITE:
        connection.exec_driver_sql(_NO_JOINS_OF_ALL)
