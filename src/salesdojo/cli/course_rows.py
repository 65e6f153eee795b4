"""Courses as `salesdojo progress` tells of them: as rows of a table, and as JSON."""

from datetime import date
from typing import TYPE_CHECKING

from salesdojo.i18n import message
from salesdojo.records.days import local_day
from salesdojo.records.mastery.course_saying import course_states
from salesdojo.records.mastery.courses import CourseState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdojo.content.catalogue import Entry
    from salesdojo.records.mastery.courses import CourseStanding


def course_rows(
    standings: "Sequence[CourseStanding]", entries: "Sequence[Entry]", language: str
) -> tuple[tuple[str, ...], ...]:
    """Return the heads of the columns and a row a course."""
    states = course_states(standings, entries, language)
    head = message("progress.courses_head", language).split("|")
    rows = (
        (
            f"  {one.course.name.spoken(language)}",
            states[one.course.id],
            _certificate(one, language),
        )
        for one in standings
    )
    return (tuple(head), *rows)


def course_as_json(standing: "CourseStanding") -> dict[str, object]:
    """Return everything that a course's state rests on; days as ISO 8601 has them."""
    course = standing.course
    return {
        "id": course.id,
        "name": dict(course.name.by_language),
        "certifies": None if course.certifies is None else dict(course.certifies.by_language),
        "state": standing.state,
        "passed": standing.passed,
        "of": len(course.required),
        "next": standing.next,
        "locked_by": standing.locked_by,
        "since": _iso(standing.since),
        "until": _iso(standing.until),
        "scenarios": [
            {
                "id": one,
                "passed_on": _iso(local_day(standing.passes[one]))
                if one in standing.passes
                else None,
            }
            for one in course.required
        ],
    }


def _certificate(standing: "CourseStanding", language: str) -> str:
    """Return what somebody's certificate says, while they have one."""
    certifies = standing.course.certifies
    if certifies is None or standing.state is not CourseState.CERTIFIED:
        return ""
    return certifies.spoken(language)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
