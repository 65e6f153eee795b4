"""`salesdojo db figures`: what managers read, held against the attempts or told anew from them."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from salesdojo.cli.printing import out, say_error
from salesdojo.cli.surroundings import Surroundings
from salesdojo.errors import RecordsError
from salesdojo.i18n import message

if TYPE_CHECKING:
    from salesdojo.records.store import Store

FOUND: Final = 1
OnStep = Callable[[int, int], None]


def figures(here: Surroundings, *, rebuild: bool) -> int:
    """Say whether what is kept is as told from the attempts, or make it so; 1 where it is not."""
    from salesdojo.records.store import Store

    try:
        if here.has_records:
            with Store.open(here.database, on_wait=here.on_wait, make=False) as store:
                return _rebuilt(here, store) if rebuild else _verified(here, store)
    except RecordsError as error:
        if error.code != "DB027":  # a file with nothing in it yet
            raise
    out(message("cli.db_none", here.language))
    return 0


def _verified(here: Surroundings, store: "Store") -> int:
    with _progress("tallies", here.language) as on_step:
        compared = store.tallies.compare(on_step)
    with _progress("summaries", here.language) as on_step:
        seen = store.summaries.verify(on_step)
    if compared.equal:
        _say(here, "tallies_equal", attempts=compared.attempts)
    elif compared.told:
        _warn(here, "tallies_differ", differ=compared.differ, attempts=compared.attempts)
    else:
        _warn(here, "tallies_untold")
    if seen.differ:
        _warn(here, "summaries_differ", differ=len(seen.differ), kept=seen.kept)
    else:
        _say(here, "summaries_equal", kept=seen.kept, people=seen.people)
    if seen.damaged:
        _warn(here, "damaged", many=len(seen.damaged))
    if seen.differ or not compared.equal:
        _warn(here, "repair")
    return FOUND if seen.differ or seen.damaged or not compared.equal else 0


def _rebuilt(here: Surroundings, store: "Store") -> int:
    with _progress("tallies", here.language) as on_step:
        attempts = store.tallies.tell(on_step)
    _say(here, "tallies_rebuilt", attempts=attempts)
    with _progress("summaries", here.language) as on_step:
        done = store.summaries.rebuild(here.clock(), on_step)
    _say(here, "summaries_rebuilt", people=done.people - len(done.damaged))
    if done.damaged:
        _warn(here, "damaged", many=len(done.damaged))
        return FOUND
    return 0


def _say(here: Surroundings, key: str, **words: int) -> None:
    out(message(f"kept_figures.{key}", here.language, **words))


def _warn(here: Surroundings, key: str, **words: int) -> None:
    say_error(message(f"kept_figures.{key}", here.language, **words))


@contextmanager
def _progress(key: str, language: str) -> Iterator[OnStep | None]:
    """Show how far it is, where someone looks on."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(message(f"kept_figures.{key}", language), total=None)
        yield lambda done, whole: bar.update(task, completed=done, total=whole)
