"""How many people of a team are told anew so far, on stderr, where somebody looks on."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from salesdojo.i18n import message


@contextmanager
def anew_shown(language: str) -> Iterator[Callable[[int, int], None]]:
    """Give what is told how many of how many are done: a line that goes away; else nothing."""
    if not sys.stderr.isatty():
        yield lambda _place, _many: None
        return

    def step(place: int, many: int) -> None:
        words = message("team.telling", language, place=place, many=many)
        sys.stderr.write(f"\r\x1b[K{words}")
        sys.stderr.flush()

    try:
        yield step
    finally:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
