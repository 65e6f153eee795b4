"""Ends that come from outside: INT, TERM, HUP, and a terminal that is gone.

The app ends within a second, whatever it is doing; the terminal gets back the
modes it had. Nothing needs saving: a decision is durable before it is shown.
"""

import os
import select
import signal
import sys
import termios
from asyncio import AbstractEventLoop
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread
from types import FrameType, TracebackType
from typing import Any, Final, Self, TextIO

SHELL_BASE: Final = 128
"""A process ended by signal n has the exit code 128 + n."""
PATIENCE: Final = 0.7
"""Seconds the app has to end by itself."""
_ENDING: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_GONE: Final = select.POLLHUP | select.POLLERR
_BACK_TO_NORMAL: Final = (
    b"\x1b[?2004l\x1b[?7h\x1b[?2048l"  # paste, line wrap, reports of the size
    b"\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"  # mouse
    b"\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"  # kitty keys, alternate screen, cursor, focus
)


class SignalWatch:
    """Watches, while it is entered, for what ends the app; main thread only.

    A thread does the watching, fed by the C level of Python's signal handling: it
    acts even while the main thread is stuck in a write to a stalled terminal.
    """

    def __init__(self, loop: AbstractEventLoop, leave: Callable[[int], object]) -> None:
        """Call `leave` with an exit code, in `loop`, when the app is to end."""
        self._loop = loop
        self._leave = leave
        self._ended = Event()
        self._stdin = _number(sys.__stdin__)
        self._screen = _number(sys.__stderr__)
        self._modes = _modes(self._stdin)
        self._before: dict[signal.Signals, Any] = {}
        self._thread = Thread(target=self._watch, name="dojo-signals", daemon=True)

    def __enter__(self) -> Self:
        """Begin to watch."""
        self._hear, self._tell = os.pipe()
        os.set_blocking(self._tell, False)
        self._wakeup_before = signal.set_wakeup_fd(self._tell, warn_on_full_buffer=False)
        for number in _ENDING:
            self._before[number] = signal.signal(number, _heard)
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop watching; the handlers are as they were."""
        self._ended.set()
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._wakeup_before)
        # A byte that is no ending signal wakes the thread, which then sees the end.
        os.write(self._tell, b"\0")
        self._thread.join()
        os.close(self._hear)
        os.close(self._tell)

    def _watch(self) -> None:
        poll = select.poll()
        poll.register(self._hear, select.POLLIN)
        if self._stdin is not None:
            # No event is asked for: only the end of the terminal wakes us, never a key.
            poll.register(self._stdin, 0)
        while not self._ended.is_set():
            for place, what in poll.poll():
                if place == self._hear:
                    self._obey(os.read(self._hear, 64))
                elif what & _GONE:
                    # Nobody is left to draw for, and Textual's reader would spin.
                    os._exit(SHELL_BASE + signal.SIGHUP)
                else:
                    poll.unregister(place)

    def _obey(self, signals: bytes) -> None:
        for number in signals:
            if number in _ENDING:
                self._end(SHELL_BASE + number)
                return

    def _end(self, code: int) -> None:
        with suppress(RuntimeError):  # the loop is closed: the app has ended already
            self._loop.call_soon_threadsafe(self._leave, code)
        if not self._ended.wait(PATIENCE):
            self._break_off(code)

    def _break_off(self, code: int) -> None:
        """End at once: the app is stuck, in a stalled terminal or a waiting database."""
        if self._screen is not None and select.select((), (self._screen,), (), 0)[1]:
            with suppress(OSError):
                os.write(self._screen, _BACK_TO_NORMAL)
        if self._modes is not None and self._stdin is not None:
            with suppress(termios.error):
                termios.tcsetattr(self._stdin, termios.TCSANOW, self._modes)
        os._exit(code)


def _heard(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: the byte that Python wrote for the signal does the rest."""


def _number(stream: TextIO | None) -> int | None:
    if stream is None:
        return None
    try:
        return stream.fileno()
    except (OSError, ValueError):
        return None


def _modes(stdin: int | None) -> list[Any] | None:
    if stdin is None:
        return None
    try:
        return termios.tcgetattr(stdin)
    except termios.error:
        return None
