"""A database as the store uses it: whole pieces of work, tried until they land.

Work that meets a lock, or loses its server, is begun again from its start, so it must be
idempotent: a commit that failed may have landed.
"""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from typing import Final, TypeVar, cast
from weakref import finalize

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, IntegrityError

from salesdojo.errors import RecordsError
from salesdojo.records.database.connecting import engine, reader, writer
from salesdojo.records.database.faults import fault, is_busy
from salesdojo.records.database.never_written import never_written
from salesdojo.records.database.place import SQLITE, Place
from salesdojo.records.database.server_faults import is_away

T = TypeVar("T")
OnWait = Callable[[float], None]
"""Told now and then for how many seconds a lock has been waited for."""

PATIENCE: Final = 30.0
"""Seconds to wait for a lock before saying so."""
_BREATH: Final = 0.01
"""Seconds between tries, for the locks that SQLite itself does not wait for."""
_PAUSE: Final = 0.2
"""Seconds between tries to reach a server that went away."""
_OVERTAKEN: Final = 4
"""How often a piece of work may find on PostgreSQL that another writer was first.

The longest adds a scenario's revision, an attempt and a chapter: three times.
"""


class Database:
    """One database, open. Threads may share it, processes may not."""

    def __init__(self, place: Place, on_wait: OnWait | None, patience: float) -> None:
        """Make ready to open `place`; `patience` is in seconds."""
        self.place = place
        self._patience = patience
        self._on_wait = on_wait
        made = engine(place)
        self._reading = reader(made)
        self._writing = writer(made)
        # A server logs every client that leaves without a word, as a program that ends does.
        finalize(self, made.dispose)
        self._reached = False
        """Whether it was there before: a server that was may come back."""

    def read(self, work: Callable[[Connection], T]) -> T:
        """Do `work` on one consistent view.

        Raises:
            RecordsError: DB001 locked for too long, DB064 there is something that we never
                write, or what else the database reports.
        """
        with never_written():
            return self._done(work, writes=False)

    def write(self, work: Callable[[Connection], T]) -> T:
        """Do `work` alone, all or nothing; what it wrote is durable on return.

        Raises:
            RecordsError: DB001 locked for too long, or what else the database reports.
        """
        return self._done(work, writes=True)

    def offer(self, work: Callable[[Connection], bool]) -> bool:
        """Do `work` alone, once, where that can be done now; return what it says, else False.

        For what is a convenience: a lock, a full disk or a file that is not to be written is
        in nobody's way.
        """
        try:
            with self._writing.begin() as connection:
                return work(connection)
        except (DBAPIError, sqlite3.Error):
            return False

    def close(self) -> None:
        """Close every connection."""
        self._reading.dispose()

    def copy_to(self, copy: sqlite3.Connection) -> None:
        """Copy a SQLite database into `copy`, as it is at one moment.

        Raises:
            RecordsError: DB001 locked for too long, or what else the database reports.
            sqlite3.Error: what the copy reports, where both cannot be told apart.
        """
        since = time.monotonic()

        def told(state: int, _left: int, _all: int) -> None:
            if state in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                self._waited(since)

        with closing(self._tried(self._reading.raw_connection)) as held:
            source = cast("sqlite3.Connection", held.driver_connection)
            source.backup(copy, progress=told, sleep=_BREATH)

    def compact(self) -> None:
        """Write a SQLite file anew, without what was deleted from it; a server does it itself.

        Raises:
            RecordsError: DB001 locked for too long, or what else the database reports.
        """

        def rewritten() -> None:
            with closing(self._reading.raw_connection()) as held:
                cast("sqlite3.Connection", held.driver_connection).execute("VACUUM")

        if self.place.kind == SQLITE:
            self._tried(rewritten)

    def _done(self, work: Callable[[Connection], T], *, writes: bool) -> T:
        chosen = self._writing if writes else self._reading

        def transaction() -> T:
            with chosen.begin() as connection:
                return work(connection)

        return self._tried(transaction)

    def _tried(self, work: Callable[[], T]) -> T:
        since = time.monotonic()
        overtaken = 0
        while True:
            try:
                done = work()
            except (DBAPIError, sqlite3.Error) as error:
                if isinstance(error, IntegrityError) and overtaken < _OVERTAKEN:
                    overtaken += 1  # look again at what the other writer did
                    continue
                self._wait(error, since)
            else:
                self._reached = True
                return done

    def _wait(self, error: Exception, since: float) -> None:
        """Wait for what was in the way to pass, which began at `since`; else say what it was."""
        if is_busy(error):
            self._waited(since)
            return
        patient = time.monotonic() - since < self._patience
        if not (patient and self._reached and is_away(error)):
            raise fault(error, self.place.shown) from error
        self._waited(since, _PAUSE)

    def _waited(self, since: float, pause: float = _BREATH) -> None:
        """Tell that there has been a wait `since`; past patience, say that it is locked."""
        seconds = time.monotonic() - since
        if seconds >= self._patience:
            raise RecordsError("DB001", place=self.place.shown, seconds=round(seconds))
        if self._on_wait is not None:
            self._on_wait(seconds)
        time.sleep(pause)
