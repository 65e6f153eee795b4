"""What a PostgreSQL server or the way to it reports, as the code of an error a user can meet.

A server that refuses a connection gives no SQLSTATE to the driver, only words. They
are known in English; in another language `DB014` says both that it may be out of
reach and that it may not let the user in.
"""

import re
import sqlite3
from typing import Final

from sqlalchemy.exc import DBAPIError

_BUSY: Final = frozenset({"40001", "40P01", "55P03"})
"""SQLSTATEs: could not serialise, deadlock, a lock not had within `connecting.SLICE`."""
_GONE: Final = ("08", "57P")
"""SQLSTATE classes: connection, shutdown."""
_CODES: Final = {
    "25006": "DB045",  # a standby, or made read-only
    "3D000": "DB042",
    "42501": "DB044",
    "53100": "DB002",
    "53300": "DB043",
    "57014": "DB040",
    "58030": "DB019",  # the server's disk
    "58P01": "DB068",  # a file of the server's is missing
    "XX001": "DB068",  # a page does not match its checksum, or makes no sense
    "XX002": "DB068",  # an index does not
}
_SIGN_IN: Final = "28"
_REFUSALS: Final = tuple(
    (code, re.compile(words))
    for code, words in (
        ("DB041", "authentication failed|no password supplied|pg_hba.conf|log in"),
        ("DB041", "role .* does not exist"),
        ("DB042", "database .* does not exist"),
        ("DB043", "too many clients|too many connections|connection slots"),
        ("DB044", "permission denied for database"),
    )
)
UNREACHABLE: Final = "DB014"
_PASSING: Final = frozenset({UNREACHABLE, "DB043"})


def is_busy(error: Exception) -> bool:
    """Say whether other writers were in the way, so that the same work may do well next time."""
    return _state(error) in _BUSY


def is_away(error: Exception) -> bool:
    """Say whether the server went away or has no room just now: it may come back."""
    return isinstance(error, DBAPIError) and server_code(error) in _PASSING


def server_code(error: Exception) -> str | None:
    """Return the code of the error to show, or None where none but DB022 fits."""
    state = _state(error)
    if state in _CODES:
        return _CODES[state]
    if state.startswith(_SIGN_IN):
        return "DB041"
    if state.startswith(_GONE):
        return UNREACHABLE
    if not isinstance(error, DBAPIError) or isinstance(error.orig, sqlite3.Error):
        return None
    if error.connection_invalidated:
        return UNREACHABLE
    return _refusal(str(error.orig)) if error.statement is None and not state else None


def _refusal(words: str) -> str:
    """Return why no connection was made."""
    return next((code for code, sign in _REFUSALS if sign.search(words)), UNREACHABLE)


def _state(error: Exception) -> str:
    """Return the SQLSTATE, empty where there is none."""
    driver = error.orig if isinstance(error, DBAPIError) and error.orig else error
    return str(getattr(driver, "sqlstate", None) or "")
