"""A new database: a private folder and file, then every table in one transaction."""

import errno
import os
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Final

from sqlalchemy import Connection

from salesdojo.content.visible import visible
from salesdojo.errors import RecordsError
from salesdojo.records.database.connecting import take_time
from salesdojo.records.database.database import Database
from salesdojo.records.database.looking import is_file
from salesdojo.records.database.place import SQLITE, Place
from salesdojo.records.database.versions import APPLICATION_ID, FRESH, Migrations, version

FOLDER_MODE: Final = 0o700
FILE_MODE: Final = 0o600
"""What people practise, and how well, is theirs alone."""

_ONE_AT_A_TIME: Final = Lock()  # Alembic keeps the running migration in a module


def make_room(place: Place) -> None:
    """Make the folder and the file of a SQLite database where they are missing.

    Raises:
        RecordsError: DB002 the disk is full, DB003 not writable, DB004 for other reasons,
            DB028 what is there is no file, DB029 a folder on the way may not be entered.
    """
    if place.path is None:
        return
    # The file is never opened when it exists: closing it would drop the locks that
    # SQLite holds on it in this process.
    if is_file(place.path, place.shown):
        return
    try:
        _make_file(place.path)
    except OSError as error:
        raise cannot_make(error, place.shown) from error


def cannot_make(error: OSError, shown: str) -> RecordsError:
    """Return the error to show where the system refused to make `shown`."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return RecordsError("DB002", place=shown)
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return RecordsError("DB003", place=shown)
        case number:
            reason = visible(os.strerror(number) if number else str(error))
            return RecordsError("DB004", place=shown, reason=reason)


def create(database: Database, migrations: Migrations) -> None:
    """Make the tables, unless another program was first.

    Raises:
        RecordsError: what keeps them from being made; then nothing has been.
    """

    def unless_made(connection: Connection) -> None:
        stand_in_line(connection)
        if version(connection, database) == FRESH:
            migrate(connection, migrations, database.place.shown)

    database.write(unless_made)


def stand_in_line(connection: Connection) -> None:
    """Let only one program at a time make or change tables; on SQLite every writer is alone."""
    if connection.dialect.name != SQLITE:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({APPLICATION_ID})")


def migrate(connection: Connection, migrations: Migrations, shown: str) -> None:
    """Bring the tables to the newest version, within the open transaction.

    Raises:
        RecordsError: DB046 the database, named `shown`, cannot hold every language.
    """
    from alembic import command
    from alembic.config import Config

    if connection.dialect.name == SQLITE:
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    else:
        _require_utf8(connection, shown)
        take_time(connection)
    config = Config()
    config.set_main_option("script_location", str(migrations.folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    with _ONE_AT_A_TIME:
        command.upgrade(config, "head")


def _require_utf8(connection: Connection, shown: str) -> None:
    encoding = str(connection.exec_driver_sql("SHOW server_encoding").scalar_one())
    if encoding != "UTF8":
        raise RecordsError("DB046", place=shown, encoding=encoding)


def _make_file(path: Path) -> None:
    make_folder(path.parent)
    # Another window may have been first, or a link leads elsewhere.
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE_MODE))


def make_folder(folder: Path) -> None:
    """Make `folder` and what is missing above it, private and durable."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(mode=FOLDER_MODE, exist_ok=True)
        sync_folder(one.parent)


def sync_folder(folder: Path) -> None:
    """Make durable which names `folder` holds."""
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
