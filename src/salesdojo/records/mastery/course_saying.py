"""The words for how somebody stands in a course, the same in a terminal's lines and on a screen."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from salesdojo.i18n import message
from salesdojo.records.days import local_day
from salesdojo.records.mastery.courses import CourseState

if TYPE_CHECKING:
    from salesdojo.content.catalogue import Entry
    from salesdojo.content.text import Text
    from salesdojo.records.mastery.courses import CourseStanding


def course_states(
    standings: "Sequence[CourseStanding]", entries: "Sequence[Entry]", language: str
) -> Mapping[str, str]:
    """Return in half a sentence how somebody stands in each course, by its id.

    Args:
        standings: in all courses of the pack.
        entries: what can be played, for the titles.
        language: ``ja`` or ``en``.
    """
    titles = {entry.id: entry.title for entry in entries}
    names = {one.course.id: one.course.name for one in standings}
    return {one.course.id: _state(one, titles, names, language) for one in standings}


def day_in_words(day: date | None, language: str) -> str:
    """Return a day as it is written; None is no day."""
    if day is None:
        return ""
    return message("progress.date", language, year=day.year, month=day.month, day=day.day)


def day_in_a_column(at: int, language: str) -> str:
    """Return the day of a time (UTC milliseconds) in ten cells."""
    day = local_day(at)
    return message("progress.short_date", language, year=day.year, month=day.month, day=day.day)


def _state(
    standing: "CourseStanding",
    titles: "Mapping[str, Text]",
    names: "Mapping[str, Text]",
    language: str,
) -> str:
    coming = None if standing.next is None else titles.get(standing.next)
    name = str(standing.state)
    if standing.state is CourseState.CERTIFIED and standing.until is None:
        name = "certified_always"
    elif standing.state in {CourseState.OPEN, CourseState.EXPIRED} and coming is None:
        name += "_stuck"
    quoted = (
        message("progress.quoted", language, name=names[one].spoken(language))
        for one in standing.locked_by
    )
    return message(
        f"progress.{name}",
        language,
        passed=standing.passed,
        all=len(standing.course.required),
        date=day_in_words(standing.until, language),
        scenario="" if coming is None else coming.spoken(language),
        courses=message("progress.comma", language).join(quoted),
    )
