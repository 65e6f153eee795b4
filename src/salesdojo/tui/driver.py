"""The terminal driver: Textual's, but stopped and continued at safe points.

Textual stops inside the signal handler, where the writer's lock may be held, by
SIGSTOP, which nobody undoes where there is no job control; and on SIGCONT after a
stop that it did not see it starts its threads a second time (Textual 8.2.8).
"""

import signal
from types import FrameType
from typing import TYPE_CHECKING, Any

from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from textual.app import App


class DojoDriver(LinuxDriver):
    """Draws on a terminal of Linux and other Unixes."""

    _stopped = False
    """Between a stop of ours and the moment it was continued."""

    def __init__(
        self,
        app: "App[Any]",
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        """Draw for `app`, from the start in the size that the terminal has."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        # A terminal that tells no size is 80x24 for this driver, but 80x25 for the app: laid
        # out for both in turn, the first screen would be painted without end (Textual 8.2.8).
        self._size = self._get_terminal_size()

    def _sigtstp_application(self, _signal: int = 0, _frame: FrameType | None = None) -> None:
        self._loop.call_soon_threadsafe(self._stop)

    def _sigcont_application(self, _signal: int = 0, _frame: FrameType | None = None) -> None:
        if not self._stopped:
            self._loop.call_soon_threadsafe(self._take_terminal_back)

    def _stop(self) -> None:
        """Give the terminal back, stop here, and go on where somebody continues us."""
        self._app.app_suspend_signal.publish(self._app)
        self.suspend_application_mode()
        self._stopped = True
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        # Without job control (an orphaned process group) the kernel ignores this: we just go on.
        signal.raise_signal(signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self._sigtstp_application)
        self._stopped = False
        self.resume_application_mode()
        self._draw_again()

    def _take_terminal_back(self) -> None:
        """After a stop we did not see, the shell has changed the terminal's modes."""
        self.suspend_application_mode()
        self.resume_application_mode()
        self._draw_again()

    def _draw_again(self) -> None:
        self._app.app_resume_signal.publish(self._app)
        self._app.refresh(layout=True)
