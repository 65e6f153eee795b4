"""How wide a text is in a terminal: what counts when lines are aligned or compared."""

from functools import lru_cache
from unicodedata import combining, east_asian_width


def display_width(text: str) -> int:
    """Return how many columns `text` takes: 2 for a full-width sign, 0 for a combining one.

    East Asian Width (Unicode Standard Annex 11); ambiguous signs count 1.
    """
    return len(text) if text.isascii() else sum(map(_columns, text))


@lru_cache(maxsize=8192)
def _columns(sign: str) -> int:
    if combining(sign):
        return 0
    return 2 if east_asian_width(sign) in "WF" else 1
