"""Bars of ``#`` for tables in the terminal."""

from typing import Final

LONGEST: Final = 20
"""Columns of a whole bar."""


def bar(share: float) -> str:
    """Return a bar for a share of the whole, 0-1: empty where less than half a column is due."""
    return "#" * round(LONGEST * min(1.0, max(0.0, share)))
