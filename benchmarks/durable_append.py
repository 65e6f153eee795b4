"""A decision made durable by the store, against the same rows written by the bare drivers.

    .venv/bin/python benchmarks/durable_append.py

On SQLite the peer is Python's sqlite3 at the same settings, on PostgreSQL psycopg: one INSERT
and a COMMIT. The server is a real one with its usual `fsync`. All write to one disk, in turns,
so that a busy machine slows each of them.
"""

import sqlite3
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from hashlib import sha256
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from salesdojo.records.mode import Mode
from salesdojo.records.model import StoredDecision
from salesdojo.records.store import Store
from support.servers import DISK, TEMPLATE, Base, Server

DECISIONS: Final = 1_000
WARM: Final = 20
"""Decisions before the first that counts."""
TABLE: Final = (
    "CREATE TABLE decision (attempt TEXT, turn INTEGER, scene TEXT, choice TEXT, timed_out INTEGER,"
    " hinted INTEGER, elapsed_ms INTEGER, at INTEGER, link BLOB, PRIMARY KEY (attempt, turn))"
    " STRICT, WITHOUT ROWID"
)
BARE_TABLE: Final = "CREATE TABLE bare (LIKE decision INCLUDING INDEXES)"
PROMISED: Final = 2.0
"""Times the cost of the bare commit on SQLite."""

Append = Callable[[int], object]
"""Makes the decision of a turn durable."""


def row(turn: int) -> tuple[object, ...]:
    """Return what the bare drivers write."""
    return ("a1", turn, "opening", "ask_why", 0, 0, 1_500, turn, b"." * 32)


@contextmanager
def bare_sqlite(path: Path) -> Iterator[Append]:
    """Write rows in a transaction each, as briefly as sqlite3 can."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("PRAGMA synchronous=EXTRA")
        connection.execute(TABLE)

        def append(turn: int) -> None:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO decision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row(turn))
            connection.execute("COMMIT")

        yield append


@contextmanager
def bare_postgresql(base: Base) -> Iterator[Append]:
    """Write rows in a transaction each, as briefly as psycopg can."""
    import psycopg

    base.raw(BARE_TABLE)
    with closing(psycopg.connect(base.url)) as connection:
        insert = b"INSERT INTO bare VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)"

        def append(turn: int) -> None:
            connection.execute(insert, row(turn))
            connection.commit()

        yield append


@contextmanager
def ours(url: str) -> Iterator[Append]:
    """Append decisions to an attempt by the store."""
    with Store.open(url) as store:
        canonical = b"{}"
        talk = SimpleNamespace(
            id="talk", canonical=canonical, revision=sha256(canonical).hexdigest()
        )
        store.begin("a1", store.person("Aoki"), talk, 7, Mode.PRACTICE, "ja", 0)

        def append(turn: int) -> None:
            decision = StoredDecision(turn, "opening", "ask_why", False, False, 1_500, turn)
            store.append("a1", decision)

        yield append


@contextmanager
def server() -> Iterator[Base]:
    """Give a database with our tables on a server that waits for its disk."""
    made = Server("fsync=on", ground=DISK)
    try:
        made.start()
        made.with_tables()
        yield Base(made.url(TEMPLATE))
    finally:
        made.end()


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    before = time.perf_counter()
    work()
    return (time.perf_counter() - before) * 1_000


def in_turns(appends: Mapping[str, Append]) -> dict[str, list[float]]:
    """Return the milliseconds of each decision, by who made it durable."""
    times: dict[str, list[float]] = {name: [] for name in appends}
    for turn in range(1, WARM + DECISIONS + 1):
        for name, append in appends.items():
            taken = milliseconds(partial(append, turn))
            if turn > WARM:
                times[name].append(taken)
    return times


def main() -> None:
    """Measure, and print a line for each."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(dir="/tmp")))
        base = stack.enter_context(server())
        opened: dict[str, Any] = {
            "sqlite3": bare_sqlite(folder / "bare.db"),
            "store on SQLite": ours(f"sqlite:///{folder}/dojo.db"),
            "psycopg": bare_postgresql(base),
            "store on PostgreSQL": ours(base.url),
        }
        times = in_turns({name: stack.enter_context(one) for name, one in opened.items()})
    for name, taken in times.items():
        p95 = quantiles(taken, n=20)[-1]
        print(f"{name:20} median {median(taken):6.3f} ms   p95 {p95:6.3f} ms")
    on_sqlite = median(times["store on SQLite"]) / median(times["sqlite3"])
    on_server = median(times["store on PostgreSQL"]) / median(times["psycopg"])
    print(f"ratio of medians {on_sqlite:.2f} on SQLite, {on_server:.2f} on PostgreSQL")
    if on_sqlite > PROMISED:
        sys.exit(f"over {PROMISED:.0f}")


if __name__ == "__main__":
    main()
