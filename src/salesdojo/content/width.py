"""How wide a text is in a terminal: what counts when lines are aligned or compared."""

from unicodedata import combining, east_asian_width


def display_width(text: str) -> int:
    """Return how many columns `text` takes: 2 for a full-width sign, 0 for a combining one.

    East Asian Width (Unicode Standard Annex 11); ambiguous signs count 1.
    """
    return sum(
        0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text
    )
