"""How many columns a text takes in a terminal."""

from unicodedata import combining, east_asian_width


def width(text: str) -> int:
    """Return the columns of `text`: two for wide signs (CJK), none for combining ones."""
    return sum(
        0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text
    )
