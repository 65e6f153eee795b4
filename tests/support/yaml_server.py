"""The YAML language server that editors use, from npm, spoken to over its standard streams."""

import json
import os
import queue
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import platformdirs
import pytest

VERSION: Final = "1.25.0"
PATIENCE: Final = 20.0
"""Seconds after which an answer that does not come is a failure."""
_TELLS_CONNECTIONS: Final = """\
const { Socket } = require("net");
const connect = Socket.prototype.connect;
Socket.prototype.connect = function (...to) {
  process.stderr.write("CONNECT " + JSON.stringify(to) + "\\n");
  return connect.apply(this, to);
};
"""
"""Loaded into the server before anything else: nothing it asks of the network stays unseen."""


def server_program() -> Path:
    """Return the server's program, installed once for this user.

    Without node, npm or a network the test is skipped and says why; where CI is set
    it fails instead, for there it must run.
    """
    missing = [name for name in ("node", "npm") if shutil.which(name) is None]
    if missing:
        _give_up(f"{' and '.join(missing)} not installed")
    folder = platformdirs.user_cache_path("salesdojo-tests", appauthor=False)
    home = folder / f"yaml-language-server-{VERSION}"
    program = home / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
    if not program.is_file():
        _install(home)
    return program


def _install(home: Path) -> None:
    home.parent.mkdir(parents=True, exist_ok=True)
    # Aside, then renamed: another worker may be installing too, and whole is whole.
    with tempfile.TemporaryDirectory(dir=home.parent) as aside:
        package = f"yaml-language-server@{VERSION}"
        order = ["npm", "i", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", aside]
        try:
            done = subprocess.run(
                [*order, package], capture_output=True, text=True, timeout=50, check=False
            )
        except subprocess.TimeoutExpired:
            _give_up(f"npm could not install {package} within 50 seconds")
        if done.returncode:
            _give_up(f"npm could not install {package}: {done.stderr.strip()[:300]}")
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(aside, home, dirs_exist_ok=True)


def _give_up(reason: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a document as the protocol counts it."""

    uri: str
    line: int
    """From 0."""
    character: int
    """From 0, in UTF-16 units; the tests' lines have no wider ones before the place."""


class YamlServer:
    """A running server, and the documents opened in it."""

    def __init__(self, folder: Path, program: Path, **schemas: str) -> None:
        """Serve `folder`; `schemas` are patterns of files by the path of their schema."""
        preload = folder / "tells_connections.cjs"
        preload.write_text(_TELLS_CONNECTIONS, encoding="utf-8")
        self._complaints = (folder / "stderr.txt").open("w+b")
        self._process = subprocess.Popen(
            ["node", "--require", preload, program, "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
            cwd=folder,
        )
        self._folder = folder
        self._schemas = schemas
        self._asked = 0
        self._opened = 0
        self._said: queue.Queue[dict[str, Any]] = queue.Queue()
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        snippets = {"completionItem": {"snippetSupport": True}}
        self._ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": self._folder.as_uri(),
                "capabilities": {
                    "workspace": {"configuration": True},
                    "textDocument": {"completion": snippets, "hover": {}, "publishDiagnostics": {}},
                },
            },
        )
        self._tell("initialized", {})
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        self._thread.join(PATIENCE)
        for stream in (self._process.stdin, self._process.stdout, self._complaints):
            if stream is not None:
                stream.close()

    @property
    def connections(self) -> list[str]:
        """Every connection that the server began."""
        self._complaints.flush()
        self._complaints.seek(0)
        lines = self._complaints.read().decode().splitlines()
        return [line for line in lines if line.startswith("CONNECT")]

    def open(self, text: str) -> Place:
        """Open a document in which ``|`` marks a place, and return that place."""
        before, _, after = text.partition("|")
        self._opened += 1
        uri = (self._folder / f"document_{self._opened}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": before + after}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return Place(uri, before.count("\n"), len(before) - before.rfind("\n") - 1)

    def completions(self, text: str) -> dict[str, str]:
        """Return what is offered at the mark: by label, what is told about it."""
        found = self._at("completion", self.open(text))
        return {item["label"]: str(item.get("documentation", "")) for item in found["items"]}

    def hover(self, text: str) -> str:
        """Return what is told about the thing at the mark."""
        found = self._at("hover", self.open(text))
        return "" if found is None else str(found["contents"]["value"])

    def diagnostics(self, text: str) -> list[tuple[int, int, str]]:
        """Return what is wrong with a document: line and column from 1, and the message."""
        uri = self.open(text).uri
        while True:
            said = self._said.get(timeout=PATIENCE)
            self._answer(said)
            if said.get("method") == "textDocument/publishDiagnostics":
                if said["params"]["uri"] != uri:
                    continue
                return [
                    (
                        one["range"]["start"]["line"] + 1,
                        one["range"]["start"]["character"] + 1,
                        one["message"],
                    )
                    for one in said["params"]["diagnostics"]
                ]

    def _at(self, what: str, place: Place) -> Any:
        position = {"line": place.line, "character": place.character}
        asked = {"textDocument": {"uri": place.uri}, "position": position}
        return self._ask(f"textDocument/{what}", asked)

    def _ask(self, method: str, params: Mapping[str, Any]) -> Any:
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        while True:
            said = self._said.get(timeout=PATIENCE)
            if said.get("id") == self._asked and "method" not in said:
                assert "error" not in said, said
                return said["result"]
            self._answer(said)

    def _answer(self, said: Mapping[str, Any]) -> None:
        """Answer what the server asks of an editor: its settings."""
        if "id" not in said or "method" not in said:
            return
        result = None
        if said["method"] == "workspace/configuration":
            result = [self._settings(item["section"]) for item in said["params"]["items"]]
        self._send({"id": said["id"], "result": result})

    def _settings(self, section: str) -> dict[str, Any]:
        if section != "yaml":
            return {}
        # The store of schemas is a catalogue on the internet, and on by default.
        store = {"enable": False}
        return {"validate": True, "hover": True, "completion": True, "schemaStore": store,
                "schemas": self._schemas}  # fmt: skip

    def _tell(self, method: str, params: Mapping[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _send(self, said: Mapping[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **said}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        length = 0
        while line := stream.readline():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
            elif not line.strip():
                self._said.put(json.loads(stream.read(length)))
