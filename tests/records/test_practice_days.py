"""The calendar of practice."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from salesdojo.records.history.practice_days import WEEKS, calendar_of


def at(day: date, hour: int = 12) -> int:
    return int(datetime(day.year, day.month, day.day, hour, tzinfo=UTC).timestamp() * 1000)


def in_utc(time: int) -> date:
    return datetime.fromtimestamp(time / 1000, UTC).date()


FRIDAY = date(2026, 11, 27)


def test_a_week_begins_on_monday_and_the_month_on_its_first() -> None:
    times = [at(date(2026, 10, 31)), at(date(2026, 11, 1)), *(at(FRIDAY, h) for h in (8, 9))]
    calendar = calendar_of(times, at(FRIDAY), in_utc)
    assert calendar.this_month == 2
    assert [count for _, count in calendar.this_week] == [0, 0, 0, 0, 2, 0, 0]
    assert calendar.this_week[0][0] == date(2026, 11, 23)
    assert len(calendar.mondays) == WEEKS
    assert (calendar.mondays[0], calendar.mondays[-1]) == (date(2026, 6, 1), date(2026, 11, 23))


def test_what_a_clock_put_into_the_future_was_done_today_at_the_latest() -> None:
    calendar = calendar_of([at(date(2031, 1, 1))], at(FRIDAY), in_utc)
    assert dict(calendar.counts) == {FRIDAY: 1}


def test_someone_who_never_practised_has_an_empty_calendar() -> None:
    calendar = calendar_of((), at(FRIDAY), in_utc)
    assert (dict(calendar.counts), calendar.this_month) == ({}, 0)


@given(st.lists(st.integers(0, 2**42), max_size=30), st.integers(0, 2**42))
def test_no_attempt_is_lost_or_later_than_today(times: list[int], now: int) -> None:
    calendar = calendar_of(times, now, in_utc)
    assert sum(calendar.counts.values()) == len(times)
    assert all(day <= calendar.today for day in calendar.counts)
