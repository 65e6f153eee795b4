"""What a driver reports, as the errors a user can meet."""

import sqlite3
from typing import Final

from sqlalchemy.exc import DBAPIError

from salesdojo.content.problem import excerpt
from salesdojo.errors import RecordsError
from salesdojo.records.database import server_faults

_PRIMARY: Final = 0xFF
"""SQLite keeps the kind of an error in its lowest byte and details above it."""
_BUSY: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_CODES: Final = {
    sqlite3.SQLITE_FULL: "DB002",
    sqlite3.SQLITE_READONLY: "DB003",
    sqlite3.SQLITE_PERM: "DB003",
    sqlite3.SQLITE_CANTOPEN: "DB004",
    sqlite3.SQLITE_CORRUPT: "DB008",
    sqlite3.SQLITE_NOTADB: "DB010",
    sqlite3.SQLITE_IOERR: "DB019",
}
LONGEST_REASON: Final = 200


def is_busy(error: Exception) -> bool:
    """Say whether another program holds the database just now."""
    return _sqlite_code(error) & _PRIMARY in _BUSY or server_faults.is_busy(error)


def fault(error: Exception, place: str) -> RecordsError:
    """Return the error to show for what the driver of the database at `place` raised."""
    reason = _reason(error)
    full = _sqlite_code(error)
    if full == sqlite3.SQLITE_READONLY_DBMOVED:
        return RecordsError("DB020", place=place)
    if full:
        return RecordsError(_CODES.get(full & _PRIMARY, "DB022"), place=place, reason=reason)
    return RecordsError(server_faults.server_code(error) or "DB022", place=place, reason=reason)


def _driver_error(error: Exception) -> BaseException:
    return error.orig if isinstance(error, DBAPIError) and error.orig else error


def _sqlite_code(error: Exception) -> int:
    """Return SQLite's extended code, or 0 where the error is not SQLite's own."""
    return int(getattr(_driver_error(error), "sqlite_errorcode", 0) or 0)


def _reason(error: Exception) -> str:
    """Say it in the driver's words, on one line; a server's words could name secrets."""
    driver = _driver_error(error)
    if not isinstance(driver, sqlite3.Error):
        return type(driver).__name__
    return excerpt(str(driver).replace("\n", " "), LONGEST_REASON)
