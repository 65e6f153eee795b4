"""Ends that come from outside, where there is no full screen: Ctrl-C, TERM, HUP.

The full screen has its own watch (`salesdojo.tui.signals`), which puts these
handlers aside while it runs.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final, NoReturn

SHELL_BASE: Final = 128
"""A process ended by signal n has the exit code 128 + n."""
_ENDING: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class EndedError(KeyboardInterrupt):
    """Someone wants this process to end; like Ctrl-C, no ``except Exception`` may hold it up."""

    def __init__(self, number: int) -> None:
        """Keep the signal's `number`."""
        super().__init__(number)
        self.signal = signal.Signals(number).name
        self.exit_code = SHELL_BASE + number


@contextmanager
def endings_heard() -> Iterator[None]:
    """Raise `EndedError` on an ending signal.

    A second signal ends the process at once. What was ignored before (`nohup`, a job
    in the background) stays ignored.
    """
    usual = (signal.SIG_DFL, signal.default_int_handler)
    before = {
        number: handler for number in _ENDING if (handler := signal.getsignal(number)) in usual
    }

    def end(number: int, _frame: FrameType | None) -> NoReturn:
        for heard in before:
            signal.signal(heard, signal.SIG_DFL)
        raise EndedError(number)

    for number in before:
        signal.signal(number, end)
    try:
        yield
    finally:
        if not any(signal.getsignal(number) is signal.SIG_DFL for number in before):
            for number, handler in before.items():
                signal.signal(number, handler)
