"""What the first screen says of what comes next, why it does, and of today's session."""

from typing import TYPE_CHECKING

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.records.planning.next_up import NextUp, Reason

if TYPE_CHECKING:
    from salesdojo.content.library import Library
    from salesdojo.tui.memory import Picture, Today


def next_title(coming: NextUp | None, library: "Library", language: str) -> str:
    """Return the title of what comes next; empty where nothing does."""
    titles = library.titles
    if coming is None or coming.scenario not in titles:
        return ""
    return visible(titles[coming.scenario].spoken(language))


def next_reason(
    coming: NextUp | None,
    picture: "Picture | None",
    library: "Library",
    language: str,
    *,
    unread: bool,
) -> str:
    """Return why it comes next, or why that cannot be said.

    Args:
        coming: as the records have it, else as for a newcomer.
        picture: how the person stands; None while it is looked up.
        library: the pack.
        language: ``ja`` or ``en``.
        unread: the records could not be read.
    """
    if coming is None or picture is None or unread:
        unsaid = "empty" if coming is None else "no_records" if unread else "looking"
        return message(f"tui.home_{unsaid}", language)
    match coming.reason:
        case Reason.UNFINISHED:
            return message("tui.home_unfinished", language, count=picture.kept)
        case Reason.ASSIGNED:
            return _assigned_reason(coming, language)
        case Reason.COURSE | Reason.RENEWAL:
            return _course_reason(coming, picture, library, language)
        case Reason.WEAKEST:
            return message("tui.home_weakest", language)


def today_words(today: "Today", now: int, language: str) -> str:
    """Return the line that tells of today's session; empty where there is nothing to tell."""
    from salesdojo.records.planning.saying import reason

    session = today.session
    count = len(session.items)
    if not count:
        return message("today.done", language) if today.done else ""
    words = message(
        "today.line_one" if count == 1 else "today.line",
        language,
        minutes=session.minutes,
        count=count,
        why=reason(session.items[0].because, now, language),
    )
    return visible(words)


def assigned_words(picture: "Picture | None", library: "Library", now: int, language: str) -> str:
    """Return the line that tells of assignments still to be done; empty where there are none.

    Of a single one that is what comes next nothing is said twice.
    """
    if picture is None or not picture.assigned:
        return ""
    from salesdojo.records.assignments.assigned import waiting
    from salesdojo.records.assignments.assignment_saying import open_in_words
    from salesdojo.records.days import local_day

    left = waiting(picture.assigned)
    alone = len(left) == 1 and len(left[0].assignment.scenarios) == 1
    if not left or (alone and _is_next(picture, left[0].assignment.what)):
        return ""
    told = [(one.assignment, one.standing) for one in left]
    return open_in_words(told, library, local_day(now), language)


def _is_next(picture: "Picture", scenario: str) -> bool:
    coming = picture.next
    return coming is not None and coming.reason is Reason.ASSIGNED and coming.scenario == scenario


def _assigned_reason(coming: NextUp, language: str) -> str:
    from salesdojo.records.mastery.course_saying import day_in_words

    return message("assigning.next", language, day=day_in_words(coming.due, language))


def _course_reason(coming: NextUp, picture: "Picture", library: "Library", language: str) -> str:
    course = next(one for one in library.pack.courses if one.id == coming.course)
    name = visible(course.name.spoken(language))
    if coming.reason is Reason.RENEWAL:
        return message("tui.home_renewal", language, course=name)
    passed = [
        one
        for one in course.scenarios
        if one in picture.standings and picture.standings[one].passed
    ]
    return message(
        "tui.home_course",
        language,
        course=name,
        passed=len(passed),
        all=len(course.scenarios),
    )
