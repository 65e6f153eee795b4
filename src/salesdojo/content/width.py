"""How wide a text is in a terminal: what counts when lines are aligned, cut or compared.

East Asian Width (Unicode Standard Annex 11), ambiguous signs as 1; combining marks and
what a joiner adds take no column. Without rich, whose tables of widths cost 25 ms to load.
"""

from functools import lru_cache
from itertools import pairwise
from typing import Final
from unicodedata import category, east_asian_width

_JOINER: Final = "\u200d"
_NO_COLUMN: Final = frozenset({"Mn", "Me", "Cf"})
_SKIN_TONES: Final = ("\U0001f3fb", "\U0001f3ff")
_LAST_ASCII: Final = "\x7f"


def display_width(text: str) -> int:
    """Return how many columns `text`, one line made visible, takes."""
    if text.isascii():
        return len(text)
    return sum(sign_width(sign, before) for before, sign in pairwise(f" {text}"))


def sign_width(sign: str, before: str) -> int:
    """Return how many columns one character takes behind another."""
    if " " <= sign < _LAST_ASCII:
        return 1
    return 0 if before == _JOINER else _columns(sign)


@lru_cache(maxsize=8192)
def _columns(sign: str) -> int:
    """Return how many columns a character takes; kept, for a text has few different ones."""
    if category(sign) in _NO_COLUMN:
        return 0
    if _SKIN_TONES[0] <= sign <= _SKIN_TONES[1]:
        return 0
    return 2 if east_asian_width(sign) in "WF" else 1
