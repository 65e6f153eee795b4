"""JSON as it is kept in the database: compact, and read whole or not at all."""

import json
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_WRITER: Final = json.JSONEncoder(separators=(",", ":"))
"""Kept: `json.dumps` makes one each time."""


def compact(value: object) -> str:
    """Return `value` as JSON without spaces; floats keep every digit."""
    return _WRITER.encode(value)


def read(text: str, build: "Callable[[Any], T]") -> T:
    """Return what `build` makes of what `text` holds.

    Raises:
        ValueError: when it is damaged, or does not hold what `build` takes for granted.
    """
    try:
        return build(json.loads(text))
    except (KeyError, TypeError, AttributeError, IndexError, RecursionError) as damage:
        msg = "damaged"
        raise ValueError(msg) from damage
