"""`db copy` from SQLite to PostgreSQL and back, against the same rows put in by bare COPY.

    .venv/bin/python benchmarks/copying.py URL

URL is an empty PostgreSQL database. The records are made up: 100,000 attempts of 8
decisions and a result each. The peer reads the same file and writes it into tables of
the same server by psycopg's COPY, in one transaction: nothing is hashed or read back.
"""

import argparse
import resource
import sqlite3
import time
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg

from salesdojo.records.chain import beginning, link
from salesdojo.records.database.copying import copy
from salesdojo.records.mode import Mode
from salesdojo.records.model import AttemptRecord, Person, StoredDecision
from salesdojo.records.store import Store
from salesdojo.records.tables import METADATA

DECISIONS = 8
PEOPLE = 100
BODY = '{"outcome":"won","quality":87.5,"passed":true,"decisions":[' + "0," * 400 + "0]}"


def main() -> None:
    """Measure once each, and print a line for each."""
    parser = argparse.ArgumentParser()
    parser.add_argument("server", metavar="URL")
    parser.add_argument("--attempts", type=int, default=100_000)
    wish = parser.parse_args()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "dojo.db"
        make(path, wish.attempts)
        rows = sum(count(path).values())
        print(f"{rows:,} rows, {path.stat().st_size / 1e6:.0f} MB")
        told("bare COPY to PostgreSQL", rows, bare, path, wish.server)
        told("db copy to PostgreSQL", rows, copy, f"sqlite:///{path}", wish.server)
        told("db copy to SQLite", rows, copy, wish.server, f"sqlite:///{folder}/back.db")


def told(name: str, rows: int, work: object, *wishes: object) -> None:
    """Do it and say how fast it was, and how much memory this process had at most."""
    before = time.perf_counter()
    work(*wishes)  # type: ignore[operator]
    seconds = time.perf_counter() - before
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:24} {seconds:6.1f} s  {rows / seconds:8,.0f} rows/s  {most:4.0f} MiB at most")


def make(path: Path, attempts: int) -> None:
    """Make the records, with chains that hold."""
    with Store.open(f"sqlite:///{path}") as store:
        people = [store.person(f"person {one}") for one in range(PEOPLE)]
    revision = sha256(b"{}").hexdigest()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO scenario_revision VALUES (?, ?)", (revision, b"{}"))
        for number in range(1, attempts + 1):
            store_attempt(connection, number, people[number % PEOPLE], revision)
        connection.commit()


def store_attempt(
    connection: sqlite3.Connection, number: int, person: Person, revision: str
) -> None:
    """Store one attempt that is finished."""
    name, at = f"{number:032x}", 1_760_000_000_000 + number * 60_000
    record = AttemptRecord(
        name, person, "talk", revision, number, Mode.PRACTICE, "ja", at, at, None, None, DECISIONS
    )
    connection.execute(
        "INSERT INTO attempt VALUES (?, ?, ?, 'talk', ?, ?, 'practice', 'ja', ?, ?, NULL, NULL, "
        "NULL)",
        (number, name, person.id, revision, number, at, at),
    )
    last = beginning(record)
    for turn in range(1, DECISIONS + 1):
        taken = StoredDecision(turn, f"scene_{turn}", "ask_why", False, False, 1_500, at + turn)
        last = link(last, taken)
        row = (name, turn, taken.scene, taken.choice, 0, 0, taken.elapsed_ms, taken.at, last)
        connection.execute("INSERT INTO decision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    connection.execute(
        "INSERT INTO result VALUES (?, ?, '1', ?, ?, ?, NULL, ?, 'won', 87.5, 1, ?)",
        (number, name, revision, last.hex(), sha256(BODY.encode()).hexdigest(), at, BODY),
    )
    finished = (person.id, number, name, at)
    connection.execute("INSERT INTO finished_attempt VALUES (?, ?, ?, ?)", finished)


def count(path: Path) -> dict[str, int]:
    """Return the rows of each table."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608
            for name in METADATA.tables
        }


def bare(path: Path, server: str) -> None:
    """Put the rows into a schema of their own on the server, then take it away again."""
    with psycopg.connect(server) as before:
        before.execute("CREATE SCHEMA peer")
    Store.open(f"{server}{'&' if '?' in server else '?'}options=-csearch_path%3Dpeer").close()
    with (
        closing(sqlite3.connect(path)) as source,
        psycopg.connect(server, options="-csearch_path=peer") as target,
    ):
        for table in METADATA.sorted_tables:
            columns = ", ".join(table.columns.keys())
            with target.cursor().copy(f"COPY {table.name} ({columns}) FROM STDIN") as told_rows:
                for row in source.execute(f"SELECT {columns} FROM {table.name}"):  # noqa: S608
                    told_rows.write_row(row)
        target.commit()
        target.execute("DROP SCHEMA peer CASCADE")


if __name__ == "__main__":
    main()
