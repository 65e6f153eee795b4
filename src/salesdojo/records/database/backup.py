"""A backup while others go on writing, and a backup taken back.

A copy gets its name only when it is whole and durable; nothing is overwritten
unasked, and a restore moves the old file aside instead of deleting it.
"""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from salesdojo.content.visible import visible
from salesdojo.errors import RecordsError, UsageError
from salesdojo.records.database.as_made import unlike
from salesdojo.records.database.creating import FILE_MODE, cannot_make, make_folder, sync_folder
from salesdojo.records.database.database import PATIENCE, Database, OnWait
from salesdojo.records.database.faults import fault
from salesdojo.records.database.keeping import SOUND
from salesdojo.records.database.looking import is_file
from salesdojo.records.database.place import place
from salesdojo.records.database.versions import FRESH, SHIPPED, found_version
from salesdojo.settings import file_url

_NOT_OURS: Final = frozenset({"DB007", "DB009", "DB010", "DB028"})
_UNREADABLE: Final = frozenset({"DB004", "DB008", "DB019", "DB022"})
_BESIDE: Final = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside a file; left there, it would be applied to the next of that name."""


def backup_of(
    url: str, target: Path, *, replace: bool = False, on_wait: OnWait | None = None
) -> None:
    """Copy the SQLite database at `url`, of whatever version; none is made where none is.

    Raises:
        UsageError: as `backup`.
        RecordsError: DB026 `url` is not SQLite's, DB027 there is no database, or as `backup`.
    """
    where = place(url)
    if where.path is None:
        raise RecordsError("DB026", place=where.shown)
    if not is_file(where.path, where.shown):
        raise RecordsError("DB027", place=where.shown)
    with closing(Database(where, on_wait, PATIENCE)) as database:
        if found_version(database) == FRESH:
            raise RecordsError("DB027", place=where.shown)
        backup(database, target, replace=replace)


def backup(database: Database, target: Path, *, replace: bool) -> None:
    """Copy a SQLite database by its online backup.

    Raises:
        UsageError: US023 `target` exists and is not to be replaced, US024 it is the database.
        RecordsError: DB008 the copy would be damaged, DB026 not a SQLite database,
            or what else keeps it from being read or written.
    """
    path = database.place.path
    if path is None:
        raise RecordsError("DB026", place=database.place.shown)
    shown = visible(str(target))
    if _same(target, path):
        raise UsageError("US024", place=shown)
    if not replace and _in_the_way(target):
        raise UsageError("US023", place=shown)
    with _whole_copy(database, target) as copy:
        if replace:
            _clear_beside(target)
            copy.replace(target)
        else:
            _name(copy, target)


def restore(source: Path, url: str, stamp: str, *, on_wait: OnWait | None = None) -> Path | None:
    """Put a backup in the place of the database at `url`, whatever state that is in.

    Args:
        source: a backup, of this version or an older one.
        url: the database to replace; it may be damaged or missing.
        stamp: part of the name under which the old file is kept.
        on_wait: as in `Store.open`.

    Returns:
        Where the old file is now, or None where there was none.

    Raises:
        RecordsError: DB026 `url` is not SQLite's, DB030 there is no backup at `source`,
            DB031 what is there is none of ours, DB032 it cannot be read, or is not as it was
            made, or what keeps the database from being written.
        UsageError: US023 a file is aside by that name already, US024 it is the database.
    """
    where = place(url)
    if where.path is None:
        raise RecordsError("DB026", place=where.shown)
    if _same(source, where.path):
        raise UsageError("US024", place=where.shown)
    aside = where.path.with_name(f"{where.path.name}.{stamp}.aside")
    if _in_the_way(aside):
        raise UsageError("US023", place=visible(str(aside)))
    with _opened_backup(source, on_wait) as kept, _whole_copy(kept, where.path) as copy:
        had = _move_aside(where.path, aside)
        copy.replace(where.path)
    return aside if had else None


@contextmanager
def _opened_backup(source: Path, on_wait: OnWait | None) -> Iterator[Database]:
    """Open a backup; what is wrong with it is told of a backup, not of the database."""
    where = place(file_url(source))
    try:
        _require_file(source, where.shown)
        with closing(Database(where, on_wait, PATIENCE)) as kept:
            _require_tables(kept)
            yield kept
    except RecordsError as error:
        if error.values.get("place") != where.shown:
            raise
        raise _of_backup(error, where.shown) from None


def _require_file(source: Path, shown: str) -> None:
    if not is_file(source, shown):
        raise RecordsError("DB030", place=shown)


def _require_tables(kept: Database) -> None:
    """Refuse what is no backup, lacks a table, or brings triggers along that are not ours."""
    found = found_version(kept)
    if found == FRESH:
        raise RecordsError("DB031", place=kept.place.shown)
    odd = kept.read(lambda connection: unlike(connection, newest=found == SHIPPED.head))
    if odd is not None:
        raise RecordsError("DB032", place=kept.place.shown, reason=odd)


def _of_backup(error: RecordsError, shown: str) -> RecordsError:
    if error.code in _NOT_OURS:
        return RecordsError("DB031", place=shown)
    if error.code in _UNREADABLE:
        return RecordsError("DB032", place=shown, reason=error.values["reason"])
    return error


@contextmanager
def _whole_copy(database: Database, target: Path) -> Iterator[Path]:
    """Give a checked, durable copy beside `target`, to be given its name within the block."""
    half = target.with_name(f".{target.name}.{os.getpid()}.half")
    shown = visible(str(target))
    try:
        make_folder(target.parent)
        half.unlink(missing_ok=True)
        os.close(os.open(half, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE_MODE))
    except OSError as error:
        raise cannot_make(error, shown) from error
    try:
        _copy(database, half, shown)
        yield half
        sync_folder(target.parent)
    except FileExistsError:
        raise UsageError("US023", place=shown) from None
    except OSError as error:
        raise cannot_make(error, shown) from error
    finally:
        for left in (half, *_beside(half)):
            left.unlink(missing_ok=True)


def _copy(database: Database, half: Path, shown: str) -> None:
    try:
        with closing(sqlite3.connect(half)) as copy:
            copy.execute("PRAGMA synchronous=OFF")  # made durable as a whole, below
            database.copy_to(copy)
            found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.Error as error:
        raise fault(error, shown) from error
    if found != SOUND:
        raise RecordsError("DB008", place=database.place.shown, reason=found)
    with half.open("rb") as written:
        os.fsync(written.fileno())


def _name(copy: Path, target: Path) -> None:
    """Give the copy its name, unless something has that name."""
    try:
        target.hardlink_to(copy)
    except OSError as error:
        # Some file systems have no links: there a look has to do.
        if error.errno == errno.EEXIST or target.exists():
            raise
        copy.rename(target)


def _move_aside(path: Path, aside: Path) -> bool:
    """Keep the old file as `aside` with what belongs to it; the name itself stays taken."""
    if not path.exists():
        _clear_beside(path)
        return False
    aside.hardlink_to(path)
    for old, new in zip(_beside(path), _beside(aside), strict=True):
        if old.exists():
            old.rename(new)
    return True


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # not there, or out of reach, which whoever opens it says
        return False


def _in_the_way(target: Path) -> bool:
    return any(os.path.lexists(one) for one in (target, *_beside(target)))


def _clear_beside(target: Path) -> None:
    for left in _beside(target):
        left.unlink(missing_ok=True)


def _beside(path: Path) -> tuple[Path, ...]:
    return tuple(path.with_name(path.name + end) for end in _BESIDE)
