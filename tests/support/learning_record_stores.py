"""Learning record stores: small ones that answer as a test wants, and real ones that others wrote.

The real ones are not ours to depend on: `.ci/stores` installs them in a folder of their own.
"""

import json
import os
import socket
import subprocess
import threading
import time
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest

STORES: Final = "SALESDOJO_TEST_STORES"
"""The folder in which `.ci/stores` installed the real ones."""
_PATIENCE: Final = 60.0
USER: Final = "tester"
PASSWORD: Final = "s3cret-word"  # noqa: S105 - of a store that lives for one test


_RALPH_APPENDS: Final = """\
import sys
import uvicorn
from ralph.backends.data.base import BaseOperationType
from ralph.backends.data.fs import FSDataBackend
FSDataBackend.default_operation_type = BaseOperationType.APPEND
uvicorn.run("ralph.api:app", host="127.0.0.1", port=int(sys.argv[1]))
"""
"""Left to itself, its store in a file takes one request and then never another."""


@dataclass(frozen=True)
class Reply:
    """What a small store answers to a request."""

    status: int = 200
    body: str | None = None
    """None for the ids of what was sent, as a store gives them back."""
    headers: dict[str, str] = field(default_factory=dict)
    after: float = 0.0
    """Seconds it takes."""
    hangs_up: bool = False
    stops: bool = False
    """In the middle of the answer."""
    drips: float = 0.0
    """Seconds between a byte and the next."""


@dataclass
class SmallStore:
    """A real server on this machine; `script` says how it answers, then it takes all."""

    url: str
    script: list[Reply] = field(default_factory=list)
    asked: list[list[dict[str, Any]]] = field(default_factory=list)
    """The statements of each request."""
    headers: list[dict[str, str]] = field(default_factory=list)
    decide: Callable[[list[dict[str, Any]]], Reply] | None = None
    """Answers instead of the script, where there is one."""

    @property
    def taken(self) -> list[dict[str, Any]]:
        """Every statement of every request."""
        return [one for request in self.asked for one in request]


@contextmanager
def small_store(*script: Reply) -> Iterator[SmallStore]:
    """Give a store that runs."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            store.headers.append(dict(self.headers))
            reply = Reply()
            if store.decide is not None:
                reply = store.decide(sent)
            elif store.script:
                reply = store.script.pop(0)
            time.sleep(reply.after)
            if reply.hangs_up:
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            store.asked.append(sent)
            ids = json.dumps([one["id"] for one in sent])
            body = (ids if reply.body is None else reply.body).encode()
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if reply.stops:
                self.wfile.write(body[:10])
                self.connection.shutdown(socket.SHUT_RDWR)
            elif reply.drips:
                for byte in body:
                    self.wfile.write(bytes((byte,)))
                    time.sleep(reply.drips)
            else:
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign] # who hung up is gone
    store = SmallStore(f"http://127.0.0.1:{server.server_port}/xAPI", list(script))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield store
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def nowhere() -> str:
    """Return the address of a port at which nobody answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/xAPI"


@dataclass(frozen=True)
class RealStore:
    """A store that nobody here wrote."""

    url: str
    """With user and password."""
    page: str
    """Of its statements, without them."""

    def get(self, statement: str) -> dict[str, Any] | None:
        """Return a statement as the store gives it back."""
        found = self._asked(f"?statementId={statement}")
        if found and "statements" in found:  # ralph gives a list of one
            found = next(iter(found["statements"]), None)
        return found if found and "id" in found else None

    def voided(self, statement: str) -> dict[str, Any] | None:
        """Return a statement that was taken back."""
        return self._asked(f"?voidedStatementId={statement}")

    def post(self, statements: Sequence[dict[str, Any]]) -> int:
        """Send statements past our own sender; return the status."""
        body = json.dumps(list(statements)).encode()
        request = Request(self.page, body, _headers(), method="POST")  # noqa: S310 - on this machine
        try:
            with urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310
                return int(answer.status)
        except URLError as refusal:
            return int(getattr(refusal, "code", 0))

    def _asked(self, query: str) -> dict[str, Any] | None:
        request = Request(f"{self.page}{query}", headers=_headers())  # noqa: S310 - as above
        try:
            with urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310
                return dict(json.load(answer))
        except URLError:
            return None


@contextmanager
def real_store(name: str, folder: Path) -> Iterator[RealStore]:
    """Run the store `name` (``ralph``, ``strict``), with what it keeps in `folder`.

    Where none are installed the test is skipped and says why; where CI is set it fails.
    """
    place = os.environ.get(STORES)
    if place is None:
        reason = f"no learning record store: {STORES} names no folder (.ci/stores installs them)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    port = int(nowhere().rpartition(":")[2].partition("/")[0])
    command, variables = {"ralph": _ralph, "strict": _strict}[name](Path(place), folder, port)
    with (folder / "store.log").open("wb") as log:
        running = subprocess.Popen(
            command, env={**os.environ, **variables}, cwd=folder, stdout=log, stderr=log
        )
    try:
        _wait_for(f"http://127.0.0.1:{port}/xAPI/about", running, folder / "store.log")
        host = f"127.0.0.1:{port}/xAPI"
        yield RealStore(f"http://{USER}:{PASSWORD}@{host}", f"http://{host}/statements")
    finally:
        running.terminate()
        running.wait(_PATIENCE)


def _ralph(place: Path, folder: Path, port: int) -> tuple[list[str], dict[str, str]]:
    python = place / "ralph" / "bin" / "python"
    variables = {
        "RALPH_APP_DIR": str(folder),
        "RALPH_RUNSERVER_BACKEND": "fs",
        "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(folder),
    }
    subprocess.run(
        [str(python.with_name("ralph")), "auth", "-u", USER, "-p", PASSWORD, "-s", "all",
         "-M", "mailto:tester@example.com", "-w"],
        env={**os.environ, **variables}, check=True, capture_output=True,
    )  # fmt: skip
    return [str(python), "-c", _RALPH_APPENDS, str(port)], variables


def _strict(place: Path, folder: Path, port: int) -> tuple[list[str], dict[str, str]]:
    (folder / "accessLogs").mkdir()
    server = place / "strict/node_modules/@learninglocker/xapi-statements/dist/server.js"
    loopback = Path(__file__).with_name("loopback.cjs")
    return ["node", "--require", str(loopback), str(server)], {
        "MODELS_REPO": "memory",
        "STORAGE_REPO": "local",
        "EVENTS_REPO": "test",
        "AUTH_REPO": "test",
        "EXPRESS_PORT": str(port),
        "SERVICE_AWAIT_UPDATES": "true",
        "FS_LOCAL_STORAGE_DIR": str(folder),
    }


def _wait_for(page: str, running: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if running.poll() is not None:
            break
        try:
            with urlopen(Request(page, headers=_headers()), timeout=5):  # noqa: S310 - as above
                return
        except URLError as answer:
            if getattr(answer, "code", 0):  # it answers, though not to this
                return
        time.sleep(0.1)
    pytest.fail(f"the store does not run: {log.read_text(errors='replace')[-2000:]}")


def _headers() -> dict[str, str]:
    token = b64encode(f"{USER}:{PASSWORD}".encode()).decode()
    return {
        "Authorization": f"Basic {token}",
        "Content-Type": "application/json",
        "X-Experience-API-Version": "1.0.3",
    }
