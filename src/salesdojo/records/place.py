"""Where the records are: a database URL read, judged, and shown without its password."""

import re
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

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
        RecordsError: DB011 not a URL of a database, DB012 a kind that is not supported,
            DB013 psycopg is missing.
    """
    read = _read(url)
    if read.drivername not in _DRIVERS:
        raise RecordsError("DB012", kind=visible(read.drivername))
    kind, driver = _DRIVERS[read.drivername]
    read = read.set(drivername=driver)
    return _file(read) if kind == SQLITE else _server(read)


def _read(url: str) -> URL:
    try:
        return make_url(url)
    except (ArgumentError, ValueError):
        raise RecordsError("DB011", url=_without_secrets(url)) from None


def _without_secrets(url: str) -> str:
    """Show only the scheme: in a URL that cannot be read, anything may be a password."""
    scheme = _SCHEME.match(url)
    return f"{scheme[0]}://..." if scheme else "..."


def _file(url: URL) -> Place:
    name = url.database
    unreadable = not name or name == ":memory:" or "\0" in name or name.startswith("file:")
    if not name or unreadable or url.host or url.query:
        raise RecordsError("DB011", url=visible(url.set(query={}).render_as_string()))
    path = Path(name).absolute()
    return Place(url.set(database=str(path)), SQLITE, path, visible(str(path)))


def _server(url: URL) -> Place:
    if find_spec("psycopg") is None:
        raise RecordsError("DB013")
    return Place(url, POSTGRESQL, None, visible(url.set(query={}).render_as_string()))
