"""A calendar of practice: a column a week, a digit a day, nothing said of days without."""

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from textual.content import Content

from salesdojo.i18n import message
from salesdojo.tui.widths import cut, pad, width_of

if TYPE_CHECKING:
    from salesdojo.records.history.practice_days import Calendar

_LABEL: Final = 3
_WEEK: Final = 2
_MANY: Final = 10
_BUSY: Final = 5
"""Attempts a day from which it stands out."""


def calendar_lines(calendar: "Calendar", width: int, language: str) -> list[Content]:
    """Return the months, then a line a day of the week; as many weeks as `width` has room for."""
    weeks = min(len(calendar.mondays), max(1, (width - _LABEL) // _WEEK))
    mondays = calendar.mondays[-weeks:]
    names = message("overview.weekdays", language).split("|")
    days = [
        Content.assemble(
            (pad(name, _LABEL), "$quiet"),
            *(_day(calendar, monday + timedelta(days=place)) for monday in mondays),
        )
        for place, name in enumerate(names)
    ]
    return [
        Content.styled(" " * _LABEL + _months(mondays, width - _LABEL, language), "$quiet"),
        *days,
    ]


def week_line(calendar: "Calendar", language: str) -> Content:
    """Return this week in one line: the days with what was finished on each."""
    names = message("overview.weekdays", language).split("|")
    days = (
        Content.assemble((f"{name} ", "$quiet"), _day(calendar, day))
        for name, (day, _) in zip(names, calendar.this_week, strict=True)
    )
    return Content("").join(days).rstrip()


def month_words(calendar: "Calendar", language: str) -> str:
    """Return on how many days of this month something was finished."""
    days = calendar.this_month
    name = {0: "none", 1: "one"}.get(days, "many")
    return message(f"overview.month_{name}", language, days=days)


def _day(calendar: "Calendar", day: date) -> Content:
    """Return a day in two cells; one that is to come is blank, today stands out."""
    if day > calendar.today:
        return Content(" " * _WEEK)
    count = calendar.counts.get(day, 0)
    sign = "." if count == 0 else str(count) if count < _MANY else "+"
    style = "$quiet" if count == 0 else "$primary bold" if count < _BUSY else "$accent bold"
    if day == calendar.today:
        style += " underline"
    return Content.assemble((sign, style), " ")


def _months(mondays: tuple[date, ...], room: int, language: str) -> str:
    """Return the names of the months, each over its first week, if it has as many as it needs."""
    names = message("overview.months", language).split("|")
    weeks = Counter((monday.year, monday.month) for monday in mondays)
    line = ""
    for place, monday in enumerate(mondays):
        name = names[monday.month - 1]
        first = place == 0 or mondays[place - 1].month != monday.month
        last = (monday.year, monday.month) == (mondays[-1].year, mondays[-1].month)
        if first and (last or weeks[monday.year, monday.month] * _WEEK > width_of(name)):
            line = pad(line, place * _WEEK) + name
    return cut(line, room)
