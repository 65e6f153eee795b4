"""How far a long piece of work is, on stderr, where somebody looks on."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

OnProgress = Callable[[int], None]
"""Told how much is done so far."""
OnStep = Callable[[int, int], None]
"""Told how much of how much is done."""
MANY: Final = 2_000
"""Pieces from which it may take a while, where nothing else is said."""


@contextmanager
def progress_shown(total: int, words: str, least: int = MANY) -> Iterator[OnProgress]:
    """Show a bar on a terminal for `total` pieces of work; nothing elsewhere, or under `least`."""
    if total < least:
        yield lambda _: None
        return
    with steps_shown(words, total) as on_step:
        yield (lambda _: None) if on_step is None else (lambda done: on_step(done, total))


@contextmanager
def steps_shown(words: str, total: int | None = None) -> Iterator[OnStep | None]:
    """Show a bar on a terminal that goes away at the end; None elsewhere.

    Args:
        words: what is done.
        total: how much there is; None where only the work itself will tell.
    """
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words, total=total)
        yield lambda done, whole: bar.update(task, completed=done, total=whole)
