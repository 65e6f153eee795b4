"""Whose turn it is in the courses of a pack: what is closed to somebody yet, what is asked for.

The first screen and a session both go by it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from salesdojo.records.days import local_day
from salesdojo.records.mastery.courses import CourseState, standings_of

if TYPE_CHECKING:
    from salesdojo.content.catalogue import Pack
    from salesdojo.records.mastery.courses import CourseStanding


def courses_at(pack: "Pack", passes: Mapping[str, int], now: int) -> "tuple[CourseStanding, ...]":
    """Return how somebody stands in the courses of `pack` on the day of `now`, where they sit.

    Args:
        pack: its courses.
        passes: when each scenario was passed last, of those ever passed.
        now: UTC in milliseconds, as are the times of `passes`.
    """
    return standings_of(pack.courses, passes, local_day(now), local_day)


def closed(pack: "Pack", courses: "Sequence[CourseStanding]") -> frozenset[str]:
    """Return the scenarios whose turn has not come, or comes elsewhere.

    Of a locked course all are closed, of another those beyond the first never passed; what
    several courses name is open where one of them has come to it. Chapters of a journey that
    no course names are the journey's.
    """
    named = {one for standing in courses for one in standing.course.scenarios}
    reached = {
        one
        for standing in courses
        if standing.state is not CourseState.LOCKED
        for one in _reached(standing.course.scenarios, standing.passes)
    }
    chapters = {chapter for journey in pack.journeys for chapter in journey.scenarios}
    return frozenset(named - reached) | (chapters - named)


def asked(courses: "Iterable[CourseStanding]") -> "tuple[CourseStanding, ...]":
    """Return the courses that ask for their `next`: those under way, then those run out."""
    asking = [one for one in courses if one.next is not None]
    return tuple(sorted(asking, key=lambda one: one.state is CourseState.EXPIRED))


def run_out(courses: "Iterable[CourseStanding]") -> frozenset[str]:
    """Return the scenarios to pass again, so that a certificate is renewed."""
    return frozenset(
        one.next for one in courses if one.state is CourseState.EXPIRED and one.next is not None
    )


def _reached(scenarios: Sequence[str], passes: Mapping[str, int]) -> Sequence[str]:
    """Return a course's scenarios as far as its order has come: the first not passed is last."""
    for place, scenario in enumerate(scenarios):
        if scenario not in passes:
            return scenarios[: place + 1]
    return scenarios
