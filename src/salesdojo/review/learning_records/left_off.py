"""Where sending to a store left off, kept in a small file of the user's.

A convenience: without it everything is sent again, which changes nothing there.
"""

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from salesdojo.records.kept_file import keep_file
from salesdojo.review.exporting.chosen import FIRST, LAST

OVERLAP: Final = 200
"""Results before the last one that a server's are sent again from: it numbers them before others
can see them, so that a smaller number may come later. SQLite has one writer at a time."""
DAY: Final = 86_400_000
"""Milliseconds by which the clocks of those who leave attempts may differ."""


@dataclass(frozen=True, slots=True)
class Through:
    """What the store has taken."""

    result: int = 0
    """The number of the last result; 0 for none."""
    left_at: int = FIRST
    """When the last of the attempts that were left was; UTC in milliseconds."""


@dataclass(frozen=True, slots=True)
class LeftOff:
    """The file that remembers it."""

    file: Path

    @classmethod
    def of(cls, folder: Path, *what: str) -> "LeftOff":
        """Return the file in `folder` for a store and what is sent to it."""
        name = sha256("\0".join(what).encode(errors="backslashreplace")).hexdigest()[:32]
        return cls(folder / f"{name}.json")

    def read(self) -> Through:
        """Return what was taken; nothing where that is not known."""
        try:
            held = json.loads(self.file.read_bytes())
            result, left_at = int(held["result"]), int(held["left_at"])
        except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
            return Through()
        sound = 0 <= result < LAST and FIRST <= left_at < LAST
        return Through(result, left_at) if sound else Through()

    def keep(self, through: Through, shown: str) -> bool:
        """Remember what was taken; say whether that could be done."""
        written = json.dumps({"store": shown, **asdict(through)}).encode()
        return keep_file(self.file, written, private=True)
