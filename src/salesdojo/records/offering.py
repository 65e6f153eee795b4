"""What may be practised now: prerequisites kept, nothing twice a day, exams and deals apart."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from salesdojo.records.skills import DAY

if TYPE_CHECKING:
    from salesdojo.content.catalogue import Entry, Pack
    from salesdojo.records.known import Known


def offered(
    entries: Iterable["Entry"], pack: "Pack", known: "Known", *, now: int, again: bool
) -> "tuple[Entry, ...]":
    """Return the scenarios and drills that may be practised, by id.

    Left out are case B, which exams need unseen; chapters of a journey that no course names;
    scenarios whose courses are all closed to the person; what gives no points; and, unless
    `again`, what was finished within a day before `now` (UTC milliseconds).
    """
    closed = _closed(pack, known)
    return tuple(
        entry
        for entry in sorted(entries, key=lambda one: one.id)
        if entry.kind in {"scenario", "drill"}
        and entry.criteria
        and entry.id not in closed
        and (again or not _just_done(entry.id, known, now))
    )


def _just_done(name: str, known: "Known", now: int) -> bool:
    return name in known.done and now - known.done[name] < DAY


def _closed(pack: "Pack", known: "Known") -> frozenset[str]:
    """Return the scenarios that belong to others' turns: of journeys, and of closed courses."""
    passed = {course.id for course in pack.courses if known.passed.issuperset(course.scenarios)}
    named: set[str] = set()
    reached: set[str] = set()
    for course in pack.courses:
        named.update(course.scenarios)
        if passed.issuperset(course.after):
            reached.update(_reached(course.scenarios, known.passed))
    chapters = {chapter for journey in pack.journeys for chapter in journey.scenarios}
    return frozenset(named - reached) | (chapters - named)


def _reached(scenarios: tuple[str, ...], passed: frozenset[str]) -> tuple[str, ...]:
    """Return a course's scenarios as far as its order has come: the first not passed is last."""
    for place, scenario in enumerate(scenarios):
        if scenario not in passed:
            return scenarios[: place + 1]
    return scenarios
