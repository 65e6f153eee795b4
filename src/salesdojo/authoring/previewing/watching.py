"""When a file on disk counts as changed: once it is at rest, whichever way an editor saves.

Editors rename a new file over the old one, cut it to nothing and write it again,
or delete it and make another. Between two looks any half of that can be seen.
"""

import os
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Final

QUIET: Final = 0.04
"""Seconds in which nothing may have changed before the file is read."""
PATIENCE: Final = 0.4
"""Seconds for which a file that is missing or empty may still be on its way."""

Stamp = tuple[int, ...] | None
"""What tells two states of a file apart; None where there is no file."""
Look = Mapping[Path, Stamp]

_SIZE: Final = 0


class Sight(StrEnum):
    """What a look at the file is worth telling."""

    CHANGED = "changed"
    GONE = "gone"


def look(paths: Iterable[Path]) -> Look:
    """Look at files, without opening them."""
    return {path: _stamp(path) for path in paths}


def _stamp(path: Path) -> Stamp:
    try:
        found = os.stat(path)  # noqa: PTH116 - Path.stat hides some errors and not others
    except (OSError, ValueError):
        return None
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_dev)


class FileWatch:
    """Told every look at a file and those it rests on, says when to read it again."""

    def __init__(self, file: Path, known: Look) -> None:
        """Begin with what was read at the look `known`."""
        self._file = file
        self._told = dict(known)
        self._seen = dict(known)
        self._since = 0.0

    @property
    def unsettled(self) -> bool:
        """Whether something has changed that was not told yet."""
        return self._seen != self._told

    def widen(self, paths: Look) -> None:
        """Watch these files from now on; those watched before keep what is known of them."""
        self._told = {path: self._told.get(path, stamp) for path, stamp in paths.items()}
        self._seen = {path: self._seen.get(path, stamp) for path, stamp in paths.items()}

    def see(self, seen: Look, now: float) -> Sight | None:
        """Take in a look at the time `now` (seconds, never backwards)."""
        if seen != self._seen:
            self._seen = dict(seen)
            self._since = now
            return None
        if not self.unsettled or now - self._since < self._patience():
            return None
        self._told = dict(seen)
        return Sight.GONE if seen[self._file] is None else Sight.CHANGED

    def _patience(self) -> float:
        changed = (stamp for path, stamp in self._seen.items() if stamp != self._told.get(path))
        waiting = any(stamp is None or stamp[_SIZE] == 0 for stamp in changed)
        return PATIENCE if waiting else QUIET
