"""Whether a database still has the tables and triggers that were made, and no trigger of others.

The driver's own checks say nothing of this: a file in which a table or a trigger is missing
is as whole to SQLite as one that never had it.
"""

from typing import Final

from sqlalchemy import Connection, inspect

from salesdojo.content.problem import excerpt
from salesdojo.records.database import append_only
from salesdojo.records.database.place import SQLITE
from salesdojo.records.tables import METADATA

_TRIGGERS: Final = "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'trigger'"
_GUARDS: Final = {
    f"decision_refuses_{change.lower()}": (
        f"CREATE TRIGGER decision_refuses_{change.lower()} BEFORE {change} ON decision "
        "BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END"
    )
    for change in ("UPDATE", "DELETE")
}
"""The triggers of a SQLite file, in every version of the tables."""
_GUARD_ON_SERVER: Final = "decision_refuses_changes"


def unlike(connection: Connection, *, newest: bool) -> str | None:
    """Return the first thing that is not as it was made, in the words of SQLite; else None.

    Args:
        connection: to the database.
        newest: whether its tables are said to be of the newest version; of an older one
            only the triggers are looked at.
    """
    found = _missing(connection) if newest else None
    if found is not None:
        return found
    if connection.dialect.name == SQLITE:
        return _trigger(connection)
    if _GUARD_ON_SERVER not in append_only.on_server(connection):
        return f"no such trigger: {_GUARD_ON_SERVER}"
    return None


def _missing(connection: Connection) -> str | None:
    seen = inspect(connection)
    there = set(seen.get_table_names())
    for table in METADATA.sorted_tables:
        if table.name not in there:
            return f"no such table: {table.name}"
        columns = {column["name"] for column in seen.get_columns(table.name)}
        for column in table.columns:
            if column.name not in columns:
                return f"no such column: {table.name}.{column.name}"
    return None


def _trigger(connection: Connection) -> str | None:
    """Look for a guard that is gone or was changed, and for a trigger that nobody of us made.

    A trigger runs with whatever salesdojo writes, and a file may come from a stranger.
    """
    rows = connection.exec_driver_sql(_TRIGGERS).all()
    found = {str(row.name): str(row.sql) for row in rows}
    for name, statement in _GUARDS.items():
        if name not in found:
            return f"no such trigger: {name}"
        if found[name] != statement:
            return f"a changed trigger: {name}"
    for name in found:
        if name not in _GUARDS:
            return f"an unknown trigger: {excerpt(name)}"
    return None
