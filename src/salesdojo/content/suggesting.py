"""Which known name someone may have meant."""

from collections.abc import Iterable
from itertools import islice
from typing import Final

_LONGEST: Final = 60
_MOST: Final = 500


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like `name`, or None when none is much like it."""
    from difflib import get_close_matches

    if len(name) > _LONGEST:
        return None
    found = get_close_matches(name, list(islice(known, _MOST)), n=1)
    return found[0] if found else None


def nearest_few(name: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Return the `most` known names most like `name`, the nearest first, however unlike."""
    from difflib import get_close_matches

    few = dict.fromkeys(islice(known, _MOST))
    return tuple(get_close_matches(name[:_LONGEST], list(few), n=most, cutoff=0))
