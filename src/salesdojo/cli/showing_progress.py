"""How far a long piece of work is, on stderr, where somebody looks on."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

OnProgress = Callable[[int], None]
"""Told how much is done so far."""
MANY: Final = 2_000
"""Pieces from which it may take a while."""


@contextmanager
def progress_shown(total: int, words: str) -> Iterator[OnProgress]:
    """Show a bar on a terminal for `total` pieces of work; nothing elsewhere, or for a few."""
    if total < MANY or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words, total=total)
        yield lambda done: bar.update(task, completed=done)
