"""A person's attempts over time, as two sections of a report: quality, and days of practice."""

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from salesdojo.i18n import message
from salesdojo.i18n.figures import quality_figure
from salesdojo.records.history.history_saying import title
from salesdojo.records.history.practice_days import DAYS_OF_A_WEEK, WEEKS
from salesdojo.records.mastery.course_saying import day_in_a_column
from salesdojo.review.reporting.commands import SHORT, Commands
from salesdojo.review.reporting.parts import NOTHING, Cell, Column, Section, Table
from salesdojo.review.reporting.plots import Day, Days, Dot, Dots, label
from salesdojo.review.reporting.saying import count_cell, quality_cell, said

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from salesdojo.content.text import Text
    from salesdojo.records.history.practice_days import Calendar
    from salesdojo.records.history.recent import Recent
    from salesdojo.records.history.trend import Change
    from salesdojo.review.reporting.person_reading import PersonFigures

_SHOWN: Final = 40
"""The latest attempts that are drawn and listed."""
_STEP: Final = 14
_HIGH: Final = 200
_MANY: Final = 10
"""Attempts of one day from which on no digit is enough."""
_BANDS: Final = (2, 4)
"""Attempts of one day from which the next band of the calendar begins."""
_APART: Final = 3
"""Weeks between the names of two months: else they would lie over each other."""


def trend_section(told: "PersonFigures", commands: Commands, language: str) -> Section:
    """Return the quality of the latest attempts."""
    heading, shown = said("trend", language), told.recent[-_SHOWN:]
    if not shown:
        return Section("trend", heading, empty=said("nothing", language))
    titles = {entry.id: entry.title for entry in told.entries}
    name = said("trend_title", language, count=len(shown))
    qualities = [one.result.quality for one in shown]
    plot = Dots(
        name,
        said(
            "trend_told",
            language,
            low=quality_figure(min(qualities)),
            high=quality_figure(max(qualities)),
            change=_changed(told.quality.change, language),
        ),
        tuple(_dot(place, one, titles, language) for place, one in enumerate(shown)),
        wide=_STEP * len(shown),
        high=_HIGH,
        first=said("first_try", language),
        repeat=said("repeat", language),
    )
    columns = (
        Column(said("column_id", language), "command"),
        Column(said("column_day", language)),
        Column(said("column_scenario", language)),
        Column(said("column_try", language)),
        Column(said("column_quality", language), "figure"),
        Column(said("column_verdict", language)),
        Column(said("column_outcome", language)),
    )
    rows = tuple(_attempt_row(one, titles, language) for one in reversed(shown))
    table = Table(name, columns, rows, tuple(one.attempt for one in reversed(shown)))
    words = (said("trend_words", language), _changed(told.quality.change, language))
    return Section("trend", heading, words, (plot,), (table,), whole=commands.history())


def calendar_section(told: "PersonFigures", commands: Commands, language: str) -> Section:
    """Return the days of practice in half a year."""
    calendar = told.calendar
    weekdays = tuple(said("weekdays", language).split("|"))
    name = said("calendar_title", language, weeks=WEEKS)
    days = _days(calendar)
    heading = said("calendar", language)
    if not days:
        return Section("calendar", heading, empty=said("no_days", language, weeks=WEEKS))
    finished = sum(calendar.counts.get(day, 0) for day in _shown_days(calendar))
    plot = Days(
        name,
        said("calendar_told", language, days=len(days), attempts=finished),
        days,
        weekdays,
        _months(calendar, language),
        WEEKS,
    )
    columns = (
        Column(said("column_week", language)),
        *(Column(one, "figure") for one in weekdays),
    )
    weeks = (_week(monday, calendar) for monday in reversed(calendar.mondays))
    rows = tuple(row for row in weeks if any(cell is not NOTHING for cell in row[1:]))
    table = Table(said("calendar_caption", language), columns, rows)
    words = (
        said("calendar_words", language),
        said("calendar_told", language, days=len(days), attempts=finished),
    )
    return Section("calendar", heading, words, (plot,), (table,), whole=commands.history())


def _week(monday: "date", calendar: "Calendar") -> tuple[Cell, ...]:
    days = (monday + timedelta(days=day) for day in range(DAYS_OF_A_WEEK))
    counts = (calendar.counts.get(day, 0) for day in days)
    return (
        Cell(monday.isoformat()),
        *(count_cell(count) if count else NOTHING for count in counts),
    )


def _dot(place: int, one: "Recent", titles: "Mapping[str, Text]", language: str) -> Dot:
    quality = one.result.quality
    words = said(
        "dot",
        language,
        title=label(title(one.scenario, titles, language)),
        quality=quality_figure(quality),
    )
    return Dot(_STEP * place + _STEP / 2, _HIGH * (1 - quality / 100), not one.repeat, words)


def _attempt_row(one: "Recent", titles: "Mapping[str, Text]", language: str) -> tuple[Cell, ...]:
    verdict = "passed" if one.result.passed else "not_passed"
    tried = "repeat" if one.repeat else "first_try"
    return (
        Cell(one.attempt[:SHORT]),
        Cell(day_in_a_column(one.at, language)),
        Cell(title(one.scenario, titles, language)),
        Cell(said(tried, language), tried),
        quality_cell(one.result.quality),
        Cell(said(verdict, language), verdict),
        Cell(message(f"history.outcome_{one.result.outcome}", language), one.result.outcome),
    )


def _changed(change: "Change | None", language: str) -> str:
    if change is None:
        return said("trend_few", language)
    return said(
        "trend_change",
        language,
        many=change.many,
        before=quality_figure(change.before),
        now=quality_figure(change.now),
        way=said(f"way_{change.way}", language),
    )


def _shown_days(calendar: "Calendar") -> "list[date]":
    start = calendar.mondays[0]
    return [day for day in calendar.counts if day >= start]


def _days(calendar: "Calendar") -> tuple[Day, ...]:
    start = calendar.mondays[0]
    drawn = []
    for day in _shown_days(calendar):
        count, since = calendar.counts[day], (day - start).days
        sign = "+" if count >= _MANY else str(count)
        band = 1 + sum(count >= border for border in _BANDS)
        drawn.append(Day(since // DAYS_OF_A_WEEK, since % DAYS_OF_A_WEEK, sign, band))
    return tuple(drawn)


def _months(calendar: "Calendar", language: str) -> tuple[tuple[int, str], ...]:
    names = said("months", language).split("|")
    found: list[tuple[int, str]] = []
    month = None
    for week, monday in enumerate(calendar.mondays):
        if monday.month != month and (not found or week - found[-1][0] >= _APART):
            found.append((week, names[monday.month - 1]))
        month = monday.month
    return tuple(found)
