"""Where the records are: a database URL read, judged, and shown without its password."""

import errno
import os
import re
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from salesdojo import settings
from salesdojo.content.visible import visible
from salesdojo.errors import RecordsError

SQLITE: Final = "sqlite"
POSTGRESQL: Final = "postgresql"

_DRIVERS: Final = {
    "sqlite": (SQLITE, "sqlite+pysqlite"),
    "sqlite+pysqlite": (SQLITE, "sqlite+pysqlite"),
    "postgres": (POSTGRESQL, "postgresql+psycopg"),
    "postgresql": (POSTGRESQL, "postgresql+psycopg"),
    "postgresql+psycopg": (POSTGRESQL, "postgresql+psycopg"),
}
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,40}(?=://)")


@dataclass(frozen=True, slots=True)
class Place:
    """A database that could be opened."""

    url: URL
    kind: str
    """`SQLITE` or `POSTGRESQL`."""
    path: Path | None
    """The file, for SQLite."""
    shown: str
    """For messages: the file's path, or the URL without password and options."""


def place(url: str) -> Place:
    """Read `url`.

    Raises:
        RecordsError: DB004 a relative path while the folder we stand in is gone, DB011 not
            a URL of a database, DB012 a kind that is not supported, DB013 psycopg is missing,
            DB063 an @ in a password is not written as %40.
    """
    file = settings.file_of(url)
    if file is not None:
        return _file(file)
    read = _read(url)
    if read.drivername not in _DRIVERS:
        raise RecordsError("DB012", kind=visible(read.drivername))
    kind, driver = _DRIVERS[read.drivername]
    if kind == SQLITE:
        # A query, a host, no file at all: records that are not kept in a file of their own.
        raise RecordsError("DB011", url=_without_options(read))
    return _server(read, driver)


def _read(url: str) -> URL:
    try:
        return make_url(url)
    except (ArgumentError, ValueError):
        raise RecordsError("DB011", url=_without_secrets(url)) from None


def _without_secrets(url: str) -> str:
    """Show only the scheme: in a URL that cannot be read, anything may be a password."""
    scheme = _SCHEME.match(url)
    return f"{scheme[0]}://..." if scheme else "..."


def _without_options(url: URL) -> str:
    return visible(url.set(query={}).render_as_string())


def _file(path: Path) -> Place:
    shown = visible(str(path))
    try:
        path = path.absolute()
    except FileNotFoundError as error:
        raise RecordsError("DB004", place=shown, reason=os.strerror(errno.ENOENT)) from error
    url = URL.create("sqlite+pysqlite", database=str(path))
    return Place(url, SQLITE, path, visible(str(path)))


def _server(url: URL, driver: str) -> Place:
    if "@" in f"{url.host}{url.database}":
        # What stands before it is the end of a password that was not written as in URLs.
        raise RecordsError("DB063", scheme=visible(url.drivername))
    if find_spec("psycopg") is None:
        raise RecordsError("DB013")
    return Place(url.set(drivername=driver), POSTGRESQL, None, _without_options(url))
