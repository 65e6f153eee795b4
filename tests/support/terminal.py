"""A real pseudo-terminal with a screen that can be read, and a process that can be killed."""

import contextlib
import os
import re
import signal
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pexpect
import pyte

SALESDOJO = (sys.executable, "-m", "salesdojo")
PATIENCE = 30.0
"""Seconds after which a screen that does not come is a failure: CI machines are slow."""


def surroundings(home: Path, **more: str) -> dict[str, str]:
    """Return an environment whose every folder lies below `home`."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "SALESDOJO_CACHE": str(home / "cache"),
        "SALESDOJO_DB": str(home / "dojo.db"),
        "USER": "trainee",
        "LOGNAME": "trainee",
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "SALESDOJO_LANG": "en",
        **more,
    }


class Terminal:
    """One command in a terminal of its own."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        *,
        columns: int = 80,
        lines: int = 24,
        folder: Path | None = None,
    ) -> None:
        """Start `command`; it becomes the leader of its own session."""
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        """Everything the process wrote."""
        self._process: pexpect.spawn[bytes] = pexpect.spawn(
            command[0],
            list(command[1:]),
            env=dict(environment),
            dimensions=(lines, columns),
            cwd=str(folder) if folder else None,
            timeout=PATIENCE,
        )

    def __enter__(self) -> Self:
        """Use the terminal within a ``with``: the process ends with it."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave no process behind."""
        self._process.close(force=True)

    @property
    def pid(self) -> int:
        """The process."""
        assert self._process.pid is not None
        return self._process.pid

    def read(self, seconds: float = 0.05) -> bool:
        """Take in what has been written; False when nothing more will come."""
        try:
            written = self._process.read_nonblocking(65536, seconds)
        except pexpect.TIMEOUT:
            return True
        except (pexpect.EOF, OSError):
            return False
        self.raw += written
        # pyte does not know private queries such as CSI ? 2026 $ p: it would print them.
        self._stream.feed(re.sub(rb"\x1b\[\??[0-9;]*\$p|\x1b\[[<>=][0-9;]*u", b"", written))
        return True

    def text(self) -> str:
        """Return the screen as lines."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def wait_for(self, pattern: str, patience: float = PATIENCE) -> re.Match[str]:
        """Read until the screen matches `pattern`."""
        until = time.monotonic() + patience
        going = True
        while time.monotonic() < until:
            found = re.search(pattern, self.text())
            if found:
                return found
            if not going:
                break
            going = self.read()
        msg = f"{pattern!r} did not come; the screen was:\n{self.text()}"
        raise AssertionError(msg)

    def press(self, keys: str) -> None:
        """Type."""
        self._process.send(keys)

    def resize(self, columns: int, lines: int) -> None:
        """Change the size of the window."""
        self._screen.resize(lines, columns)
        self._process.setwinsize(lines, columns)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the process."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, number)

    def close_window(self) -> None:
        """Close the terminal under the process, as a person closes the window."""
        os.close(self._process.child_fd)
        self._process.child_fd = -1
        self._process.closed = True

    def ended(self, patience: float = PATIENCE) -> int | None:
        """Return the exit code (negative: the signal), or None when it does not end."""
        until = time.monotonic() + patience
        while time.monotonic() < until:
            if not self._process.closed:
                self.read(0.01)
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.01)
        return None
