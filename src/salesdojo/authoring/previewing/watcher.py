"""A thread that looks at a file some thirty times a second and tells when it is to be read."""

import time
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import Final

from salesdojo.authoring.previewing.watching import FileWatch, Look, Sight, look

_CALM: Final = 0.03
"""Seconds between two looks while nothing happens; four stats take 10 microseconds."""
_KEEN: Final = 0.015
"""Seconds between two looks once something has changed."""


class FileWatcher(Thread):
    """Watches a file until `stop`; it never reads it."""

    def __init__(self, file: Path, known: Look, tell: Callable[[Sight, Look], None]) -> None:
        """Call `tell`, in this thread, with what was seen and the look it was seen at."""
        super().__init__(name="preview-watch", daemon=True)
        self._file = file
        self._known = known
        self._tell = tell
        self._paths = tuple(known)
        self._stopped = Event()

    def watch_also(self, others: tuple[Path, ...]) -> None:
        """Watch these files beside the first, in the place of those watched so far."""
        self._paths = (self._file, *(path for path in others if path != self._file))

    def stop(self) -> None:
        """End soon; nothing is told any more."""
        self._stopped.set()

    def run(self) -> None:
        """Look, wait, and look again."""
        watch = FileWatch(self._file, self._known)
        paths = tuple(self._known)
        while not self._stopped.wait(_KEEN if watch.unsettled else _CALM):
            wanted = self._paths
            seen = look(wanted)
            if wanted != paths:
                watch.widen(seen)
                paths = wanted
            sight = watch.see(seen, time.monotonic())
            if sight is not None and not self._stopped.is_set():
                self._tell(sight, seen)
