"""Records for tests: a talk to store, decisions, and writers in processes of their own."""

import os
import resource
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from salesdojo.content.model import Outcome
from salesdojo.errors import SalesdojoError
from salesdojo.practice.scoring import CriterionScore, Judged, MissedFact, Result
from salesdojo.records.database.upgrading import upgrade
from salesdojo.records.database.versions import SHIPPED, Migrations
from salesdojo.records.mode import Mode
from salesdojo.records.model import AttemptRecord, Fork, Person, StoredDecision
from salesdojo.records.store import Store
from support.servers import NOBODY, Base

LOADED = (
    "salesdojo.cli.parsing",
    "salesdojo.cli.plain",
    "salesdojo.cli.play_command",
    "salesdojo.content.reading",
    "salesdojo.records.store",
    "sqlalchemy.dialects.postgresql.psycopg",
    "sqlalchemy.dialects.sqlite",
    "alembic.command",
    "jsonschema_rs",
    "psycopg",
)
"""What is heavy. Not ourselves: in Python 3.11 a fork server does not find the tests' folder."""


@dataclass(frozen=True)
class Talk:
    """As much of a scenario as the store looks at."""

    canonical: bytes = b'{"scenario": "talk"}'
    id: str = "talk"

    @property
    def revision(self) -> str:
        return sha256(self.canonical).hexdigest()


def url(place: Path | Base) -> str:
    return place.url if isinstance(place, Base) else f"sqlite:///{place}"


def begun(store: Store, attempt_id: str = "a1", **changes: Any) -> AttemptRecord:
    """Begin an attempt of Aoki's at the talk."""
    keys: dict[str, Any] = {
        "person": changes.get("person") or store.person("Aoki"),
        "scenario": Talk(),
        "seed": 7,
        "mode": Mode.PRACTICE,
        "language": "ja",
        "at": 1_000,
        **changes,
    }
    return store.begin(attempt_id, **keys)


def fork(store: Store, attempt_id: str, of: str, turn: int) -> AttemptRecord:
    return begun(store, attempt_id, fork=Fork(of, turn))


def decision(turn: int, choice: str = "ask_why", **changes: Any) -> StoredDecision:
    keys: dict[str, Any] = {
        "scene": "opening",
        "timed_out": False,
        "hinted": False,
        "elapsed_ms": 1_500,
        "at": 1_000 + turn,
        **changes,
    }
    return StoredDecision(turn=turn, choice=choice, **keys)


def result(quality: float, *, passed: bool = True) -> Result:
    return Result(
        outcome=Outcome.WON,
        quality=quality,
        passed=passed,
        luck=-1 / 3,
        satisfaction=80,
        criteria={"inquiry": CriterionScore(3, 4, 0.75, 3)},
        breaches=("false_identity",),
        under_minimum=(),
        decisions=(
            Judged(1, "opening", "ask_why", 0.1, 0.0, ("a", "b"), {"inquiry": 3}, timed_out=True),
        ),
        learned=("cash",),
        missed=(MissedFact("boss", "opening", "ask_boss"),),
    )


def aoki(store: Store) -> Person:
    return store.person("Aoki")


def raw(place: Path | Base, statement: str) -> list[Any]:
    """Run SQL past the store, as another program would."""
    if isinstance(place, Base):
        return place.raw(statement)
    connection = sqlite3.connect(place, isolation_level=None)
    try:
        return connection.execute(statement).fetchall()
    finally:
        connection.close()


def unlock(place: Path | Base) -> None:
    """Take away the triggers that refuse to change decisions."""
    if isinstance(place, Base):
        raw(place, "DROP TRIGGER decision_refuses_changes ON decision")
        return
    raw(place, "DROP TRIGGER decision_refuses_update")
    raw(place, "DROP TRIGGER decision_refuses_delete")


def processes() -> ForkServerContext:
    """Return a context whose processes start fast: they fork from one that knows the program."""
    context = get_context("forkserver")
    context.set_forkserver_preload(list(LOADED))
    return context


@contextmanager
def lock_held(path: Path) -> Iterator[Connection]:
    """Let another process hold the database alone until it is sent something."""
    ours, theirs = processes().Pipe()
    holder = processes().Process(target=_hold, args=(path, theirs))
    holder.start()
    ours.recv()
    try:
        yield ours
    finally:
        stop(holder)


def stop(process: BaseProcess) -> None:
    process.kill()
    process.join()


def _hold(path: Path, told: Connection) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    told.send("held")
    told.recv()
    connection.execute("COMMIT")


def write_attempt(path: Path | Base, attempt_id: str, many: int) -> None:
    """Store an attempt of `many` decisions; the work of one process."""
    with Store.open(url(path)) as store:
        begun(store, attempt_id)
        for turn in range(1, many + 1):
            assert store.append(attempt_id, decision(turn)) >= turn


def write_until_full(path: Path, limit: int, told: Connection) -> None:
    """Write until no file may grow past `limit` bytes; tell how far it came, error and waits."""
    waits: list[float] = []
    with Store.open(url(path), on_wait=waits.append) as store:
        begun(store)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        turn = 0
        try:
            while True:
                store.append("a1", decision(turn + 1))
                turn += 1
        except SalesdojoError as error:
            told.send((turn, error.code, waits))


def read_only(path: Path, told: Connection) -> None:
    """Read and write as someone who may only read; tell what each came to."""
    if os.geteuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    with Store.open(url(path)) as store:
        told.send(len(store.decisions("a1")))
        try:
            store.append("a1", decision(2))
        except SalesdojoError as error:
            told.send(error.code)
    try:
        Store.open(url(path.parent / "new" / "dojo.db"))
    except SalesdojoError as error:
        told.send(error.code)


def as_version(path: Path, version: str) -> None:
    """Make of a database what an older version would have made, as far as it knew."""
    with TemporaryDirectory() as room:
        older = Path(room) / "older.db"
        upgrade(url(older), "1", migrations=migrations_until(version, Path(room) / "migrations"))
        names = raw(older, "SELECT name FROM sqlite_schema WHERE type = 'table'")
        connection = sqlite3.connect(older, isolation_level=None)
        connection.execute("ATTACH ? AS newer", (str(path),))
        for (table,) in names:
            columns = connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
            listed = ", ".join(column for (column,) in columns)
            if table != "alembic_version":
                connection.execute(
                    f"INSERT INTO {table} ({listed}) SELECT {listed} FROM newer.{table}"  # noqa: S608
                )
        connection.close()
        shutil.copy(older, path)


def migrations_until(version: str, folder: Path) -> Migrations:
    """Put the migrations up to `version` into `folder`, which is new."""
    shutil.copytree(SHIPPED.folder, folder)
    for migration in (folder / "versions").glob("0*.py"):
        if migration.name[:4] > version:
            migration.unlink()
    return Migrations(folder, version)
