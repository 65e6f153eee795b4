"""What comes next: the courses' turn kept, as the daily session keeps it."""

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from hypothesis import given
from hypothesis import strategies as st

from salesdojo.content.catalogue import Course, Pack
from salesdojo.content.text import Text
from salesdojo.records.mastery.course_turns import closed, courses_at
from salesdojo.records.mastery.courses import CourseState
from salesdojo.records.mastery.known import Known
from salesdojo.records.mastery.skills import DAY
from salesdojo.records.model import Standing
from salesdojo.records.planning.next_up import NextUp, Reason, next_up
from salesdojo.records.planning.plan import plan
from support.sessions import NOON, course, journey, pack, talk

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from salesdojo.content.library import Library

LONG_AGO = NOON - 400 * DAY
LATELY = NOON - 5 * DAY
NAMES = ("a", "b", "c", "d", "free")
ENTRIES = tuple(talk(name) for name in NAMES)
LOCKED_FIRST = pack(course("months", "c", "d", after=("week",)), course("week", "a", "b"))


def certifying(one: Course) -> Course:
    return replace(one, certifies=Text.of("sure"), valid_months=12)


def following(
    of: Pack, passes: "Mapping[str, int]", unfinished: "Iterable[str]" = ()
) -> NextUp | None:
    class Shown:
        pack = of
        entries = ENTRIES

    passed = Standing(50.0, 80.0, 80.0, 1, passed=True, unfinished=False)
    begun = Standing(None, None, None, 0, passed=False, unfinished=True)
    standings = dict.fromkeys(passes, passed) | dict.fromkeys(unfinished, begun)
    return next_up(cast("Library", Shown), standings, courses_at(of, passes, NOON))


def in_session(of: Pack, passes: "Mapping[str, int]") -> str:
    session = plan(ENTRIES[:4], of, Known(passes=passes), now=NOON, minutes=15, again=True)
    (item,) = session.items
    return item.entry.id


def test_a_locked_course_asks_for_nothing_though_it_stands_first() -> None:
    assert following(LOCKED_FIRST, {}) == NextUp("a", Reason.COURSE, "week")
    assert following(LOCKED_FIRST, {"a": LATELY}) == NextUp("b", Reason.COURSE, "week")
    both = {"a": LATELY, "b": LATELY}
    assert following(LOCKED_FIRST, both) == NextUp("c", Reason.COURSE, "months")


def test_what_was_passed_in_a_locked_course_opens_nothing() -> None:
    assert following(LOCKED_FIRST, {"c": LATELY}) == NextUp("a", Reason.COURSE, "week")


def test_a_course_before_the_one_before_is_to_be_passed_too() -> None:
    chain = pack(
        course("one", "a"), course("two", "b", after=("one",)), course("three", "c", after=("two",))
    )
    assert "c" in closed(chain, courses_at(chain, {"b": LATELY}, NOON))
    assert following(chain, {"b": LATELY}) == NextUp("a", Reason.COURSE, "one")


def test_what_was_begun_is_gone_on_with_wherever_it_stands() -> None:
    assert following(LOCKED_FIRST, {}, ["d"]) == NextUp("d", Reason.UNFINISHED)
    session = plan(
        ENTRIES[:4],
        LOCKED_FIRST,
        Known(unfinished=frozenset({"d"})),
        now=NOON,
        minutes=15,
    )
    assert [one.entry.id for one in session.items] == ["d"]


def test_a_certificate_that_ran_out_is_renewed_by_the_oldest_pass_once_all_else_is_passed() -> None:
    of = pack(certifying(course("week", "a", "b")), course("months", "c", "d", after=("week",)))
    passes = {"a": LONG_AGO + DAY, "b": LONG_AGO}
    assert following(of, passes) == NextUp("c", Reason.COURSE, "months")
    passes |= {"c": LATELY, "d": LATELY}
    assert following(of, passes) == NextUp("b", Reason.RENEWAL, "week")
    assert in_session(of, passes) == "b"
    passes["b"] = LATELY
    assert following(of, passes) == NextUp("a", Reason.RENEWAL, "week")
    assert in_session(of, passes) == "a"
    passes["a"] = LATELY
    assert following(of, passes) == NextUp("free", Reason.WEAKEST)


def test_where_no_course_asks_the_weakest_open_scenario_comes() -> None:
    of = pack(course("week", "a"), journeys=(journey("deal", "b", "c"),))
    assert following(of, {"a": LATELY}) == NextUp("d", Reason.WEAKEST)


@given(st.dictionaries(st.sampled_from(NAMES), st.sampled_from((LONG_AGO, LATELY))))
def test_title_and_session_both_keep_to_what_is_open(passes: dict[str, int]) -> None:
    for of in (
        LOCKED_FIRST,
        pack(certifying(course("week", "a", "b")), course("months", "c", "d", after=("week",))),
    ):
        courses = courses_at(of, passes, NOON)
        shut = closed(of, courses)
        told = following(of, passes)
        assert told is not None
        assert told.scenario not in shut
        assert in_session(of, passes) not in shut
        locked = {one.course.id for one in courses if one.state is CourseState.LOCKED}
        assert told.course not in locked
