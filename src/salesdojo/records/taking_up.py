"""A talk taken up where it was left, or begun: the same from every door."""

from pathlib import Path
from typing import TYPE_CHECKING

from salesdojo.records.mode import Mode
from salesdojo.records.model import Person
from salesdojo.records.session import Clock, NewId, Session
from salesdojo.records.values import solution

if TYPE_CHECKING:
    from salesdojo.content.model import Scenario
    from salesdojo.records.store import Store


def taken_up(  # noqa: PLR0913 - what an attempt is, and where its value is kept
    store: "Store",
    person: Person,
    scenario: "Scenario",
    *,
    seed: int,
    mode: Mode,
    language: str,
    clock: Clock,
    new_id: NewId,
    cache: Path | None,
    fresh: bool,
) -> Session:
    """Return the unfinished attempt resumed, or a new one; `fresh` leaves the unfinished behind.

    An attempt taken up stays in its mode, on its seed and on the scenario as it was.

    Raises:
        PracticeError: PR003 when the scenario is too large to be scored: nothing is begun.
        RecordsError: DB0xx, what keeps it from being read or stored.
    """
    unfinished = store.unfinished(person, scenario.id)
    if unfinished is not None and not fresh:
        return Session.resume(store, unfinished, clock, new_id)
    solution(scenario, cache)
    if unfinished is not None:
        store.abandon(unfinished.id, clock())
    return Session.start(
        store,
        person,
        scenario,
        seed=seed,
        mode=mode,
        language=language,
        clock=clock,
        new_id=new_id,
    )
