"""What a trainee sees at a glance: how the latest attempts went, the days, what to do now."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from salesdojo.records.finishing import in_order
from salesdojo.records.history.practice_days import calendar
from salesdojo.records.history.trend import criterion_trends, quality_trend
from salesdojo.records.mastery.criterion_names import criterion_names
from salesdojo.records.mastery.known import known
from salesdojo.records.planning.due import Due, due_now
from salesdojo.records.planning.plan import plan
from salesdojo.records.played import Played

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from salesdojo.content.catalogue import Entry
    from salesdojo.content.library import Library
    from salesdojo.records.history.practice_days import Calendar
    from salesdojo.records.history.recent import Recent
    from salesdojo.records.history.trend import CriterionTrend, Trend
    from salesdojo.records.mastery.anchors import Anchor
    from salesdojo.records.model import Person
    from salesdojo.records.planning.plan import Item
    from salesdojo.records.store import Store

LOOKED_AT: Final = 200
"""The latest attempts that trends, levels and mistakes are told from."""
_MINUTES: Final = 5
"""Of the session whose first part is what to do now."""


@dataclass(frozen=True, slots=True)
class Overview:
    """One person lately."""

    everything: "Trend"
    """The quality of the latest attempts."""
    talks: "Trend"
    """Of those that are no drills."""
    drills: "Trend"
    criteria: "tuple[CriterionTrend, ...]"
    """In the order of the pack."""
    anchors: "Mapping[str, Anchor]"
    """By criterion that a talk judged."""
    calendar: "Calendar"


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do now."""

    item: "Item | None"
    """The first part of a short session; None where everything was done within a day."""
    due: tuple[Due, ...]


def overview(
    store: "Store", person: "Person", entries: "Sequence[Entry]", now: int, cache: Path | None
) -> Overview:
    """Return how `person` did lately, from the latest `LOOKED_AT` attempts.

    Args:
        store: the records.
        person: who practises.
        entries: what the pack has: it says which are drills, and what criteria are called.
        now: UTC in milliseconds; times after it were never.
        cache: where figures of scenarios are kept; None keeps none.

    Raises:
        RecordsError: DB025, or what keeps the records from being read.
    """
    from salesdojo.records.mastery.anchors import anchors

    recent = latest(store, person, now)
    drills = drills_of(entries)
    talked = {one.scenario for one in recent} - drills
    return Overview(
        everything=quality_trend(recent),
        talks=quality_trend(recent, talked),
        drills=quality_trend(recent, drills),
        criteria=criterion_trends(recent, criterion_names(entries)),
        anchors=anchors(recent, Played(store, cache), drills),
        calendar=calendar(store, person, now),
    )


def advice(
    store: "Store", person: "Person", library: "Library", now: int, cache: Path | None
) -> Advice:
    """Return what `person` had best do now.

    Raises:
        RecordsError: as in `known`.
    """
    held = known(store, person, library, now, cache)
    session = plan(library.entries, library.pack, held, now=now, minutes=_MINUTES)
    item = session.items[0] if session.items else None
    return Advice(item, due_now(held, library.entries, now))


def latest(store: "Store", person: "Person", now: int) -> "tuple[Recent, ...]":
    """Return the latest `LOOKED_AT` attempts, in the order of finishing, none after `now`."""
    return in_order(store.recent.latest(person, LOOKED_AT), now)


def drills_of(entries: "Sequence[Entry]") -> frozenset[str]:
    """Return the ids of the drills."""
    return frozenset(entry.id for entry in entries if entry.kind == "drill")
