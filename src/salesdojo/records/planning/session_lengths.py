"""How long a session of practice may be."""

from typing import Final

LENGTHS: Final = (2, 5, 15)
"""Minutes."""
USUAL: Final = 5


def next_length(minutes: int) -> int:
    """Return the length after `minutes`; after the longest comes the shortest."""
    return min((one for one in LENGTHS if one > minutes), default=LENGTHS[0])
