"""The five statuses: told from what was finished, the day, and how often it may be tried."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdojo.records.assignments.assignment import Assignment, Kind
from salesdojo.records.assignments.assignment_status import (
    Done,
    Standing,
    Status,
    Tried,
    attempts_left,
    standing,
)

DUE = date(2026, 12, 18)
DAY = 86_400_000


def day_of(at: int) -> date:
    """Return a day near the due one: `at` counts days from it."""
    return DUE + timedelta(days=at)


def asked(*scenarios: str, attempts: int | None = None) -> Assignment:
    return Assignment(
        "a", Kind.COURSE, "c", scenarios or ("one", "two"), (), ("east",), DUE, attempts=attempts
    )


def told(assignment: Assignment, done: Done, days: int = 0) -> Standing:
    return standing(assignment, done, DUE + timedelta(days=days), day_of)


@pytest.mark.parametrize(
    ("done", "days", "status"),
    [
        (Done(), -9, Status.NOT_STARTED),
        (Done(), 0, Status.NOT_STARTED),
        (Done(), 1, Status.PAST_DUE),
        (Done(begun=True), 0, Status.IN_PROGRESS),
        (Done({"one": Tried(1, None)}), 0, Status.IN_PROGRESS),
        (Done({"one": Tried(1, -2)}), 0, Status.IN_PROGRESS),
        (Done({"one": Tried(1, -2)}), 1, Status.PAST_DUE),
        (Done({"one": Tried(1, -2), "two": Tried(5, 0)}), 7, Status.COMPLETED),
    ],
)
def test_a_status_follows_from_what_was_finished_and_the_day(
    done: Done, days: int, status: Status
) -> None:
    assert told(asked(), done, days).status is status


def test_the_due_day_is_a_day_to_do_it_still_and_the_day_after_is_late() -> None:
    in_time = Done({"one": Tried(1, 0), "two": Tried(1, 0)})
    after = Done({"one": Tried(1, 0), "two": Tried(1, 1)})
    assert not told(asked(), in_time, 9).late
    assert told(asked(), after, 9) == Standing(Status.COMPLETED, late=True, met=2, left=())


def test_who_used_up_the_attempts_did_not_pass_even_before_the_day() -> None:
    done = Done({"one": Tried(3, None)})
    assert told(asked(attempts=3), done, -5).status is Status.DID_NOT_PASS
    assert told(asked(attempts=3), done, 5).status is Status.DID_NOT_PASS
    assert told(asked(attempts=4), done, -5).status is Status.IN_PROGRESS
    assert told(asked(attempts=3), done, -5).left == ("two",)
    assert attempts_left(asked(attempts=4), done, "one") == 1
    assert attempts_left(asked(attempts=2), done, "one") == 0
    assert attempts_left(asked(), done, "one") is None


TRIED = st.builds(Tried, st.integers(1, 5), st.none() | st.integers(-20, 20))


@given(
    st.dictionaries(st.sampled_from(["one", "two", "three", "stray"]), TRIED),
    st.booleans(),
    st.integers(-20, 20),
    st.none() | st.integers(1, 4),
)
def test_more_done_never_makes_it_worse(
    tried: dict[str, Tried], begun: bool, days: int, attempts: int | None
) -> None:
    assignment = asked("one", "two", "three", attempts=attempts)
    before = told(assignment, Done(tried, begun), days)
    whole = {one: Tried(1, -20) for one in assignment.scenarios}
    after = told(assignment, Done({**tried, **whole}, begun), days)
    assert (after.status, after.late) == (Status.COMPLETED, False)
    assert before.met <= after.met == 3
    assert set(before.left) <= set(assignment.scenarios)
    assert (before.status is Status.COMPLETED) == (before.met == 3)
