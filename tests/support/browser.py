"""A real browser without a window, driven over a pipe by the Chrome DevTools Protocol."""

import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from select import select
from typing import Any, Final

import platformdirs
import pytest

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
AXE: Final = "4.14.1"
PATIENCE: Final = 30.0
"""Seconds after which an answer that does not come is a failure."""
_QUIET: Final = (
    "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage", "--remote-debugging-pipe",
    # Nothing gets out, whatever a page asks for: nobody listens there.
    "--proxy-server=127.0.0.1:9", "--proxy-bypass-list=<-loopback>",
)  # fmt: skip
_ON_3_AND_4: Final = """
import fcntl, os, sys
apart = [fcntl.fcntl(int(one), fcntl.F_DUPFD, 10) for one in sys.argv[1:3]]
for end, wanted in zip(apart, (3, 4)):
    os.dup2(end, wanted)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""The protocol is spoken on the files 3 and 4; a shell can name no number above 9."""


def browser_program() -> str:
    """Return the browser; without one the test is skipped, where CI is set it fails."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        give_up(f"none of {', '.join(NAMES)} is installed")
    return str(found)


def axe_script() -> str:
    """Return axe-core, installed once for this user; where it cannot be, as above."""
    folder = platformdirs.user_cache_path("salesdojo-tests", appauthor=False) / f"axe-core-{AXE}"
    script = folder / "node_modules" / "axe-core" / "axe.min.js"
    if not script.is_file():
        _install(folder)
    return script.read_text("utf-8")


def _install(folder: Path) -> None:
    if shutil.which("npm") is None:
        give_up("npm is not installed")
    folder.parent.mkdir(parents=True, exist_ok=True)
    # Aside, then renamed: another worker may be installing too, and whole is whole.
    with tempfile.TemporaryDirectory(dir=folder.parent) as aside:
        order = ["npm", "i", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", aside]
        try:
            done = subprocess.run(
                [*order, f"axe-core@{AXE}"], capture_output=True, text=True, timeout=50, check=False
            )
        except subprocess.TimeoutExpired:
            give_up("npm could not install axe-core within 50 seconds")
        if done.returncode:
            give_up(f"npm could not install axe-core: {done.stderr.strip()[:300]}")
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(aside, folder, dirs_exist_ok=True)


def give_up(reason: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@dataclass
class Tab:
    """An open page, and what happened in it."""

    write_to: int
    read_from: int
    session: str = ""
    asked: int = 0
    rest: bytes = b""
    requests: list[str] = field(default_factory=list)
    """Every address that was asked for."""
    complaints: list[str] = field(default_factory=list)
    """What the console has, and errors of scripts."""
    happened: set[str] = field(default_factory=set)

    def ask(self, method: str, **params: Any) -> Mapping[str, Any]:
        """Ask the browser for something and wait for its answer."""
        self.asked += 1
        said = {"id": self.asked, "method": method, "params": params}
        if self.session:
            said["sessionId"] = self.session
        os.write(self.write_to, json.dumps(said).encode() + b"\0")
        while True:
            heard = self._heard()
            if heard.get("id") == self.asked:
                assert "error" not in heard, heard["error"]
                result: Mapping[str, Any] = heard["result"]
                return result

    def wait_for(self, event: str) -> None:
        """Wait until `event` happened."""
        while event not in self.happened:
            self._heard()

    def begin(self) -> None:
        """Forget what happened before."""
        self.requests.clear()
        self.complaints.clear()

    def open(self, page: Path) -> None:
        """Open a page, and wait until all of it is there."""
        self.happened.discard("Page.loadEventFired")
        self.ask("Page.navigate", url=page.as_uri())
        self.wait_for("Page.loadEventFired")

    def evaluate(self, script: str) -> Any:
        """Return what `script` comes to, its promise waited for."""
        told = self.ask(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in told, told["exceptionDetails"]
        return told["result"].get("value")

    def violations(self) -> list[str]:
        """Return what axe finds that is serious or critical, with where it is."""
        self.evaluate(axe_script())
        found = self.evaluate("axe.run().then(told => told.violations)")
        return [
            f"{one['id']}: {node['html']}"
            for one in found
            if one["impact"] in {"serious", "critical"}
            for node in one["nodes"]
        ]

    def pdf(self) -> bytes:
        """Return the page as it is printed."""
        told = self.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        return base64.b64decode(told["data"])

    def picture(self) -> bytes:
        """Return the whole page as PNG."""
        told = self.ask("Page.captureScreenshot", captureBeyondViewport=True)
        return base64.b64decode(told["data"])

    def _heard(self) -> dict[str, Any]:
        until = time.monotonic() + PATIENCE
        while b"\0" not in self.rest:
            ready, _, _ = select([self.read_from], [], [], max(0.0, until - time.monotonic()))
            assert ready, "the browser does not answer"
            more = os.read(self.read_from, 1 << 16)
            assert more, "the browser has gone"
            self.rest += more
        line, _, self.rest = self.rest.partition(b"\0")
        heard: dict[str, Any] = json.loads(line)
        self._note(heard)
        return heard

    def _note(self, heard: dict[str, Any]) -> None:
        method, params = heard.get("method", ""), heard.get("params", {})
        self.happened.add(method)
        if method == "Network.requestWillBeSent":
            self.requests.append(params["request"]["url"])
        elif method in {"Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded"}:
            self.complaints.append(json.dumps(params))


@contextmanager
def browser(folder: Path) -> Iterator[Tab]:
    """Start a browser with a profile of its own in `folder`, and give an empty page of it."""
    theirs_in, ours_out = os.pipe()
    ours_in, theirs_out = os.pipe()
    order = [browser_program(), *_QUIET, f"--user-data-dir={folder / 'profile'}"]
    if os.geteuid() == 0:
        order.append("--no-sandbox")  # its sandbox is not for root
    order.append("about:blank")
    with subprocess.Popen(
        [sys.executable, "-c", _ON_3_AND_4, str(theirs_in), str(theirs_out), *order],
        pass_fds=(theirs_in, theirs_out),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        for end in (theirs_in, theirs_out):
            os.close(end)
        tab = Tab(ours_out, ours_in)
        try:
            made = tab.ask("Target.createTarget", url="about:blank")
            told = tab.ask("Target.attachToTarget", targetId=made["targetId"], flatten=True)
            tab.session = told["sessionId"]
            for part in ("Page", "Network", "Runtime", "Log"):
                tab.ask(f"{part}.enable")
            yield tab
        finally:
            process.kill()
            process.wait()
            for end in (ours_out, ours_in):
                os.close(end)
