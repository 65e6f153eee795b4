"""Thirty-two processes, each with a thousand decisions, on one database at the same time.

    .venv/bin/python benchmarks/many_writers.py [--only KIND] [--writers N] [--each N]

Every decision that the store acknowledged must be there afterwards, none twice, and nobody
may be told of a lock: each writer notes what was acknowledged, with the milliseconds it
took, and any word that it would have shown. SQLite is one file with `synchronous=EXTRA`, the
PostgreSQL server waits for its disk too.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from salesdojo.errors import SalesdojoError
from salesdojo.records.store import Store
from support.records import begun, decision
from support.servers import DISK, TEMPLATE, Server

WRITERS: Final = 32
EACH: Final = 1_000
NOTICED: Final = 1.0
"""Seconds after which a person would be told that there is a wait."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one writer came to."""

    attempt: str
    taken: tuple[float, ...]
    """Milliseconds of each decision that was acknowledged."""
    said: tuple[str, ...]
    """Every error that a person would have seen."""
    waited: float
    """The longest wait for a lock that a person would have been told of, in seconds."""


def write(url: str, attempt: str, each: int, tells: Connection) -> None:
    """Be one writer: open the database, store an attempt's decisions, then tell."""
    waits = [0.0]
    taken: list[float] = []
    said: list[str] = []
    tells.send("ready")
    tells.recv()
    try:
        with Store.open(url, on_wait=waits.append) as store:
            begun(store, attempt)
            for turn in range(1, each + 1):
                before = time.perf_counter()
                store.append(attempt, decision(turn))
                taken.append((time.perf_counter() - before) * 1_000)
    except SalesdojoError as error:
        said.append(f"{error.code}: {error}")
    tells.send(Told(attempt, tuple(taken), tuple(said), max(waits)))


def written(url: str, writers: int, each: int) -> tuple[list[Told], float]:
    """Return what all the writers told, and the seconds it took them together."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["support.records"])
    ours = []
    processes = []
    for number in range(writers):
        here, there = context.Pipe()
        # One that waits for "go" when another died would keep all of us from ending for ever.
        process = context.Process(target=write, args=(url, f"a{number}", each, there), daemon=True)
        process.start()
        there.close()  # so that a writer that dies is noticed
        ours.append(here)
        processes.append(process)
    for one in ours:
        heard(one)
    before = time.perf_counter()
    for one in ours:
        one.send("go")
    told = [heard(one) for one in ours]
    seconds = time.perf_counter() - before
    for process in processes:
        process.join()
    return told, seconds


def heard(writer: Connection) -> Any:  # noqa: ANN401 - whatever it tells
    """Return what a writer tells next; end where it died instead."""
    try:
        return writer.recv()
    except EOFError:
        sys.exit("A writer ended before it had told what it came to.")


def require_all(url: str, told: list[Told], each: int) -> None:
    """Hold what is stored against what was acknowledged."""
    if any(one.said for one in told):
        sys.exit("\n".join(word for one in told for word in one.said))
    with Store.open(url) as store:
        for one in told:
            expected = tuple(decision(turn) for turn in range(1, len(one.taken) + 1))
            if store.decisions(one.attempt) != expected:
                sys.exit(f"{one.attempt}: what is stored is not what was acknowledged")
            if store.verify_chain(one.attempt) is not None:
                sys.exit(f"{one.attempt}: the chain does not hold")
        stored = store.status().counts["decision"]
    if stored != len(told) * each:
        sys.exit(f"{stored} stored of {len(told) * each}")


def report(kind: str, told: list[Told], seconds: float) -> None:
    """Print what the writers came to."""
    taken = sorted(one for writer in told for one in writer.taken)
    cuts = quantiles(taken, n=100)
    waited = max(writer.waited for writer in told)
    print(
        f"{kind:10} {len(taken):,} acknowledged, all there once; {len(taken) / seconds:,.0f}/s; "
        f"ms p50 {cuts[49]:.1f}  p95 {cuts[94]:.1f}  p99 {cuts[98]:.1f}  max {taken[-1]:.0f}; "
        f"errors shown 0, longest wait shown "
        f"{f'{waited:.1f} s' if waited >= NOTICED else 'none'}",
        flush=True,
    )


@contextmanager
def sqlite_file() -> Iterator[str]:
    """Give a new file."""
    with TemporaryDirectory(dir="/tmp") as folder:
        yield f"sqlite:///{folder}/dojo.db"


@contextmanager
def postgresql_server() -> Iterator[str]:
    """Give a database on a server that waits for its disk."""
    server = Server("fsync=on", ground=DISK)
    try:
        server.start()
        server.with_tables()
        yield server.url(TEMPLATE)
    finally:
        server.end()


KINDS: Final[dict[str, Callable[[], AbstractContextManager[str]]]] = {
    "sqlite": sqlite_file,
    "postgresql": postgresql_server,
}


def main() -> None:
    """Let them write on either kind of database."""
    parser = argparse.ArgumentParser(description="Many processes write to one database.")
    parser.add_argument("--only", choices=tuple(KINDS))
    parser.add_argument("--writers", type=int, default=WRITERS)
    parser.add_argument("--each", type=int, default=EACH)
    wish = parser.parse_args()
    for kind, opened in KINDS.items():
        if wish.only not in (None, kind):
            continue
        with opened() as url:
            told, seconds = written(url, wish.writers, wish.each)
            require_all(url, told, wish.each)
            report(kind, told, seconds)


if __name__ == "__main__":
    main()
