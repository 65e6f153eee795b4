"""Compiled packs in the user's cache folder: found by key, trusted by checksum.

A file is one line naming its key and the sha-256 of the rest, then the rest. A
file that is missing, older, newer or damaged is as good as none.
"""

import json
from hashlib import sha256
from pathlib import Path


class CompiledCache:
    """The compiled files of one pack; without a folder it holds nothing."""

    def __init__(self, folder: Path | None, root: Path, key: str) -> None:
        """Open the place for the pack at `root` in the cache `folder`.

        Args:
            folder: the user's cache folder; None goes without.
            root: the pack's folder.
            key: what the compiled files were made from; others do not count.
        """
        self._key = key
        place = sha256(str(root.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
        self._folder = None if folder is None else folder / "packs" / place

    def get(self, name: str) -> bytes | None:
        """Return what was kept as `name`, or None."""
        if self._folder is None:
            return None
        try:
            held = (self._folder / f"{name}.json").read_bytes()
        except OSError:
            return None
        head, _, payload = held.partition(b"\n")
        return payload if head == self._head(payload) else None

    def put(self, name: str, payload: bytes) -> bool:
        """Keep `payload` as `name`; False where the folder cannot be written."""
        if self._folder is None:
            return False
        from salesdojo.content.writing import write_whole

        try:
            write_whole(self._folder / f"{name}.json", self._head(payload) + b"\n" + payload)
        except OSError:
            # A cache is a convenience: a full disk or a read-only home is no error.
            return False
        return True

    def _head(self, payload: bytes) -> bytes:
        return json.dumps({"key": self._key, "sha256": sha256(payload).hexdigest()}).encode()
