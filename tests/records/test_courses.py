"""How somebody stands in the courses: what finishes them, and how long a certificate holds."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdojo.content.catalogue import Course
from salesdojo.content.text import Text
from salesdojo.records.days import local_day
from salesdojo.records.finishing import in_order
from salesdojo.records.mastery.courses import (
    CourseStanding,
    CourseState,
    course_standings,
    months_after,
)
from salesdojo.records.mastery.skills import DAY
from salesdojo.records.model import Finished

EPOCH = date(2026, 1, 1)


def day_of(at: int) -> date:
    return EPOCH + timedelta(days=at // DAY)


def course(name: str, *scenarios: str, after: tuple[str, ...] = (), months: int = 6) -> Course:
    certifies = Text.of("May meet customers alone")
    return Course(name, Text.of(name), "sales", scenarios, scenarios, after, certifies, months)


WEEK = course("week", "call", "gate", "price")
QUARTER = course("quarter", "ringi", "call", after=("week",), months=12)
TALKS = course("talks", "terms", after=("quarter",))
COURSES = (WEEK, QUARTER, TALKS)


def attempt(scenario: str, day: int, *, passed: bool = True) -> Finished:
    return Finished(f"{scenario}{day}", scenario, "r", day * DAY, {}, (), day, passed)


def told(attempts: list[Finished], today: int, *courses: Course) -> dict[str, CourseStanding]:
    standings = course_standings(courses or COURSES, attempts, day_of(today * DAY), day_of)
    return {one.course.id: one for one in standings}


def test_a_newcomer_begins_with_the_first_scenario_of_what_is_not_locked() -> None:
    standings = told([], 0)
    assert (standings["week"].state, standings["week"].next) == (CourseState.OPEN, "call")
    assert standings["quarter"].locked_by == ("week",)
    assert standings["talks"].locked_by == ("week", "quarter")
    assert standings["talks"].next is None


def test_an_open_course_counts_what_was_passed_and_says_what_is_next() -> None:
    week = told([attempt("call", 0), attempt("gate", 1, passed=False)], 2)["week"]
    assert (week.state, week.passed, week.next) == (CourseState.OPEN, 1, "gate")


def test_a_certificate_runs_from_the_oldest_of_the_latest_passes() -> None:
    passes = [attempt("call", 0), attempt("gate", 1), attempt("price", 9), attempt("call", 5)]
    week = told(passes, 10)["week"]
    assert week.state is CourseState.CERTIFIED
    assert (week.since, week.until) == (date(2026, 1, 2), date(2026, 7, 2))


def test_it_holds_on_its_last_day_and_has_run_out_on_the_next() -> None:
    passes = [attempt(one, 0) for one in WEEK.required]
    last_day = (date(2026, 7, 1) - EPOCH).days
    assert told(passes, last_day)["week"].state is CourseState.CERTIFIED
    week = told(passes, last_day + 1)["week"]
    assert (week.state, week.until) == (CourseState.EXPIRED, date(2026, 7, 1))


def test_what_has_run_out_is_renewed_by_passing_what_was_passed_longest_ago() -> None:
    passes = [attempt("call", 0), attempt("gate", 150), attempt("price", 150)]
    week = told(passes, 200)["week"]
    assert (week.state, week.next) == (CourseState.EXPIRED, "call")
    week = told([*passes, attempt("call", 200)], 200)["week"]
    assert (week.state, week.since) == (CourseState.CERTIFIED, day_of(150 * DAY))


def test_a_course_opens_once_those_before_it_are_finished_even_if_they_have_run_out() -> None:
    passes = [attempt(one, 0) for one in WEEK.required]
    standings = told([*passes, attempt("ringi", 1)], 300)
    assert standings["week"].state is CourseState.EXPIRED
    assert standings["quarter"].state is CourseState.CERTIFIED
    assert standings["talks"].state is CourseState.OPEN


def test_it_does_not_matter_what_was_passed_first() -> None:
    early = [attempt("terms", 0), attempt("ringi", 0)]
    assert told(early, 1)["talks"].state is CourseState.LOCKED
    assert told([*early, *(attempt(one, 1) for one in WEEK.required)], 1)["talks"].state is (
        CourseState.CERTIFIED
    )


def test_a_course_without_a_certificate_is_finished_and_one_without_months_never_runs_out() -> None:
    plain = replace(WEEK, certifies=None, valid_months=None)
    endless = replace(WEEK, valid_months=None)
    passes = [attempt(one, 0) for one in WEEK.required]
    assert told(passes, 9_999, plain)["week"].state is CourseState.FINISHED
    week = told(passes, 9_999, endless)["week"]
    assert (week.state, week.until) == (CourseState.CERTIFIED, None)


def test_a_scenario_that_cannot_be_played_now_makes_no_certificate_easier() -> None:
    broken = replace(WEEK, scenarios=("call", "gate"))
    week = told([attempt("call", 0), attempt("gate", 0)], 1, broken)["week"]
    assert (week.state, week.passed, week.next) == (CourseState.OPEN, 2, None)
    held = told([attempt(one, 0) for one in WEEK.required], 300, broken)["week"]
    assert (held.state, held.next) == (CourseState.EXPIRED, "call")


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 1), 12, date(2027, 1, 1)),
        (date(9999, 12, 31), 120, date.max),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(
    day: date, months: int, later: date
) -> None:
    assert months_after(day, months) == later


def test_days_outside_every_calendar_are_brought_inside() -> None:
    assert local_day(-(2**62)).year == 1970
    assert local_day(2**62).year in {8999, 9000}
    noon = datetime(2026, 11, 27, 12, tzinfo=UTC)
    assert local_day(round(noon.timestamp() * 1000)) == noon.astimezone().date()


SCENARIOS = ("call", "gate", "price", "ringi", "terms")
ATTEMPTS = st.lists(
    st.builds(attempt, st.sampled_from(SCENARIOS), st.integers(0, 800), passed=st.booleans()),
    max_size=25,
)
TODAY = 800
RANK = (CourseState.LOCKED, CourseState.OPEN, CourseState.EXPIRED, CourseState.CERTIFIED)


@given(ATTEMPTS, st.integers(TODAY, 3 * TODAY))
def test_certified_is_who_passed_each_scenario_lately_and_nobody_else(
    attempts: list[Finished], today: int
) -> None:
    standings = told(attempts, today)
    passed = {one.scenario for one in attempts if one.passed}
    for standing in standings.values():
        lately = {
            one.scenario
            for one in attempts
            if one.passed
            and months_after(day_of(one.at), standing.course.valid_months or 0)
            >= day_of(today * DAY)
        }
        certified = lately >= set(standing.course.required) and not standing.locked_by
        assert (standing.state is CourseState.CERTIFIED) == certified
        for before in standing.course.after:
            finished = passed >= set(told([], 0)[before].course.required)
            assert finished or before in standing.locked_by


@given(ATTEMPTS, st.builds(attempt, st.sampled_from(SCENARIOS), st.integers(0, TODAY)))
def test_one_more_pass_never_makes_anything_worse(attempts: list[Finished], more: Finished) -> None:
    before, after = told(attempts, TODAY), told([*attempts, more], TODAY)
    for name, standing in before.items():
        assert RANK.index(after[name].state) >= RANK.index(standing.state)
        assert after[name].passed >= standing.passed
        if standing.until is not None:
            assert (after[name].until or date.min) >= standing.until


@given(ATTEMPTS, st.builds(attempt, st.sampled_from(SCENARIOS), st.integers(0, TODAY)))
def test_an_attempt_that_did_not_pass_changes_nothing(
    attempts: list[Finished], failed: Finished
) -> None:
    assert told([*attempts, replace(failed, passed=False)], TODAY) == told(attempts, TODAY)


@given(
    st.lists(st.tuples(st.sampled_from(SCENARIOS), st.integers(-(2**62), 2**62)), max_size=25),
    st.integers(0, 2**62),
)
def test_no_clock_brings_it_down_nor_certifies_longer_than_from_today(
    passes: list[tuple[str, int]], now: int
) -> None:
    attempts = [
        Finished(f"a{place}", scenario, "r", at, {}, (), place, passed=True)
        for place, (scenario, at) in enumerate(passes)
    ]
    today = local_day(now)
    for one in course_standings(COURSES, in_order(attempts, now), today, local_day):
        if one.until is not None:
            assert one.until <= months_after(today, one.course.valid_months or 0)
