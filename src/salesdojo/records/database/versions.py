"""Which version of the tables a database has, and whether this program can use it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import OperationalError

from salesdojo.errors import RecordsError
from salesdojo.records.database.database import Database
from salesdojo.records.database.faults import is_busy
from salesdojo.records.database.place import SQLITE

APPLICATION_ID: Final = 0x53444A4F
""""SDJO" in the header of our SQLite files: what tells them from other programs'."""
FRESH: Final = ""
"""The version of a database that has nothing in it yet."""


@dataclass(frozen=True, slots=True)
class Migrations:
    """A folder of Alembic migrations; versions are "0001", "0002", ... in order."""

    folder: Path
    head: str
    """The newest version."""


SHIPPED: Final = Migrations(Path(__file__).parents[1] / "migrations", "0008")

_VERSION_SQLITE: Final = text(
    "SELECT version_num, (SELECT application_id FROM pragma_application_id) FROM alembic_version"
)
_THINGS: Final = text(
    "SELECT count(*), coalesce(sum(name = 'alembic_version'), 0), "
    "(SELECT application_id FROM pragma_application_id) FROM sqlite_master"
)
"""How many tables and indexes a file has, whether one holds a version, and whose it is."""
_OURS: Final = frozenset({"alembic_version", "scenario_revision", "decision"})
"""What tells our tables on a server from another program's, in every version."""
_VERSION: Final = text("SELECT version_num FROM alembic_version")


def found_version(database: Database) -> str:
    """Return the version of the tables in `database`, or `FRESH`.

    Raises:
        RecordsError: DB007 another program's, DB009 half-made, or what keeps it from being read.
    """
    return database.read(lambda connection: version(connection, database))


def version(connection: Connection, database: Database) -> str:
    """Do as `found_version`, in a transaction that is already open."""
    shown = database.place.shown
    if database.place.kind == SQLITE:
        return _sqlite_version(connection, shown)
    there = set(inspect(connection).get_table_names())
    if not there:
        return FRESH
    if not there >= _OURS:
        raise RecordsError("DB007", place=shown)
    return _only([(row[0],) for row in connection.execute(_VERSION)], shown)


def require(version: str, shown: str, migrations: Migrations) -> None:
    """Let `version` pass only when it is the newest that this program knows.

    Raises:
        RecordsError: DB005 older, DB006 newer, DB007 not one of ours.
    """
    if not (version.isascii() and version.isdigit()):
        raise RecordsError("DB007", place=shown)
    if int(version) < int(migrations.head):
        raise RecordsError("DB005", place=shown, found=version, needed=migrations.head)
    if int(version) > int(migrations.head):
        raise RecordsError("DB006", place=shown, found=version, known=migrations.head)


def _sqlite_version(connection: Connection, shown: str) -> str:
    try:
        rows = connection.execute(_VERSION_SQLITE).all()
    except OperationalError as error:
        if is_busy(error):
            raise
        return _without_version(connection, shown)
    if not rows:
        return _without_version(connection, shown)
    if rows[0][1] != APPLICATION_ID:
        raise RecordsError("DB007", place=shown)
    return _only([(row[0],) for row in rows], shown)


def _without_version(connection: Connection, shown: str) -> str:
    """Tell a fresh file from another program's and from one of ours left half-made.

    The query that found no version leaves no snapshot behind when its table is missing, so
    another window may have made the tables since: then they are looked at once more.
    """
    things, versions, ours = connection.execute(_THINGS).one()
    if ours not in (0, APPLICATION_ID) or (things and not ours):
        raise RecordsError("DB007", place=shown)
    if versions:
        return _only([(row[0],) for row in connection.execute(_VERSION)], shown)
    if ours == APPLICATION_ID and things:
        raise RecordsError("DB009", place=shown)
    return FRESH


def _only(rows: list[tuple[str]], shown: str) -> str:
    if len(rows) != 1:
        raise RecordsError("DB009", place=shown)
    return rows[0][0]
