"""Which names people and teams may have; known without the database."""

import unicodedata
from typing import Final

from salesdojo.content.problem import excerpt
from salesdojo.errors import UsageError

LONGEST_NAME: Final = 80
"""Characters."""

_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_JOINER: Final = "\u200d"  # families and flags of emoji are written with it


def valid_name(name: str) -> str:
    """Return `name` in one form (NFC, no spaces around), as it is stored and compared.

    Raises:
        UsageError: US021 when it is empty, longer than 80 characters, or has characters
            that cannot be seen.
    """
    written = _written(name)
    if not written or not _can_be_seen(written):
        raise UsageError("US021", name=excerpt(name), longest=LONGEST_NAME)
    return written


def valid_team(name: str) -> str:
    """Return the name of a team in one form, as `valid_name` does; '' stands for no team.

    Raises:
        UsageError: US101 when it is longer than 80 characters, or has characters that
            cannot be seen.
    """
    written = _written(name)
    if written and not _can_be_seen(written):
        raise UsageError("US101", name=excerpt(name), longest=LONGEST_NAME)
    return written


def _written(name: str) -> str:
    return unicodedata.normalize("NFC", name).strip()


def _can_be_seen(written: str) -> bool:
    shown = written.replace(_JOINER, "")
    unseen = any(unicodedata.category(character) in _UNSEEN for character in shown)
    return bool(shown) and len(written) <= LONGEST_NAME and not unseen
