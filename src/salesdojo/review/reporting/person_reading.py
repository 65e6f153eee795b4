"""What the records tell of one person for a report: bounded, however much was practised."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from salesdojo.records.history.overview import drills_of, latest
from salesdojo.records.history.practice_days import calendar
from salesdojo.records.history.progress import progress
from salesdojo.records.history.recurring import recurring
from salesdojo.records.history.trend import criterion_trends, quality_trend
from salesdojo.records.mastery.criterion_names import criterion_names
from salesdojo.records.played import Played

if TYPE_CHECKING:
    from salesdojo.content.catalogue import Entry
    from salesdojo.content.library import Library
    from salesdojo.records.history.practice_days import Calendar
    from salesdojo.records.history.progress import Progress
    from salesdojo.records.history.recent import Ends, Recent
    from salesdojo.records.history.recurring import Recurring
    from salesdojo.records.history.trend import CriterionTrend, Trend
    from salesdojo.records.model import Person
    from salesdojo.records.store import Store


@dataclass(frozen=True, slots=True)
class PersonFigures:
    """One person at one moment."""

    person: "Person"
    now: int
    """The moment, UTC in milliseconds."""
    progress: "Progress"
    recent: "tuple[Recent, ...]"
    """The latest attempts, in the order of finishing."""
    quality: "Trend"
    """Of those."""
    criteria: "tuple[CriterionTrend, ...]"
    """Of those, in the order of the pack."""
    calendar: "Calendar"
    ends: "tuple[Ends, ...]"
    """How all talks ended."""
    recurring: "tuple[Recurring, ...]"
    entries: "tuple[Entry, ...]"
    """What the pack has."""


def read_person(
    store: "Store", person: "Person", library: "Library", now: int, cache: Path | None
) -> PersonFigures:
    """Return what `store` tells of `person`, as of `now` (UTC milliseconds).

    Args:
        store: the records.
        person: whom the report is about.
        library: the pack.
        now: times after it were never.
        cache: where figures of scenarios are kept; None keeps none.

    Raises:
        RecordsError: DB018, DB025, or what keeps the records from being read.
    """
    recent = latest(store, person, now)
    entries = tuple(library.entries)
    return PersonFigures(
        person=person,
        now=now,
        progress=progress(store, person, library, now, cache),
        recent=recent,
        quality=quality_trend(recent),
        criteria=criterion_trends(recent, criterion_names(entries)),
        calendar=calendar(store, person, now),
        ends=store.recent.ends(person, drills_of(entries)),
        recurring=recurring(recent, Played(store, cache)),
        entries=entries,
    )
