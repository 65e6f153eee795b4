"""Where decisions may be deleted after all: within one transaction, that of an erasure.

The triggers that refuse it are set aside and put back in the same transaction, which both
databases can undo: whoever dies on the way leaves them in place. Nobody else writes
decisions meanwhile: SQLite's writers are alone, PostgreSQL's wait for the lock.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from salesdojo.records.place import SQLITE


@contextmanager
def giving_way(connection: Connection) -> Iterator[None]:
    """Let decisions be deleted within the block, by this transaction."""
    if connection.dialect.name != SQLITE:
        change = "ALTER TABLE decision {} TRIGGER decision_refuses_changes"
        connection.exec_driver_sql(change.format("DISABLE"))
        yield
        connection.exec_driver_sql(change.format("ENABLE"))
        return
    triggers = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'decision'"
    ).all()
    for name, _ in triggers:
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    yield
    for _, made in triggers:
        connection.exec_driver_sql(made)
