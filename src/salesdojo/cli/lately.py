"""What `salesdojo progress` asks the records of late attempts: bounded, however many there are."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from salesdojo.records.history.overview import Advice, Overview, advice, drills_of, latest, overview
from salesdojo.records.history.practice_days import calendar_of
from salesdojo.records.history.recurring import Recurring, recurring
from salesdojo.records.history.trend import quality_trend
from salesdojo.records.played import Played

if TYPE_CHECKING:
    from salesdojo.content.library import Library
    from salesdojo.records.history.recent import Ends
    from salesdojo.records.model import Person
    from salesdojo.records.store import Store


@dataclass(frozen=True, slots=True)
class Lately:
    """One person lately."""

    overview: Overview
    advice: Advice
    recurring: tuple[Recurring, ...]
    ends: "tuple[Ends, ...]"


def nothing_yet(now: int) -> Lately:
    """Return what stands before anything was played."""
    none = quality_trend(())
    days = calendar_of((), now)
    return Lately(Overview(none, none, none, (), {}, days), Advice(None, ()), (), ())


def lately(store: "Store", person: "Person", library: "Library", now: int, cache: Path) -> Lately:
    """Return what the records say of `person`, as of `now` (UTC milliseconds).

    Raises:
        RecordsError: DB025, or what keeps the records from being read.
    """
    return Lately(
        overview(store, person, library.entries, now, cache),
        advice(store, person, library, now, cache),
        recurring(latest(store, person, now), Played(store, cache)),
        store.recent.ends(person, drills_of(library.entries)),
    )
