"""A session composed: what is in it, in which order, and what never is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdojo.content.catalogue import Entry, Pack
from salesdojo.records.mastery.known import Known
from salesdojo.records.mastery.skills import DAY
from salesdojo.records.planning.plan import Plan, plan
from salesdojo.records.planning.reasons import Why
from support.sessions import (
    CRITERIA,
    NOON,
    able,
    course,
    entry,
    held,
    journey,
    pack,
    people,
    talk,
)

T = TypeVar("T")

DRILLS = tuple(
    entry(f"{criterion}{number}", criterion) for criterion in CRITERIA for number in range(6)
)
TALKS = (talk("first"), talk("second"), talk("third"), talk("long", minutes=20))
ALL = (*DRILLS, *TALKS, entry("case_b", "inquiry", kind="variant"), talk("chapter"))
PACK = pack(
    course("week", "first", "second"),
    course("months", "third", after=("week",)),
    journeys=(journey("deal", "chapter"),),
)
NAMES = tuple(one.id for one in ALL)
MINUTES = st.sampled_from((2, 5, 15))


def made(
    known: Known,
    minutes: int = 5,
    *,
    again: bool = False,
    entries: Sequence[Entry] = ALL,
    of: Pack = PACK,
) -> Plan:
    return plan(entries, of, known, now=NOON, minutes=minutes, again=again)


def names(session: Plan) -> list[str]:
    return [item.entry.id for item in session.items]


def test_five_minutes_are_five_drills_and_no_criterion_is_forgotten() -> None:
    session = made(Known())
    assert [one.entry.kind for one in session.items] == ["drill"] * 5
    assert {one.because.criterion for one in session.items[:3]} == set(CRITERIA)


def test_a_quarter_of_an_hour_has_one_scenario_after_the_drills() -> None:
    session = made(Known(), 15)
    assert [one.entry.kind for one in session.items] == ["drill"] * 7 + ["scenario"]
    assert session.minutes == 15


def test_the_weakest_criterion_comes_first() -> None:
    weak = Known(
        abilities={"closing": able(0.9), "inquiry": able(0.35), "manners": able(0.9)},
        criteria={one: held(9, 0.95) for one in CRITERIA},
    )
    first = made(weak).items[0]
    assert (first.because.criterion, first.because.why) == ("inquiry", Why.WEAKEST)
    assert first.because.share == pytest.approx(0.35)


def test_what_is_mastered_comes_back_when_it_has_faded() -> None:
    mastered = {one: able(0.97) for one in CRITERIA}
    faded = Known(
        abilities=mastered,
        criteria={"closing": held(-3, 0.8), "inquiry": held(9, 0.97), "manners": held(9, 0.97)},
    )
    first = made(faded).items[0]
    assert (first.because.criterion, first.because.why) == ("closing", Why.DUE)
    assert first.because.due == NOON - 3 * DAY


def test_of_the_drills_of_a_criterion_the_due_come_first_and_those_not_due_last() -> None:
    known = Known(
        drills={
            "inquiry0": held(9, 0.95),
            "inquiry4": held(-1, 0.84),
            "inquiry5": held(-9, 0.7),
        }
    )
    only = tuple(one for one in DRILLS if one.criteria[0].id == "inquiry")
    session = made(known, 15, entries=only)
    assert names(session) == [
        "inquiry5", "inquiry4", "inquiry1", "inquiry2", "inquiry3", "inquiry0",
    ]  # fmt: skip
    assert [one.because.why for one in session.items[:3]] == [Why.DUE, Why.DUE, Why.NEW]


def test_what_was_begun_is_gone_on_with() -> None:
    known = Known(unfinished=frozenset({"second"}), passes={"first": NOON - DAY})
    last = made(known, 15).items[-1]
    assert (last.entry.id, last.because.why) == ("second", Why.UNFINISHED)


def test_what_was_passed_waits_for_what_was_not() -> None:
    weak = {one: able(0.5) for one in CRITERIA}
    known = Known(abilities=weak, passes={"first": NOON - DAY})
    easier_and_next = (talk("first", level=3), talk("second", level=5))
    assert names(made(known, 15, entries=easier_and_next)) == ["second"]
    both = replace(known, passes={"first": NOON - DAY, "second": NOON - DAY})
    assert names(made(both, 15, entries=easier_and_next)) == ["first"]


def test_a_newcomer_begins_with_the_easy() -> None:
    easy_and_hard = (talk("hard", level=5), talk("easy", level=1), talk("middling", level=3))
    assert names(made(Known(), 15, entries=easy_and_hard)) == ["easy"]


def test_where_there_is_no_drill_a_short_talk_is_played() -> None:
    assert names(made(Known(), entries=(talk("short", minutes=5), talk("long")))) == ["short"]


def test_a_scenario_that_stands_in_a_course_too_is_no_secret_of_a_journey() -> None:
    both = pack(course("week", "chapter"), journeys=(journey("deal", "chapter"),))
    assert names(made(Known(), 15, entries=(talk("chapter"),), of=both)) == ["chapter"]


def test_what_gives_no_points_trains_nothing() -> None:
    assert made(Known(), entries=(entry("bare"),)).items == ()


def test_what_was_done_within_a_day_comes_again_only_when_wished() -> None:
    done = Known(done={"inquiry0": NOON - DAY + 1, "inquiry1": NOON - DAY})
    only = (entry("inquiry0", "inquiry"), entry("inquiry1", "inquiry"))
    assert names(made(done, entries=only)) == ["inquiry1"]
    assert set(names(made(done, entries=only, again=True))) == {"inquiry0", "inquiry1"}


@given(people(NAMES), MINUTES, st.booleans())
def test_no_session_is_longer_than_asked_nor_has_anything_twice(
    known: Known, minutes: int, again: bool
) -> None:
    session = made(known, minutes, again=again)
    assert session.minutes <= minutes
    assert len(set(names(session))) == len(session.items)
    assert sum(one.entry.kind == "scenario" for one in session.items) <= 1


@given(people(NAMES), MINUTES)
def test_nothing_that_was_done_within_a_day_is_in_it(known: Known, minutes: int) -> None:
    for name in names(made(known, minutes)):
        assert NOON - known.done.get(name, NOON - DAY) >= DAY


@given(people(NAMES), MINUTES, st.booleans())
def test_prerequisites_are_kept_and_exams_and_journeys_left_alone(
    known: Known, minutes: int, again: bool
) -> None:
    session = names(made(known, minutes, again=again))
    assert "case_b" not in session
    # What somebody began themselves is gone on with, wherever it stands.
    assert "chapter" not in set(session) - known.unfinished
    if not known.passes.keys() >= {"first", "second"}:
        assert "third" not in set(session) - known.unfinished
    if "first" not in known.passes:
        assert "second" not in set(session) - known.unfinished


def shuffled(dice: Random, facts: Mapping[str, T]) -> dict[str, T]:
    return {name: facts[name] for name in dice.sample(sorted(facts), len(facts))}


@given(people(NAMES), MINUTES, st.randoms())
def test_the_same_facts_give_the_same_session_in_whichever_order_they_stand(
    known: Known, minutes: int, dice: Random
) -> None:
    turned = replace(
        known,
        abilities=shuffled(dice, known.abilities),
        criteria=shuffled(dice, known.criteria),
        drills=shuffled(dice, known.drills),
        done=shuffled(dice, known.done),
    )
    other: list[Entry] = dice.sample(ALL, len(ALL))
    assert made(turned, minutes, entries=other) == made(known, minutes)


@given(people(NAMES), MINUTES)
def test_every_item_says_why_and_what_it_may_gain(known: Known, minutes: int) -> None:
    for item in made(known, minutes).items:
        assert 0 <= item.priority <= 1
        assert item.because.criterion in {one.id for one in item.entry.criteria}
        if item.because.why in {Why.WEAK, Why.WEAKEST}:
            assert item.because.share is not None
        if item.because.why is Why.DUE:
            assert item.because.due is not None
            assert item.because.due <= NOON
