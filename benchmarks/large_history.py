"""What the screens read of one person's 10,000 attempts, in databases of ever more attempts.

    .venv/bin/python benchmarks/large_history.py [--small] [--only KIND] [--keep DIR]

Databases of 10,000 attempts (that person's alone), 100,000 and 1,000,000 of a thousand people
are made in turn (`histories`), on SQLite and on a PostgreSQL server. Then the data of each
screen is read and attempts are finished, first in a store just opened, then again and again.

``--small`` stops at 100,000 attempts with 1,000 of the person's; ``--keep DIR`` keeps the
SQLite files there, and takes those that it finds.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from histories import History, fill_postgresql, fill_sqlite, plays
from salesdojo import settings
from salesdojo.content.library import Library, open_library
from salesdojo.records.history.progress import progress
from salesdojo.records.mastery.known import known
from salesdojo.records.mode import Mode
from salesdojo.records.session import Session
from salesdojo.records.store import Store
from salesdojo.records.values import solution
from salesdojo.tui.memory import Memory
from support.servers import DISK, Server

TOTALS: Final = (10_000, 100_000, 1_000_000)
OWN: Final = 10_000
SMALL: Final = 10
"""With --small everything is so many times smaller."""
PROMISED: Final = 100.0
"""Milliseconds that a screen may take."""
RUNS: Final = 9
ENOUGH: Final = 6.0
"""Seconds after which a slow thing is not timed again."""
ROOM: Final = ("shared_buffers=256MB", "maintenance_work_mem=256MB", "max_wal_size=512MB")
PLAYED: Final = "think_it_over"
"""The scenario that is finished."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Whoever looks at the first person's records."""

    url: str
    history: History
    library: Library
    cache: Path

    def tasks(self, store: Store) -> dict[str, Callable[[], object]]:
        """Return what is timed, by name."""
        person, now = self.history.people[0], self.history.end
        memory = Memory(self.url, person.name, lambda: now, str, int, _store=store)
        return {
            "home": lambda: memory.picture(self.library, self.cache),
            "progress": lambda: progress(store, person, self.library, now, self.cache),
            "known": lambda: known(store, person, self.library, now, self.cache),
        }

    def times(self, name: str) -> tuple[float, float]:
        """Return milliseconds in a store just opened, and the median of those that follow."""
        with Store.open(self.url, make=False) as store:
            first = milliseconds(self.tasks(store)[name])
            task = self.tasks(store)[name]
            return first, repeated(lambda: milliseconds(task))

    def finishing(self) -> tuple[float, float]:
        """Return what it takes to score and keep an attempt that is over, as `times`."""
        with Store.open(self.url, make=False) as store:
            talks = count()
            first = self._finished(store, next(talks))
            return first, repeated(lambda: self._finished(store, next(talks)))

    def _finished(self, store: Store, number: int) -> float:
        scenario = self.library.scenario(PLAYED)
        solved = solution(scenario, self.cache)
        person, now = self.history.people[0], self.history.end
        talk = Session.start(
            store,
            person,
            scenario,
            seed=number,
            mode=Mode.PRACTICE,
            language="en",
            clock=lambda: now,
        )
        while talk.attempt.outcome is None:
            talk.take(talk.attempt.offered[0].id)
        return milliseconds(lambda: talk.result(solved))


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    before = time.perf_counter()
    work()
    return (time.perf_counter() - before) * 1_000


def repeated(timed: Callable[[], float]) -> float:
    """Return the median of some runs; of fewer, where they are slow."""
    until = time.monotonic() + ENOUGH
    taken = [timed()]
    while len(taken) < RUNS and time.monotonic() < until:
        taken.append(timed())
    return median(taken)


class Files:
    """Makes SQLite databases in a folder."""

    def __init__(self, folder: Path) -> None:
        """Keep the files in `folder`, and take those that are there."""
        self._folder = folder

    @contextmanager
    def holding(self, history: History) -> Iterator[tuple[str, int]]:
        """Give a database with `history`, as its URL and its bytes."""
        path = self._folder / f"{history.total}-{history.own}.db"
        url = f"sqlite:///{path}"
        if not path.exists():
            Store.open(url).close()
            fill_sqlite(path, history)
        yield url, path.stat().st_size


class Servers:
    """Makes PostgreSQL databases on a server of its own, each taken away after use."""

    def __init__(self, server: Server) -> None:
        """Make them on `server`, which runs and has our tables."""
        self._server = server

    @contextmanager
    def holding(self, history: History) -> Iterator[tuple[str, int]]:
        """Give a database with `history`, as its URL and its bytes."""
        with self._server.cloned() as base:
            fill_postgresql(base.url, history)
            yield base.url, base.raw("SELECT pg_database_size(current_database())")[0][0]


@contextmanager
def running() -> Iterator[Server]:
    """Give a server with the memory that one for many people has."""
    server = Server(*ROOM, ground=DISK)
    try:
        server.start()
        server.with_tables()
        yield server
    finally:
        server.end()


def require_true(reader: Reader) -> None:
    """Look at some attempts as an audit would: what was made must be what plays make."""
    with Store.open(reader.url, make=False) as store:
        own = store.attempts(reader.history.people[0])
        if len(own) < reader.history.own:
            sys.exit("attempts are missing")
        for record in own[:: reader.history.own // 20]:
            finished = store.result(record.id) is not None
            if finished != (record.finished_at is not None) or store.verify_chain(record.id):
                sys.exit(f"attempt {record.id} is not what a play makes")


def measure(kind: str, reader: Reader) -> None:
    """Print a line for each thing that is timed."""
    for name in ("home", "progress", "known", "finishing"):
        first, later = reader.finishing() if name == "finishing" else reader.times(name)
        mark = "" if max(first, later) < PROMISED else f"   over {PROMISED:.0f} ms"
        line = f"{kind:10} {reader.history.total:>9,}  {name:9} {first:9.1f} {later:9.1f} ms{mark}"
        print(line, flush=True)


def main() -> None:
    """Make the databases in turn, and print a table."""
    parser = argparse.ArgumentParser(description="Times what the screens read.")
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    parser.add_argument("--keep", type=Path, metavar="DIR")
    wish = parser.parse_args()
    smaller = SMALL if wish.small else 1
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        library = open_library(settings.shipped_pack(), folder / "cache")
        played = plays(library, folder / "cache")
        print("database       total  what          first     later")
        for kind in ("sqlite", "postgresql") if wish.only is None else (wish.only,):
            made = (
                Files(wish.keep or folder)
                if kind == "sqlite"
                else Servers(stack.enter_context(running()))
            )
            for total in TOTALS:
                history = History(played, total // smaller, OWN // smaller)
                began = time.monotonic()
                with made.holding(history) as (url, size):
                    seconds = time.monotonic() - began
                    print(f"{kind}: made in {seconds:.0f} s, {size / 1e6:,.0f} MB", flush=True)
                    reader = Reader(url, history, library, folder / "cache")
                    require_true(reader)
                    measure(kind, reader)


if __name__ == "__main__":
    main()
