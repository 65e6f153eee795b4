"""How one person stands in the courses of a pack: locked, under way, certified, or run out.

A certificate says: each scenario of the course was passed within the last months that it
is valid. So it runs from the day on which the oldest of the latest passes was made. That
is one rule for the first time and for every renewal; no pass can make a certificate
shorter, nor does it matter in which order the scenarios were passed; and nobody is
certified on what was last shown longer ago than the certificate says. Nothing is
stored: it follows from the attempts.
"""

from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from salesdojo.content.catalogue import Course

if TYPE_CHECKING:
    from salesdojo.records.model import Finished

MONTHS: Final = 12
"""In a year."""


class CourseState(StrEnum):
    """How far somebody is."""

    LOCKED = "locked"
    """Another course is to be finished before."""
    OPEN = "open"
    """Some of its scenarios were never passed."""
    EXPIRED = "expired"
    """Each was passed, but the certificate has run out."""
    CERTIFIED = "certified"
    FINISHED = "finished"
    """Each was passed, and the course certifies nothing."""


@dataclass(frozen=True, slots=True)
class CourseStanding:
    """One person in one course, on one day."""

    course: Course
    state: CourseState
    locked_by: tuple[str, ...]
    """The courses to finish before it, in the pack's order."""
    passes: Mapping[str, int]
    """When each of its scenarios was passed last (UTC in milliseconds), those never passed
    left out."""
    next: str | None
    """The scenario to pass next; of an expired course the one passed longest ago."""
    since: date | None
    """From which day the certificate runs, where all was passed."""
    until: date | None
    """Its last day; None where it never runs out."""

    @property
    def passed(self) -> int:
        """Return how many of its scenarios were passed."""
        return len(self.passes)


def course_standings(
    courses: Sequence[Course],
    attempts: "Iterable[Finished]",
    today: date,
    day_of: Callable[[int], date],
) -> tuple[CourseStanding, ...]:
    """Return how the person who made `attempts` stands in each of `courses`.

    Args:
        courses: all of the pack.
        attempts: finished ones, their times brought in order (`finishing.in_order`).
        today: the day to tell of; a certificate is still valid on its last day.
        day_of: the day of a time, which must not go back as times go on.
    """
    latest: dict[str, int] = {}
    for attempt in attempts:
        if attempt.passed:
            latest[attempt.scenario] = max(attempt.at, latest.get(attempt.scenario, attempt.at))
    return standings_of(courses, latest, today, day_of)


def standings_of(
    courses: Sequence[Course],
    latest: Mapping[str, int],
    today: date,
    day_of: Callable[[int], date],
) -> tuple[CourseStanding, ...]:
    """Return the same as `course_standings`, told from when each scenario was passed last.

    Args:
        courses: all of the pack.
        latest: by scenario ever passed, UTC in milliseconds.
        today: as in `course_standings`.
        day_of: likewise.
    """
    finished = {one.id for one in courses if latest.keys() >= set(one.required)}
    before = {one.id: one.after for one in courses}
    standings = []
    for course in courses:
        needed = _all_before(course.id, before)
        locked_by = tuple(one.id for one in courses if one.id in needed and one.id not in finished)
        passes = {one: latest[one] for one in course.required if one in latest}
        standings.append(_standing(course, locked_by, passes, today, day_of))
    return tuple(standings)


def _standing(
    course: Course,
    locked_by: tuple[str, ...],
    passes: Mapping[str, int],
    today: date,
    day_of: Callable[[int], date],
) -> CourseStanding:
    def told(
        state: CourseState,
        coming: str | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> CourseStanding:
        return CourseStanding(course, state, locked_by, passes, coming, since, until)

    if locked_by:
        return told(CourseState.LOCKED)
    if len(passes) < len(course.required):
        waiting = (one for one in course.scenarios if one not in passes)
        return told(CourseState.OPEN, next(waiting, None))
    if course.certifies is None:
        return told(CourseState.FINISHED)
    since = day_of(min(passes.values()))
    if course.valid_months is None:
        return told(CourseState.CERTIFIED, None, since)
    until = months_after(since, course.valid_months)
    if today <= until:
        return told(CourseState.CERTIFIED, None, since, until)
    oldest = min(course.scenarios, key=lambda one: passes[one], default=None)
    return told(CourseState.EXPIRED, oldest, since, until)


def months_after(day: date, months: int) -> date:
    """Return the same day `months` later; in a month too short for it, its last day."""
    year, month = divmod(day.month - 1 + months, MONTHS)
    year += day.year
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _all_before(course: str, before: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Return the courses before `course`, those before them, and so on; never itself."""
    found: set[str] = set()
    waiting = list(before[course])
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(before.get(one, ()))
    return found - {course}
