"""Files found without a problem, remembered by what they and their surroundings hold.

One file of 16-byte digests in the user's cache folder. A digest is of the file's bytes,
of everything it may refer to, of the codes asked for and of the program's version: what
changed is simply not found. A cache that cannot be read or written is done without.
"""

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import Final

from salesdojo import __version__

SIZE: Final = 16
"""Bytes of a digest."""
MOST: Final = 20_000
"""Digests kept; the oldest go first."""
_LAYOUT: Final = 3
"""Raised when a rule changes without a new version of the program."""


def digest(*parts: bytes) -> bytes:
    """Return what stands for `parts`: no other parts have the same."""
    hashed = blake2b(f"{_LAYOUT} {__version__}".encode(), digest_size=SIZE)
    for part in parts:
        hashed.update(len(part).to_bytes(8, "big"))
        hashed.update(part)
    return hashed.digest()


class CleanFiles:
    """The digests of clean files; without a folder none are known, and none are kept."""

    def __init__(self, folder: Path | None) -> None:
        """Read what was kept in the cache `folder`."""
        self._place = None if folder is None else folder / "check" / "clean"
        self._known = frozenset(self._read())

    def __contains__(self, one: bytes) -> bool:
        """Say whether a file with this digest was clean."""
        return one in self._known

    def keep(self, fresh: Iterable[bytes]) -> None:
        """Remember these digests as well."""
        added = [one for one in fresh if one not in self._known]
        if self._place is None or not added:
            return
        from salesdojo.content.writing import write_whole

        # Read again: another run may have added its own meanwhile.
        kept = dict.fromkeys([*self._read(), *added])
        try:
            write_whole(self._place, b"".join([*kept][-MOST:]))
        except OSError:
            return

    def _read(self) -> list[bytes]:
        if self._place is None:
            return []
        try:
            held = self._place.read_bytes()
        except OSError:
            return []
        whole = len(held) - len(held) % SIZE
        return [held[start : start + SIZE] for start in range(0, whole, SIZE)]
