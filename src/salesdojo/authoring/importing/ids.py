"""Ids out of names that people gave: small letters, unique, never longer than 40."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from salesdojo.content.ids import is_id, is_word_of_yaml

_LONGEST: Final = 40
_OTHER: Final = re.compile(r"[^a-z0-9]+")


def plain_id(name: str) -> str | None:
    """Return the id that is nearest to `name`; None where its letters are not a to z.

    A Japanese name has none: half of it would be worse than a number.
    """
    letters = unicodedata.normalize("NFKD", name[: 4 * _LONGEST])
    if any(sign.isalpha() and not sign.isascii() for sign in letters):
        return None
    bare = "".join(sign for sign in letters if sign.isascii())
    made = _OTHER.sub("_", bare.lower()).strip("_")[:_LONGEST].strip("_")
    return made if is_id(made) else None


class Ids:
    """Gives each thing of a kind an id of its own."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """Keep away from `taken`."""
        self._taken = set(taken)
        self._count = 0

    def new(self, name: str, kind: str) -> str:
        """Return an unused id for `name`: its letters, or the `kind` and its number."""
        self._count += 1
        base = plain_id(name) or f"{kind}_{self._count}"
        if is_word_of_yaml(base):
            base = f"{kind}_{base}"
        made, number = base, 1
        while made in self._taken:
            number += 1
            made = f"{base[: _LONGEST - len(str(number)) - 1]}_{number}"
        self._taken.add(made)
        return made
