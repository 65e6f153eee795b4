"""What a process of an audit does: read a piece of the attempts, then replay them."""

import gc
import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import parent_process
from threading import Thread
from typing import Final

from salesdojo.errors import RecordsError, SalesdojoError
from salesdojo.records.attempts import revision_bytes
from salesdojo.records.auditing import attempt_rows
from salesdojo.records.auditing.scorers import Scorers
from salesdojo.records.auditing.verdict import Finding, finding
from salesdojo.records.database.database import PATIENCE, Database
from salesdojo.records.database.place import place

_SELDOM: Final = (100_000, 50, 50)
"""Rows make no circles: looking for some as often as Python does costs a sixth of the time."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of a piece of the attempts."""

    attempts: tuple[str, ...]
    """Their ids, in order."""
    findings: tuple[Finding, ...]
    """Of those of which there is something to say, in order."""


@dataclass(frozen=True, slots=True)
class Refused:
    """An error on its way to the process that asked: errors with values do not travel."""

    code: str
    values: dict[str, str | int]

    def error(self) -> SalesdojoError:
        """Return it as an error again."""
        return RecordsError(self.code, **self.values)


class _Held:
    """What a process keeps from one piece to the next."""

    database: Database
    scorers: Scorers


def begin(url: str) -> None:
    """Open the records at `url` in a process of its own, which ends with the one that asked."""
    # Ctrl-C reaches every process of the terminal; the one that asked decides what ends.
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    gc.freeze()
    gc.set_threshold(*_SELDOM)
    Thread(target=_end_with_the_asking, daemon=True).start()
    _Held.database = Database(place(url), None, PATIENCE)
    _Held.scorers = scorers(_Held.database)


def work(piece: Sequence[int]) -> Looked | Refused:
    """Look at a piece, in a process that was begun."""
    try:
        return look(_Held.database, _Held.scorers, piece)
    except SalesdojoError as error:
        return Refused(error.code, error.values)


def scorers(database: Database) -> Scorers:
    """Return scorers of what is stored in `database`."""
    return Scorers(lambda revision: database.read(lambda held: revision_bytes(held, revision)))


@contextmanager
def few_collections() -> Iterator[None]:
    """Let Python seldom look for garbage in circles meanwhile."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def look(database: Database, scorers: Scorers, piece: Sequence[int]) -> Looked:
    """Read the attempts of these numbers and replay them.

    Raises:
        RecordsError: DB0xx, what keeps them from being read.
    """
    kept = database.read(lambda connection: attempt_rows.read(connection, piece))
    # Side by side those of one scenario, so that its scorer is made once even where many are.
    found = {
        one.attempt.number: finding(one, scorers)
        for one in sorted(kept, key=lambda one: one.attempt.revision)
    }
    return Looked(
        tuple(one.attempt.id for one in kept),
        tuple(told for one in kept if (told := found[one.attempt.number]) is not None),
    )


def _end_with_the_asking() -> None:
    asking = parent_process()
    if asking is not None:
        asking.join()
        os._exit(1)
