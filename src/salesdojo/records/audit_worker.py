"""What a process of an audit does: read a piece of the attempts, then replay them."""

import gc
import os
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing import parent_process
from threading import Thread

from salesdojo.errors import RecordsError, SalesdojoError
from salesdojo.records import attempt_rows
from salesdojo.records.attempts import revision_bytes
from salesdojo.records.database import PATIENCE, Database
from salesdojo.records.place import place
from salesdojo.records.scorers import Scorers
from salesdojo.records.verdict import Finding, finding


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
    # Rows make no circles: looking for some costs a sixth of the time.
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)
    Thread(target=_end_with_the_asking, daemon=True).start()
    _Held.database = Database(place(url), None, PATIENCE)
    _Held.scorers = Scorers(
        lambda revision: _Held.database.read(lambda held: revision_bytes(held, revision))
    )


def work(piece: Sequence[int]) -> Looked | Refused:
    """Look at a piece, in a process that was begun."""
    try:
        return look(_Held.database, _Held.scorers, piece)
    except SalesdojoError as error:
        return Refused(error.code, error.values)


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
