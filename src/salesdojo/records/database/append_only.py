"""Where decisions may be deleted after all: within one transaction, that of an erasure.

The triggers that refuse it are set aside and put back in the same transaction, which both
databases can undo: whoever dies on the way leaves them in place. Nobody else writes
decisions meanwhile: SQLite's writers are alone, PostgreSQL's wait for the lock.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Connection

from salesdojo.records.database.place import SQLITE

_ON_SQLITE: Final = (
    "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'decision'"
)
_ON_POSTGRESQL: Final = (
    "SELECT tgname FROM pg_trigger "
    "WHERE tgrelid = 'decision'::regclass AND NOT tgisinternal AND tgenabled <> 'D'"
)


@contextmanager
def giving_way(connection: Connection) -> Iterator[None]:
    """Let decisions be deleted within the block, by this transaction."""
    if connection.dialect.name == SQLITE:
        made = connection.exec_driver_sql(_ON_SQLITE).all()
        _each(connection, [f'DROP TRIGGER "{name}"' for name, _ in made])
        yield
        _each(connection, [statement for _, statement in made])
        return
    names = on_server(connection)
    _each(connection, [f'ALTER TABLE decision DISABLE TRIGGER "{name}"' for name in names])
    yield
    _each(connection, [f'ALTER TABLE decision ENABLE TRIGGER "{name}"' for name in names])


def on_server(connection: Connection) -> Sequence[str]:
    """Return the names of the triggers that watch over decisions on PostgreSQL just now."""
    return connection.exec_driver_sql(_ON_POSTGRESQL).scalars().all()


def _each(connection: Connection, statements: Sequence[str]) -> None:
    for statement in statements:
        connection.exec_driver_sql(statement)
