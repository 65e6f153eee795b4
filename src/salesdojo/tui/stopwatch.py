"""Seconds that passed while nobody paused: what deadlines are measured by."""

from collections.abc import Callable

Seconds = Callable[[], float]
"""A clock that never goes back, whatever its zero."""


class Stopwatch:
    """Runs from the moment it is made."""

    def __init__(self, clock: Seconds) -> None:
        """Measure by `clock`."""
        self._clock = clock
        self._since: float | None = clock()
        self._before = 0.0

    @property
    def elapsed(self) -> float:
        """Seconds so far, without those it stood still."""
        running = 0.0 if self._since is None else self._clock() - self._since
        return self._before + running

    def stop(self) -> None:
        """Stand still."""
        self._before = self.elapsed
        self._since = None

    def go_on(self) -> None:
        """Run on, if it stood still."""
        if self._since is None:
            self._since = self._clock()
