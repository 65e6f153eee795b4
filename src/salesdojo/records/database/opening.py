"""Whether a database is used as it is, made, or refused."""

from salesdojo.errors import RecordsError
from salesdojo.records.database.creating import create, make_room
from salesdojo.records.database.database import Database, OnWait
from salesdojo.records.database.looking import is_file
from salesdojo.records.database.place import place
from salesdojo.records.database.versions import FRESH, SHIPPED, found_version, require


def opened(url: str, on_wait: OnWait | None, patience: float, *, make: bool) -> Database:
    """Return the database at `url`, which has the tables of this version.

    Args:
        url: an SQLAlchemy URL.
        on_wait: told the seconds waited so far, while another program holds the database.
        patience: seconds to wait for a lock.
        make: make it where there is none.

    Raises:
        RecordsError: DB0xx, whatever keeps it from being used; DB027 there is none, and none is
            to be made.
    """
    where = place(url)
    if make:
        make_room(where)
    elif where.path is not None and not is_file(where.path, where.shown):
        raise RecordsError("DB027", place=where.shown)
    database = Database(where, on_wait, patience)
    try:
        _require_tables(database, make=make)
    except BaseException:
        database.close()
        raise
    return database


def _require_tables(database: Database, *, make: bool) -> None:
    shown = database.place.shown
    version = found_version(database)
    if version != FRESH:
        require(version, shown, SHIPPED)
    elif make:
        create(database, SHIPPED)
    else:
        raise RecordsError("DB027", place=shown)
