"""Charts, calendars and rows of progress, as lines for a width."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from salesdojo.content.catalogue import Stage
from salesdojo.records.history.outcomes import StageTally, Tally
from salesdojo.records.history.practice_days import Calendar
from salesdojo.records.history.trend import Point
from salesdojo.tui.figures.calendar_lines import calendar_lines, week_line
from salesdojo.tui.figures.criterion_lines import tenths
from salesdojo.tui.figures.funnel_lines import funnel_head, funnel_row
from salesdojo.tui.figures.quality_chart import AXIS, chart_lines

FRIDAY = date(2026, 11, 27)


def points(*values: float, repeat: bool = False) -> list[Point]:
    return [Point(0, "talk", value, repeat) for value in values]


def test_a_chart_has_one_scale_whatever_the_values() -> None:
    told = [line.plain for line in chart_lines(points(0, 50, 100, 1), 20, 4)]
    assert told == ["100   # ", " 50   # ", "     ## ", "  0 _###"]


def test_a_repeat_has_another_sign() -> None:
    attempts = [*points(100), *points(100, repeat=True)]
    assert [line.plain for line in chart_lines(attempts, 20, 2)] == ["100 #+", "  0 #+"]


@given(st.lists(st.floats(0, 100), max_size=60), st.integers(AXIS, 80), st.integers(2, 12))
def test_a_chart_keeps_to_its_room_and_a_higher_quality_is_never_lower(
    values: list[float], width: int, height: int
) -> None:
    lines = [line.plain for line in chart_lines(points(*values), width, height)]
    assert len(lines) == height
    assert all(cell_len(line) <= width for line in lines)
    shown = values[max(0, len(values) - (width - AXIS)) :]
    tall = [sum(line[AXIS + place] == "#" for line in lines) for place in range(len(shown))]
    ranked = sorted(zip(shown, tall, strict=True))
    assert [height for _, height in ranked] == sorted(tall)


@pytest.mark.parametrize("language", ["ja", "en"])
@given(st.integers(3, 200), st.integers(0, 400))
def test_a_calendar_has_seven_days_in_whatever_room(language: str, width: int, days: int) -> None:
    today = FRIDAY + timedelta(days=days)
    lines = calendar_lines(Calendar(today, {today: 3}), width, language)
    assert len(lines) == 8
    assert all(line.cell_length <= max(width, 5) for line in lines)
    assert sum(line.plain.count("3") for line in lines[1:]) == 1


def test_days_to_come_are_blank_and_many_attempts_are_a_plus() -> None:
    calendar = Calendar(FRIDAY, {FRIDAY: 12, FRIDAY - timedelta(days=1): 9})
    assert week_line(calendar, "en").plain == "Mo . Tu . We . Th 9 Fr + Sa   Su"


def test_a_share_is_told_in_tenths_and_all_of_it_is_nine() -> None:
    assert [tenths(value) for value in (0, 9.9, 10, 89, 90, 100)] == list("001899")


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("width", [30, 71, 72, 75, 120])
def test_a_stage_stands_below_the_names_of_its_columns(language: str, width: int) -> None:
    tally = Tally(won=1, advanced=12, declined=3, stalled=4, lost=123)
    row = funnel_row(StageTally(Stage.APPROACH, tally, 0.25), "Approach", width)
    head = funnel_head(width, language)
    assert cell_len(head) <= width
    assert row.cell_length <= width
    if width >= 72:
        assert cell_len(head) == row.cell_length
        assert row.plain.endswith("25     1    12     3     4   123")
