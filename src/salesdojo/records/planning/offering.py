"""What may be practised now: prerequisites kept, nothing twice a day, exams and deals apart."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from salesdojo.records.mastery.skills import DAY

if TYPE_CHECKING:
    from salesdojo.content.catalogue import Entry
    from salesdojo.records.mastery.known import Known


def offered(
    entries: Iterable["Entry"], closed: frozenset[str], known: "Known", *, now: int, again: bool
) -> "tuple[Entry, ...]":
    """Return the scenarios and drills that may be practised, by id.

    Left out are case B, which exams need unseen; what is `closed` (`course_turns.closed`),
    unless somebody has begun it or it was assigned; what gives no points; and, unless `again` or
    assigned, what was finished within a day before `now` (UTC milliseconds).
    """
    shut = closed - known.unfinished - known.assigned.keys()
    return tuple(
        entry
        for entry in sorted(entries, key=lambda one: one.id)
        if entry.kind in {"scenario", "drill"}
        and entry.criteria
        and entry.id not in shut
        and (again or entry.id in known.assigned or not _just_done(entry.id, known, now))
    )


def _just_done(name: str, known: "Known", now: int) -> bool:
    return name in known.done and now - known.done[name] < DAY
