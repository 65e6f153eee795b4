"""A mapping kept as JSON that is read when somebody first looks into it."""

import json
from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

Value = TypeVar("Value")


class ReadLater(Mapping[str, Value], Generic[Value]):
    """Of hundreds of people most mappings are never looked into, and reading them takes time.

    Whoever makes one has seen that its text is as it was written.
    """

    __slots__ = ("_held", "_text")

    def __init__(self, text: str) -> None:
        """Take the JSON text of an object."""
        self._text = text
        self._held: dict[str, Value] | None = None

    def __getitem__(self, key: str) -> Value:
        """Return what is kept of `key`."""
        return self._read()[key]

    def __iter__(self) -> Iterator[str]:
        """Give the keys in the order of writing."""
        return iter(self._read())

    def __len__(self) -> int:
        """Say how many keys there are."""
        return len(self._read())

    def __repr__(self) -> str:
        """Show what it holds."""
        return repr(self._read())

    def _read(self) -> dict[str, Value]:
        if self._held is None:
            self._held = dict(json.loads(self._text))
        return self._held
