"""A real pseudo-terminal with a screen that can be read, and a process that can be killed."""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

from support.warm import warm_cache

SALESDOJO = (sys.executable, "-m", "salesdojo")
PATIENCE = 30.0
"""Seconds after which a screen that does not come is a failure: CI machines are slow."""


def surroundings(home: Path, **more: str) -> dict[str, str]:
    """Return an environment whose every folder lies below `home`; the shipped pack is known."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "SALESDOJO_CACHE": str(warm_cache(home / "cache")),
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
        """Start `command`; it leads its own session and owns the terminal."""
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self._rows: list[str] = []
        """As they were read last; `dirty` are those that have changed since."""
        self.raw = b""
        """Everything the process wrote."""
        self._open = True
        self._master, slave = pty.openpty()
        self.resize(columns, lines)
        self._process = subprocess.Popen(
            command,
            env=dict(environment),
            cwd=folder,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            preexec_fn=_own_the_terminal,  # noqa: PLW1509 - the tests start it from one thread
        )
        os.close(slave)

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
        self.close_window()
        self._process.kill()
        self._process.wait()

    @property
    def pid(self) -> int:
        """The process."""
        return self._process.pid

    def read(self, seconds: float = 0.05) -> bool:
        """Take in what has been written; False when nothing more will come."""
        if not self._open:
            return False
        if not select.select([self._master], [], [], seconds)[0]:
            return True
        try:
            written = os.read(self._master, 65536)
        except OSError:
            return False
        self.raw += written
        # pyte does not know private queries such as CSI ? 2026 $ p: it would print them.
        self._stream.feed(re.sub(rb"\x1b\[\??[0-9;]*\$p|\x1b\[[<>=][0-9;]*u", b"", written))
        return bool(written)

    def text(self) -> str:
        """Return the screen as lines."""
        # Not pyte's own `display`: it stumbles over the second cell of a wide character.
        screen, columns = self._screen, range(self._screen.columns)
        self._rows[screen.lines :] = [""] * (screen.lines - len(self._rows))
        # What is composed onto the last cell of a row makes only the next one dirty.
        changed = screen.dirty.union(y - 1 for y in screen.dirty)
        for y in changed.intersection(range(screen.lines)):
            row = screen.buffer[y]
            self._rows[y] = "".join([row[x].data for x in columns]).rstrip()
        screen.dirty.clear()
        return "\n".join(self._rows)

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

    def wait_until_gone(self, pattern: str, patience: float = PATIENCE) -> None:
        """Read until the screen, which is not empty, no longer matches `pattern`."""
        self.wait_for(rf"(?s)\A(?!.*(?:{pattern})).*\S", patience)

    def press_until(self, keys: str, pattern: str, patience: float = PATIENCE) -> None:
        """Type `keys`, and again every two seconds, until the screen matches `pattern`."""
        until = time.monotonic() + patience
        while True:
            self.press(keys)
            try:
                self.wait_for(pattern, 2.0)
            except AssertionError:
                if time.monotonic() > until:
                    raise
            else:
                return

    def settle(self, seconds: float = 0.4) -> None:
        """Let the screen come to rest."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and self.read(0.02):
            pass

    def press(self, keys: str) -> None:
        """Type."""
        with contextlib.suppress(OSError):
            os.write(self._master, keys.encode())

    def resize(self, columns: int, lines: int) -> None:
        """Change the size of the window."""
        self._screen.resize(lines, columns)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the process."""
        self._process.send_signal(number)

    def close_window(self) -> None:
        """Close the terminal under the process, as a person closes the window."""
        if self._open:
            self._open = False
            os.close(self._master)

    def ended(self, patience: float = PATIENCE) -> int | None:
        """Return the exit code (negative: the signal), or None when it does not end."""
        until = time.monotonic() + patience
        while time.monotonic() < until:
            self.read(0.01)
            if self._process.poll() is not None:
                return self._process.returncode
            time.sleep(0.01)
        return None


def hear_signals() -> None:
    """Undo in a new process what `nohup` or a background job made it ignore."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def _own_the_terminal() -> None:
    hear_signals()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
