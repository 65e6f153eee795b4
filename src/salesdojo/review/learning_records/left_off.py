"""Where sending to a store left off, kept in a small file of the user's.

A convenience: without it everything is sent again, which changes nothing there.
"""

import json
import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

OVERLAP: Final = 1_000
"""Results before the last one that are sent again: a server numbers them before they are there
for others to see, so that a smaller number may come later."""


@dataclass(frozen=True, slots=True)
class LeftOff:
    """The file that remembers it."""

    file: Path

    @classmethod
    def of(cls, folder: Path, *what: str) -> "LeftOff":
        """Return the file in `folder` for a store and what is sent to it."""
        name = sha256("\0".join(what).encode(errors="backslashreplace")).hexdigest()[:32]
        return cls(folder / f"{name}.json")

    def read(self) -> int:
        """Return the number of the last result that was taken; 0 where there is none."""
        try:
            held = json.loads(self.file.read_bytes())
            return max(0, int(held["result"]))
        except (OSError, ValueError, KeyError, TypeError, OverflowError):
            return 0

    def keep(self, number: int, shown: str) -> bool:
        """Remember a result; say whether that could be done."""
        half = self.file.with_name(f"{self.file.name}.{os.getpid()}.half")
        try:
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            half.write_text(json.dumps({"store": shown, "result": number}), encoding="utf-8")
            half.replace(self.file)
        except OSError:
            return False
        return True
