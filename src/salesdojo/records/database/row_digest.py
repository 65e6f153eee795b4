"""The sha-256 of a table's rows, the same whichever database holds them.

A row is one line: its columns in the order of `tables.py` as a compact JSON array in
ASCII, bytes as hexadecimal digits, truths as 0 and 1, reals with every digit. The lines
come in the order of the primary key (text by code points), each with a line feed.
"""

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Final

_LINE: Final = json.JSONEncoder(separators=(",", ":"), default=bytes.hex).encode


class RowDigest:
    """Rows counted and hashed as they pass; `add` takes them in order."""

    def __init__(self) -> None:
        """Begin with no row."""
        self.rows = 0
        self._hash = sha256()

    def add(self, rows: Iterable[Sequence[object]]) -> None:
        """Take the next rows: values of the table's columns, as the driver gives them."""
        lines = [_LINE([*row]) for row in rows]
        self.rows += len(lines)
        self._hash.update("".join(f"{line}\n" for line in lines).encode("ascii"))

    @property
    def sha256(self) -> str:
        """Of all rows so far, as 64 hexadecimal digits."""
        return self._hash.hexdigest()
