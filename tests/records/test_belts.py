"""Belts: what lifts them, what does not, and what is missing for the next."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdojo.content.catalogue import Course, Entry, Judged, Motion, Stage
from salesdojo.content.text import Text
from salesdojo.records.mastery.belts import (
    BeltStanding,
    Expiry,
    Kind,
    Requirement,
    belt_of,
    highest,
    requirements,
)
from salesdojo.records.mastery.courses import CourseStanding, CourseState
from salesdojo.records.mastery.grades import GRADES, Asked, Grade, asked
from salesdojo.records.mastery.proven import Proven, proven
from salesdojo.records.mastery.reach import Reach, reach
from salesdojo.records.mastery.skills import DAY, Weighed, authored_difficulty

NOW = 400 * DAY
CRITERIA = ("inquiry", "manners", "value")


def entry(name: str, *criteria: str, level: int = 3, kind: str = "drill") -> Entry:
    judged = tuple(Judged(one, Text.of(one)) for one in criteria)
    return Entry(
        id=name, kind=kind, title=Text.of(name), stage=Stage.APPROACH, motion=Motion.NONE,
        level=level, minutes=1, variant_of=None, customer_name=Text.of("x"), terms=(),
        criteria=judged,
    )  # fmt: skip


PACK = tuple(entry(f"s{number}", *CRITERIA) for number in range(12))


def course(name: str, *scenarios: str, after: tuple[str, ...] = ()) -> Course:
    return Course(name, Text.of(name), "sales", scenarios, scenarios, after, Text.of("x"), 6)


def standing(
    name: str, state: CourseState = CourseState.CERTIFIED, until: date | None = None
) -> CourseStanding:
    coming = "s1" if state in {CourseState.OPEN, CourseState.EXPIRED} else None
    return CourseStanding(course(name, "s1"), state, (), {}, coming, None, until)


def perfect(scenario: str, at: int = NOW, *, level: int = 3, again: int = 0) -> Weighed:
    return Weighed("a", scenario, at, 1.0, authored_difficulty(level), 1 / (1 + again))


def shown(first_attempts: int, at: int = NOW) -> dict[str, Proven]:
    told = proven(perfect(f"s{number}", at) for number in range(first_attempts))
    return dict.fromkeys(CRITERIA, told)


def belt(told: dict[str, Proven], *courses: CourseStanding, now: int = NOW) -> BeltStanding:
    return belt_of(told, courses, PACK, now)


def id_of(grade: Grade | None) -> str | None:
    return None if grade is None else grade.id


def test_a_newcomer_wears_no_belt_and_is_told_what_the_first_asks_for() -> None:
    told = belt({})
    assert (told.grade, id_of(told.next), told.reachable) == (None, "10-kyu", True)
    (mastery,) = told.missing
    assert (mastery.kind, mastery.have, mastery.need) == (Kind.MASTERY, 0.0, 0.05)


def test_perfect_first_attempts_lead_up_the_kyu_and_stop_where_a_certificate_is_asked() -> None:
    week = standing("week", CourseState.OPEN)
    ranks = [id_of(belt(shown(count), week).grade) for count in (2, 4, 6, 12)]
    assert ranks == [None, None, "7-kyu", "7-kyu"]
    told = belt(shown(12), week)
    assert [one.kind for one in told.missing] == [Kind.CERTIFICATES]


def test_certificates_alone_give_no_belt() -> None:
    assert belt({}, *(standing(str(number)) for number in range(7))).grade is None


def test_with_two_certificates_all_mastery_is_the_highest_dan_and_nothing_is_next() -> None:
    told = belt(shown(12), standing("week"), standing("quarter"))
    assert (id_of(told.grade), told.next, told.requirements) == ("5-dan", None, ())


def test_a_pack_of_one_certificate_says_that_its_dan_cannot_be_reached() -> None:
    told = belt(shown(12), standing("week"))
    assert (id_of(told.grade), id_of(told.next), told.reachable) == ("1-kyu", "1-dan", False)
    assert told.missing == (Requirement(Kind.CERTIFICATES, 1, 2, 1),)


def test_a_pack_without_courses_has_kyu_by_mastery_alone_and_no_dan() -> None:
    told = belt_of(shown(12), (), PACK, NOW)
    assert (id_of(told.grade), told.reachable) == ("1-kyu", False)


def test_a_pack_in_which_nothing_can_be_told_says_that_no_belt_can_be_reached() -> None:
    told = belt_of({}, (), PACK[:2], NOW)
    assert (told.grade, id_of(told.next), told.reachable) == (None, "10-kyu", False)


def test_sixty_criteria_ask_for_more_than_three_do() -> None:
    many = [entry(f"m{number}", *(f"c{one}" for one in range(60))) for number in range(12)]
    few, wide = reach(PACK, ()), reach(many, ())
    assert wide.mastery == 20 * few.mastery
    assert asked(Grade(10), wide).mastery == pytest.approx(0.36 * wide.mastery, abs=1)
    assert all(asked(grade, wide).mastery <= wide.mastery for grade in GRADES)


def test_case_b_is_not_asked_for_and_its_own_criterion_counts_nothing() -> None:
    unseen = [entry(f"b{number}", "trading", kind="variant") for number in range(12)]
    assert reach([*PACK, *unseen], ()).criteria["trading"] == 0


def test_a_certificate_that_nobody_can_finish_is_not_asked_for() -> None:
    broken = replace(course("week", "s1", "gone"), scenarios=("s1",))
    behind = course("quarter", "s2", after=("week",))
    plain = replace(course("talks", "s3"), certifies=None)
    assert reach(PACK, [broken, behind, plain, course("terms", "s4")]).certificates == 1


def test_a_belt_says_on_which_day_it_falls_and_by_which_certificate() -> None:
    week = standing("week", until=date(2027, 5, 1))
    quarter = standing("quarter", until=date(2027, 9, 1))
    both = belt(shown(12), week, quarter)
    assert both.expires == Expiry(date(2027, 5, 2), "week", Grade(9))
    one = belt(shown(12), quarter, standing("terms", CourseState.OPEN))
    assert (id_of(one.grade), one.expires) == (
        "2-kyu",
        Expiry(date(2027, 9, 2), "quarter", Grade(4)),
    )
    spare = belt(shown(12), week, quarter, standing("terms", until=date(2028, 1, 1)))
    assert spare.expires == Expiry(date(2027, 5, 2), "week", Grade(10))
    assert belt(shown(12), standing("week"), standing("quarter")).expires is None


def test_a_certificate_that_ran_out_lowers_the_belt_and_the_way_back_is_told() -> None:
    told = belt(
        shown(12), standing("quarter", CourseState.OPEN), standing("week", CourseState.EXPIRED)
    )
    assert (id_of(told.grade), id_of(told.rested)) == ("7-kyu", "2-kyu")
    assert told.back == "s1"


def test_mastery_fades_without_practice_and_what_it_was_is_told() -> None:
    told = belt(shown(12), standing("week"), now=NOW + 200 * DAY)
    assert (told.grade, id_of(told.rested)) == (None, "1-kyu")
    assert all(one.counts == 0 < one.rested for one in told.criteria)


def test_what_counts_does_not_fall_overnight_when_it_was_just_sure_enough() -> None:
    told = shown(6)["value"]
    assert not told.ability.vague
    month = told.until(NOW + 30 * DAY)
    assert month.ability.vague
    assert month.counted > 0
    assert told.until(NOW + 90 * DAY).counted == 0


def test_the_parts_shown_add_up_to_the_sum() -> None:
    told = belt(shown(7))
    (mastery,) = (one for one in told.requirements if one.kind is Kind.MASTERY)
    assert mastery.have == pytest.approx(sum(one.counts for one in told.criteria))


# What holds always ------------------------------------------------------------------------

SCENARIOS = tuple(f"s{number}" for number in range(8))
ATTEMPT = st.tuples(
    st.sampled_from(SCENARIOS), st.floats(0, 1), st.integers(1, 5), st.integers(0, 60)
)
GOOD = st.tuples(st.sampled_from(SCENARIOS), st.just(1.0), st.integers(1, 5), st.integers(0, 9))
HISTORY = st.builds(
    lambda good, more: good + more, st.lists(GOOD, max_size=30), st.lists(ATTEMPT, max_size=20)
)
CERTIFICATES = st.lists(st.sampled_from([*CourseState]), max_size=4)


def played(history: list[tuple[str, float, int, int]]) -> tuple[Proven, int]:
    """Return what a history comes to; each attempt has the days since the one before it."""
    told, at, tries = Proven(), 0, dict.fromkeys(SCENARIOS, 0)
    for scenario, share, level, days in history:
        at += days * DAY
        weight = 1 / (1 + tries[scenario])
        tries[scenario] += 1
        told = told.after(Weighed("a", scenario, at, share, authored_difficulty(level), weight))
    return told, at


def rank(told: Proven, states: list[CourseState], now: int) -> int:
    courses = [standing(str(place), one) for place, one in enumerate(states)]
    worn = belt(dict.fromkeys(CRITERIA, told), *courses, now=now).grade
    return 0 if worn is None else worn.rank


MORE = st.lists(st.tuples(st.sampled_from(SCENARIOS), st.integers(1, 5)), min_size=1, max_size=30)


@given(HISTORY, MORE, CERTIFICATES, st.integers(0, 400), st.integers(1, 50))
def test_attempts_that_earned_nothing_over_chance_never_lift_a_belt(
    history: list[tuple[str, float, int, int]],
    clicked: list[tuple[str, int]],
    states: list[CourseState],
    pause: int,
    tries: int,
) -> None:
    told, at = played(history)
    now = at + pause * DAY
    worn = rank(told, states, now)
    for scenario, level in clicked:
        before = told.until(now).surety
        told = told.after(Weighed("a", scenario, now, 0.0, authored_difficulty(level), 1 / tries))
        assert told.surety <= before
    assert rank(told, states, now) <= worn


@given(HISTORY, MORE, CERTIFICATES, st.integers(0, 400), st.integers(1, 50))
def test_a_perfect_attempt_never_lowers_a_belt(
    history: list[tuple[str, float, int, int]],
    mastered: list[tuple[str, int]],
    states: list[CourseState],
    pause: int,
    tries: int,
) -> None:
    told, at = played(history)
    now = at + pause * DAY
    worn = rank(told, states, now)
    for scenario, level in mastered:
        before = told.until(now).surety
        told = told.after(perfect(scenario, now, level=level, again=tries - 1))
        assert told.surety >= before
    assert rank(told, states, now) >= worn


def test_a_bad_attempt_that_makes_it_sure_enough_to_say_counts_nothing_before_a_good_one() -> None:
    told = shown(4)["value"]
    assert told.ability.vague
    for number in range(4, 8):
        told = told.after(replace(perfect(f"s{number}"), share=0.0))
    assert not told.ability.vague
    assert told.surety == float("-inf")
    assert told.after(perfect("s8")).surety > float("-inf")


def test_mastery_that_grows_likelier_by_waiting_alone_does_not_count() -> None:
    told = shown(6)["value"]
    later = told.until(NOW + 3 * DAY)
    assert later.ability.mastery > told.ability.mastery
    assert not later.ability.vague
    assert later.surety == told.surety


@given(HISTORY, CERTIFICATES, st.integers(0, 900), st.integers(0, 900))
def test_waiting_never_lifts_a_belt(
    history: list[tuple[str, float, int, int]], states: list[CourseState], pause: int, more: int
) -> None:
    told, at = played(history)
    sooner, later = at + pause * DAY, at + (pause + more) * DAY
    assert rank(told, states, later) <= rank(told, states, sooner)
    assert told.until(sooner).until(later).surety <= told.until(sooner).surety


@given(st.lists(st.tuples(st.sampled_from(SCENARIOS[:2]), st.integers(1, 5)), max_size=300))
def test_two_scenarios_played_perfectly_however_often_never_count(
    repeats: list[tuple[str, int]],
) -> None:
    told, _ = played([(scenario, 1.0, level, 0) for scenario, level in repeats])
    assert told.counted == 0


def test_a_thousand_perfect_repeats_weigh_less_than_eight_first_attempts_each() -> None:
    """1 + 1/2 + ... + 1/1000 is 7.5: repeats are bounded by the logarithm of their number."""
    repeats = proven(
        perfect(f"s{scenario}", again=again) for again in range(1000) for scenario in range(3)
    )
    firsts = proven(perfect(f"s{number}") for number in range(3 * 8))
    assert repeats.counted <= firsts.counted


@given(HISTORY, CERTIFICATES, st.sampled_from([*CourseState]), st.integers(0, 400))
def test_one_more_certificate_never_lowers_a_belt(
    history: list[tuple[str, float, int, int]],
    states: list[CourseState],
    before: CourseState,
    pause: int,
) -> None:
    told, at = played(history)
    now = at + pause * DAY
    assert rank(told, [*states, CourseState.CERTIFIED], now) >= rank(told, [*states, before], now)


REACHES = st.builds(
    Reach, st.dictionaries(st.text("abc", min_size=1), st.integers(0, 100)), st.integers(0, 12)
)


@given(REACHES)
def test_each_grade_asks_for_at_least_what_those_below_ask_for(most: Reach) -> None:
    needs = [asked(grade, most) for grade in GRADES]
    for below, above in pairwise(needs):
        assert below.mastery < above.mastery
        assert below.certificates <= above.certificates


@given(REACHES, st.builds(Asked, st.integers(0, 1200), st.integers(0, 12)))
def test_nothing_is_missing_for_exactly_the_grades_up_to_the_one_worn(
    most: Reach, have: Asked
) -> None:
    worn = highest(have, most)
    for grade in GRADES:
        met = all(one.met for one in requirements(grade, have, most))
        assert met == (worn is not None and grade <= worn)


@given(REACHES)
def test_whoever_shows_all_that_a_pack_has_wears_the_highest_belt_it_can_give(most: Reach) -> None:
    worn = highest(Asked(most.mastery, most.certificates), most)
    for grade in GRADES:
        possible = all(one.possible for one in requirements(grade, Asked(0, 0), most))
        assert possible == (worn is not None and grade <= worn)


def test_grades_are_called_as_in_every_dojo() -> None:
    assert [grade.id for grade in GRADES] == [
        *(f"{number}-kyu" for number in range(10, 0, -1)),
        *(f"{number}-dan" for number in range(1, 6)),
    ]
