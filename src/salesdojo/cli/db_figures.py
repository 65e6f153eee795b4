"""`salesdojo db figures`: what managers read, held against the attempts or told anew from them."""

from typing import TYPE_CHECKING, Final

from salesdojo.cli.printing import out, say_error
from salesdojo.cli.showing_progress import steps_shown
from salesdojo.cli.surroundings import Surroundings
from salesdojo.i18n import message

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from salesdojo.cli.showing_progress import OnStep
    from salesdojo.records.store import Store

FOUND: Final = 1


def figures(here: Surroundings, *, rebuild: bool) -> int:
    """Say whether what is kept is as told from the attempts, or make it so; 1 where it is not."""
    with here.open_records() as store:
        if store is None:
            out(message("cli.db_none", here.language))
            return 0
        return _rebuilt(here, store) if rebuild else _verified(here, store)


def _verified(here: Surroundings, store: "Store") -> int:
    with _bar(here, "tallies") as on_step:
        compared = store.tallies.compare(on_step)
    with _bar(here, "summaries") as on_step:
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
    with _bar(here, "tallies") as on_step:
        attempts = store.tallies.tell(on_step)
    _say(here, "tallies_rebuilt", attempts=attempts)
    with _bar(here, "summaries") as on_step:
        done = store.summaries.rebuild(here.clock(), on_step)
    _say(here, "summaries_rebuilt", people=done.people - len(done.damaged))
    if done.damaged:
        _warn(here, "damaged", many=len(done.damaged))
        return FOUND
    return 0


def _bar(here: Surroundings, key: str) -> "AbstractContextManager[OnStep | None]":
    return steps_shown(message(f"kept_figures.{key}", here.language))


def _say(here: Surroundings, key: str, **words: int) -> None:
    out(message(f"kept_figures.{key}", here.language, **words))


def _warn(here: Surroundings, key: str, **words: int) -> None:
    say_error(message(f"kept_figures.{key}", here.language, **words))
