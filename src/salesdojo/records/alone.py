"""Transactions that wait for each other on PostgreSQL; SQLite's writers are alone anyway."""

from typing import Final

from sqlalchemy import Connection, Text, bindparam, func, select

from salesdojo.records.place import SQLITE

_ALONE: Final = select(
    # A lock that needs no rights and goes with the transaction; two names that share
    # a number wait for each other, no more.
    func.pg_advisory_xact_lock(func.hashtextextended(bindparam("name", type_=Text), 0))
)


def alone(connection: Connection, name: str) -> None:
    """Let nobody else be alone under `name` before this transaction ends."""
    if connection.dialect.name != SQLITE:
        connection.execute(_ALONE, {"name": name})
