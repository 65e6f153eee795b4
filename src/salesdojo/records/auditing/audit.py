"""Every attempt replayed and compared with what is stored, by as many processes as there are cores.

Nothing is written. Each attempt is looked at as it was at one moment: who practises
meanwhile changes no verdict.
"""

import os
from collections import deque
from collections.abc import Generator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Final

from salesdojo.errors import RecordsError
from salesdojo.records.auditing import attempt_rows, audit_worker
from salesdojo.records.auditing.audit_worker import Looked, Refused, few_collections
from salesdojo.records.auditing.chosen_attempts import Chosen, numbers
from salesdojo.records.database.database import PATIENCE, Database, OnWait
from salesdojo.records.database.place import place

ALONE: Final = 4_000
"""Attempts up to which starting more processes takes longer than doing it here."""
_AHEAD: Final = 3
"""Pieces of work a process has waiting, so that it never waits for us."""
_MOST_WAITING: Final = 100
"""Pieces for each process that may be done before the oldest is: what they say takes memory."""


@dataclass(frozen=True, slots=True)
class Audit:
    """The attempts to look at, and how."""

    url: str
    numbers: Sequence[int]
    """Of the attempts, in order."""
    workers: int

    def looked(self) -> Generator[Looked, None, None]:
        """Look at the attempts, piece by piece; yield what was found, in their order.

        Closing the iterator ends the work at the next piece.

        Raises:
            RecordsError: DB050 a process ended, or what keeps the records from being read.
        """
        pieces = [
            self.numbers[first : first + attempt_rows.AT_ONCE]
            for first in range(0, len(self.numbers), attempt_rows.AT_ONCE)
        ]
        return self._alone(pieces) if self.workers == 1 else self._together(pieces)

    def _alone(self, pieces: Sequence[Sequence[int]]) -> Generator[Looked, None, None]:
        with closing(Database(place(self.url), None, PATIENCE)) as database, few_collections():
            scorers = audit_worker.scorers(database)
            for piece in pieces:
                yield audit_worker.look(database, scorers, piece)

    def _together(self, pieces: Sequence[Sequence[int]]) -> Generator[Looked, None, None]:
        """Work with the others: this process has everything loaded, and would only wait."""
        with (
            closing(Database(place(self.url), None, PATIENCE)) as database,
            few_collections(),
            self._others() as pool,
        ):
            scorers = audit_worker.scorers(database)
            waiting: deque[Future[Looked | Refused] | Looked] = deque()
            asked: list[Future[Looked | Refused]] = []
            try:
                for piece in pieces:
                    asked = [one for one in asked if not one.done()]
                    if len(asked) < (self.workers - 1) * _AHEAD:
                        asked.append(pool.submit(audit_worker.work, piece))
                        waiting.append(asked[-1])
                        continue
                    waiting.append(audit_worker.look(database, scorers, piece))
                    while _ready(waiting[0]) or len(waiting) > self.workers * _MOST_WAITING:
                        yield _done(waiting.popleft())
                        if not waiting:
                            break
                while waiting:
                    yield _done(waiting.popleft())
            finally:
                pool.shutdown(wait=True, cancel_futures=True)

    def _others(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            self.workers - 1,
            mp_context=get_context("spawn"),
            initializer=audit_worker.begin,
            initargs=(self.url,),
        )


def audit(
    url: str, chosen: Chosen, *, workers: int | None = None, on_wait: OnWait | None = None
) -> Audit:
    """Make ready to look at the `chosen` attempts of the database at `url`, which has our tables.

    Args:
        url: as in `Store.open`.
        chosen: which attempts.
        workers: processes, this one among them; None for as many as there are cores, or one
            for a few attempts.
        on_wait: told while another program holds the database.

    Raises:
        RecordsError: DB017 an attempt that is named is not there, DB051 nor is the person, or
            what keeps the records from being read.
    """
    with closing(Database(place(url), on_wait, PATIENCE)) as database:
        found = numbers(database, chosen)
    if workers is None:
        workers = 1 if len(found) <= ALONE else cores()
    return Audit(url, found, workers)


def cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _ready(piece: "Future[Looked | Refused] | Looked") -> bool:
    return isinstance(piece, Looked) or piece.done()


def _done(piece: "Future[Looked | Refused] | Looked") -> Looked:
    if isinstance(piece, Looked):
        return piece
    try:
        told = piece.result()
    except BrokenProcessPool as ended:
        raise RecordsError("DB050") from ended
    if isinstance(told, Refused):
        raise told.error()
    return told
