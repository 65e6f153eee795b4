"""What to practise next, and why: the same answer on the first screen and in line mode."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from salesdojo.records.mastery.course_turns import asked, closed
from salesdojo.records.mastery.courses import CourseState

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from salesdojo.content.library import Library
    from salesdojo.records.mastery.courses import CourseStanding
    from salesdojo.records.model import Standing


class Reason(StrEnum):
    """Why a scenario comes next."""

    UNFINISHED = "unfinished"
    """It was begun and can be taken up."""
    ASSIGNED = "assigned"
    """It was assigned, and nothing that was assigned is due before it."""
    COURSE = "course"
    """It is the first of its course that is not passed yet, and the course is open."""
    RENEWAL = "renewal"
    """The certificate of its course has run out, and it was passed longest ago."""
    WEAKEST = "weakest"
    """No course asks for anything; this one has the lowest best quality."""


@dataclass(frozen=True, slots=True)
class NextUp:
    """One scenario to play next."""

    scenario: str
    reason: Reason
    course: str | None = None
    """The course it belongs to, where that is the reason."""
    due: date | None = None
    """By when, where it was assigned."""


def next_up(
    library: "Library",
    standings: "Mapping[str, Standing]",
    courses: "Sequence[CourseStanding]",
    assigned: "Mapping[str, date] | None" = None,
) -> NextUp | None:
    """Return what to play next; None when the pack has no scenario.

    Args:
        library: the pack.
        standings: by scenario begun at least once.
        courses: how the person stands in every course of the pack today.
        assigned: by when what was assigned is due, the first due first; drills are for the
            daily session.
    """
    known = [entry.id for entry in library.entries if entry.kind == "scenario"]
    for scenario in known:
        if scenario in standings and standings[scenario].unfinished:
            return NextUp(scenario, Reason.UNFINISHED)
    for scenario, due in (assigned or {}).items():
        if scenario in known:
            return NextUp(scenario, Reason.ASSIGNED, due=due)
    for standing in asked(courses):
        if standing.next in known:
            ran_out = standing.state is CourseState.EXPIRED
            reason = Reason.RENEWAL if ran_out else Reason.COURSE
            return NextUp(standing.next, reason, standing.course.id)
    shut = closed(library.pack, courses)
    known = [scenario for scenario in known if scenario not in shut] or known
    left = [scenario for scenario in known if not _passed(standings, scenario)] or known
    if not left:
        return None
    return NextUp(min(left, key=lambda one: _best(standings, one)), Reason.WEAKEST)


def _passed(standings: "Mapping[str, Standing]", scenario: str) -> bool:
    return scenario in standings and standings[scenario].passed


def _best(standings: "Mapping[str, Standing]", scenario: str) -> float:
    standing = standings.get(scenario)
    return -1.0 if standing is None or standing.best is None else standing.best
