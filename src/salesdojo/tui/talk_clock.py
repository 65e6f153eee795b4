"""The clock of a talk: how long its decision still has, and when its time stands still."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from salesdojo.tui.stopwatch import Seconds, Stopwatch
from salesdojo.tui.too_small import too_small

if TYPE_CHECKING:
    from textual.screen import Screen

_TICK: Final = 0.1
"""Seconds between two looks at a deadline."""


class TalkClock:
    """Times one decision after the other."""

    def __init__(
        self,
        screen: "Screen[None]",
        seconds: Seconds,
        *,
        waits: bool,
        tell: Callable[[float | None], None],
    ) -> None:
        """Time what is decided on `screen`, once it is mounted.

        Args:
            screen: which shows the talk.
            seconds: what is measured by.
            waits: in a practice time passes only while the choices can be read.
            tell: told now and then how many seconds are left of a deadline.
        """
        self._screen = screen
        self._seconds = seconds
        self._waits = waits
        self._tell = tell
        self._watch = Stopwatch(seconds)
        self._deadline: float | None = None
        self._taken = False
        self._ticker = screen.set_interval(_TICK, self._tick, pause=True)
        # The process stops right after the first of these: it cannot wait its turn.
        screen.app.app_suspend_signal.subscribe(screen, self._stop, immediate=True)
        screen.app.app_resume_signal.subscribe(screen, lambda _: self.mind())

    @property
    def left(self) -> float | None:
        """The seconds left, 0 when time is up, None where silence never decides."""
        return None if self._deadline is None else max(0.0, self._deadline - self._watch.elapsed)

    @property
    def elapsed_ms(self) -> int:
        """Milliseconds that the decision has taken so far."""
        return round(self._watch.elapsed * 1000)

    def start(self, deadline: float | None) -> None:
        """Time a new decision, which has `deadline` seconds, or all the time in the world."""
        self._deadline = deadline
        self._taken = False
        self._watch = Stopwatch(self._seconds)
        self.mind()
        if deadline is not None:
            self._ticker.resume()

    def stop(self) -> None:
        """Stand still: the decision is taken."""
        self._taken = True
        self._watch.stop()
        self._ticker.pause()

    def mind(self) -> None:
        """Stand still, or run, as what can be seen has changed."""
        unseen = not self._screen.is_active or too_small(self._screen.app.size)
        if self._taken or (unseen and self._waits):
            self._watch.stop()
        else:
            self._watch.go_on()

    def _stop(self, _: object) -> None:
        if self._waits:
            self._watch.stop()

    def _tick(self) -> None:
        self._tell(self.left)
