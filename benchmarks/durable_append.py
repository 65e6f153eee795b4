"""A decision made durable by the store, against the same rows written by bare sqlite3.

Both do so in turns on one disk with the same settings, so that a busy machine
slows both. Run: ``python benchmarks/durable_append.py``.
"""

import sqlite3
import time
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from types import SimpleNamespace

from salesdojo.records.mode import Mode
from salesdojo.records.model import StoredDecision
from salesdojo.records.store import Store

DECISIONS = 400
TABLE = (
    "CREATE TABLE decision (attempt TEXT, turn INTEGER, scene TEXT, choice TEXT, timed_out INTEGER,"
    " hinted INTEGER, elapsed_ms INTEGER, at INTEGER, link BLOB, PRIMARY KEY (attempt, turn))"
    " STRICT, WITHOUT ROWID"
)


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    before = time.perf_counter()
    work()
    return (time.perf_counter() - before) * 1_000


def bare(connection: sqlite3.Connection, turn: int) -> None:
    """Write one row in a transaction, as briefly as sqlite3 can."""
    connection.execute("BEGIN IMMEDIATE")
    row = ("a1", turn, "opening", "ask_why", 0, 0, 1_500, turn, b"." * 32)
    connection.execute("INSERT INTO decision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    connection.execute("COMMIT")


def main() -> None:
    """Measure, and print one line for each."""
    with TemporaryDirectory() as folder, Store.open(f"sqlite:///{folder}/dojo.db") as store:
        canonical = b"{}"
        talk = SimpleNamespace(
            id="talk", canonical=canonical, revision=sha256(canonical).hexdigest()
        )
        store.begin("a1", store.person("Aoki"), talk, 7, Mode.PRACTICE, "ja", 0)
        connection = sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("PRAGMA synchronous=EXTRA")
        connection.execute(TABLE)
        times: dict[str, list[float]] = {"sqlite3": [], "store": []}
        for turn in range(1, DECISIONS + 1):
            decision = StoredDecision(turn, "opening", "ask_why", False, False, 1_500, turn)
            times["sqlite3"].append(milliseconds(partial(bare, connection, turn)))
            times["store"].append(milliseconds(partial(store.append, "a1", decision)))
        connection.close()
    for name, taken in times.items():
        p95 = quantiles(taken, n=20)[-1]
        print(f"{name:8} median {median(taken):6.3f} ms   p95 {p95:6.3f} ms")
    print(f"ratio of medians {median(times['store']) / median(times['sqlite3']):.2f}")


if __name__ == "__main__":
    main()
