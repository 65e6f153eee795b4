"""Which names a person may have; known without the database."""

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
    written = unicodedata.normalize("NFC", name).strip()
    unseen = any(
        unicodedata.category(character) in _UNSEEN for character in written.replace(_JOINER, "")
    )
    if not written.replace(_JOINER, "") or len(written) > LONGEST_NAME or unseen:
        raise UsageError("US021", name=excerpt(name), longest=LONGEST_NAME)
    return written
