"""The tables brought to the newest version, after a backup."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from salesdojo.errors import RecordsError
from salesdojo.records.database.backup import backup
from salesdojo.records.database.creating import make_room, migrate, stand_in_line
from salesdojo.records.database.database import PATIENCE, Database, OnWait
from salesdojo.records.database.place import place
from salesdojo.records.database.versions import (
    FRESH,
    SHIPPED,
    Migrations,
    found_version,
    require,
    version,
)
from salesdojo.records.tallies.kept_tallies import OnStep
from salesdojo.records.tallies.tally_telling import tell_missing


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What an upgrade did."""

    before: str
    """The version it found; empty for a new database."""
    after: str
    """The same as `before` where nothing was to do."""
    backup: Path | None
    """The copy made before; None where nothing was to do, and for a server."""


def upgrade(  # noqa: PLR0913 - what an upgrade is told by
    url: str,
    stamp: str,
    *,
    on_wait: OnWait | None = None,
    patience: float = PATIENCE,
    migrations: Migrations = SHIPPED,
    on_step: OnStep | None = None,
) -> Upgrade:
    """Bring the database at `url` to the newest version; make it where there is none.

    A SQLite file is first copied to a file beside it, named by version and `stamp`.
    It happens as a whole or not at all; then what follows from the results is told, where it
    is not yet.

    Raises:
        RecordsError: DB0xx, what keeps it from being used; a newer or foreign one is left alone.
        UsageError: US023 a backup by that name exists.
    """
    where = place(url)
    make_room(where)
    database = Database(where, on_wait, patience)
    try:
        found = found_version(database)
        if found == migrations.head:
            _told(database, migrations, on_step)
            return Upgrade(found, found, None)
        if found != FRESH:
            _require_upgradable(found, where.shown, migrations)
        copy = _copied(database, found, stamp)
        database.write(lambda connection: _migrated(connection, database, migrations))
        _told(database, migrations, on_step)
        return Upgrade(found, migrations.head, copy)
    finally:
        database.close()


def _told(database: Database, migrations: Migrations, on_step: OnStep | None) -> None:
    if migrations == SHIPPED:
        tell_missing(database, on_step)


def _migrated(connection: Connection, database: Database, migrations: Migrations) -> None:
    stand_in_line(connection)
    if version(connection, database) != migrations.head:  # another window may have been first
        migrate(connection, migrations, database.place.shown)


def _require_upgradable(found: str, shown: str, migrations: Migrations) -> None:
    try:
        require(found, shown, migrations)
    except RecordsError as older:
        if older.code != "DB005":
            raise


def _copied(database: Database, found: str, stamp: str) -> Path | None:
    path = database.place.path
    if path is None or found == FRESH:
        return None
    copy = path.with_name(f"{path.name}.{found}-{stamp}.backup")
    backup(database, copy, replace=False)
    return copy
