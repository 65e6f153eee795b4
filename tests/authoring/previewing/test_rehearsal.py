"""A talk played by its author, and taken along into the next version of its file."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdojo.authoring.previewing.rehearsal import (
    LONGEST_STROLL,
    Apart,
    Parting,
    Rehearsal,
    Step,
)
from salesdojo.content.model import Scenario
from salesdojo.errors import PracticeError
from support.scenarios import Plain, choice, scenario, scenarios


def visit(**changes: Plain) -> Scenario:
    """Return a talk of two decisions; `changes` replace scenes."""
    scenes: dict[str, Plain] = {
        "door": {
            "choices": {
                "ask": choice(say="Why?", effect={"trust": 20}, goto="table"),
                "push": choice(say="Sign.", goto="table"),
            }
        },
        "table": {
            "choices": {
                "offer": choice(say="A trial?", when="trust >= 50", goto="good"),
                "wait": choice(say="...", goto="bad"),
            }
        },
        "good": {"end": "won"},
        "bad": {"end": "lost"},
        **changes,
    }
    return scenario(scenes, meters={"trust": 40})


def door(**choices: Any) -> Plain:
    return {"choices": choices}


def at(*choices: str, version: Scenario | None = None) -> Rehearsal:
    rehearsal = Rehearsal.begun(version or visit(), seed=1)
    for name in choices:
        rehearsal = rehearsal.taken(name)
    return rehearsal


def test_a_choice_is_taken_and_taken_back() -> None:
    assert at("ask").back() == at()
    assert at("ask", "offer").back(2) == at()
    assert at("ask", "offer").cut(1) == at("ask")


def test_nothing_is_before_the_beginning_and_nothing_is_cut_from_a_shorter_road() -> None:
    assert at().back() == at()
    assert at("ask").cut(5) == at("ask")


def test_only_what_is_offered_can_be_taken() -> None:
    with pytest.raises(PracticeError):
        at("push").taken("offer")


def test_an_unchanged_version_keeps_the_road() -> None:
    assert at("ask", "offer").moved_to(visit()) == (at("ask", "offer"), None)


def test_other_words_and_other_points_keep_the_road() -> None:
    other = visit(table={"choices": {"offer": choice(say="Shall we try it?", goto="good")}})
    moved, parting = at("ask", "offer").moved_to(other)
    assert parting is None
    assert moved.road == (Step("door", "ask"), Step("table", "offer"))
    assert moved.scenario is other


def test_the_road_ends_before_a_choice_that_is_gone() -> None:
    other = visit(table=door(wait=choice(say="...", goto="bad")))
    moved, parting = at("ask", "offer").moved_to(other)
    assert moved.road == (Step("door", "ask"),)
    assert parting == Parting(2, Step("table", "offer"), Apart.GONE)


def test_the_road_ends_before_a_choice_that_is_not_offered_any_more() -> None:
    other = visit(door=door(ask=choice(say="Why?", goto="table")))
    moved, parting = at("ask", "offer").moved_to(other)
    assert moved.attempt.scene.id == "table"
    assert parting == Parting(2, Step("table", "offer"), Apart.CLOSED)


def test_the_road_ends_where_the_talk_goes_elsewhere() -> None:
    other = visit(door=door(ask=choice(say="Why?", goto="bad")))
    moved, parting = at("ask", "offer").moved_to(other)
    assert moved.attempt.scene.id == "bad"
    assert parting == Parting(2, Step("table", "offer"), Apart.ELSEWHERE)


def test_what_was_lost_comes_back_with_the_version_that_has_it_again() -> None:
    without = visit(table=door(wait=choice(say="...", goto="bad")))
    moved, _ = at("ask", "offer").moved_to(without)
    assert moved.moved_to(visit()) == (at("ask", "offer"), None)


def test_what_was_lost_is_forgotten_once_another_road_is_taken() -> None:
    without = visit(table=door(wait=choice(say="...", goto="bad")))
    moved, _ = at("ask", "offer").moved_to(without)
    assert moved.back().moved_to(visit()) == (at(), None)


def test_a_choice_with_another_name_and_the_same_words_is_the_same() -> None:
    renamed = visit(
        door=door(ask_why=choice(say="Why?", goto="table"), push=choice(say="Sign.", goto="table"))
    )
    moved, parting = at("ask").moved_to(renamed)
    assert parting is None
    assert moved.road == (Step("door", "ask_why"),)


def test_another_choice_with_other_words_is_not_the_same() -> None:
    other = visit(door=door(leave=choice(say="Goodbye.", goto="bad")))
    assert at("ask").moved_to(other)[1] == Parting(1, Step("door", "ask"), Apart.GONE)


def test_a_scene_with_another_name_is_the_same() -> None:
    renamed = scenario(
        {
            "gate": door(ask=choice(say="Why?", goto="good")),
            "good": {"end": "won"},
        }
    )
    moved, parting = at("ask").moved_to(renamed)
    assert parting is None
    assert moved.road == (Step("gate", "ask"),)


def test_random_play_comes_to_an_end_and_is_the_same_for_the_same_luck() -> None:
    played = at().strolled(3)
    assert played.over
    assert played == at().strolled(3)
    assert {at().strolled(luck).road for luck in range(20)} > {played.road}


def test_random_play_goes_on_from_where_it_stands_step_by_step() -> None:
    assert at("ask").strolled(3, most=1).road[:1] == (Step("door", "ask"),)
    assert len(at().strolled(3, most=1).road) == 1


def test_random_play_of_a_talk_without_an_end_stops() -> None:
    turning = scenario({"talk": door(again=choice(repeat=True, goto="talk"))})
    played = Rehearsal.begun(turning, 1).strolled(1)
    assert len(played.road) == LONGEST_STROLL
    assert not played.over


@given(scenarios(repeats=True), scenarios(repeats=True), st.integers(0, 99))
def test_every_kept_choice_was_offered_and_the_rest_is_kept_for_later(
    old: Scenario, new: Scenario, luck: int
) -> None:
    before = Rehearsal.begun(old, luck).strolled(luck, most=12)
    moved, parting = before.moved_to(new)
    assert moved.scenario is new
    assert all(event.choice.id in event.offered for event in moved.attempt.events)
    assert (*moved.road, *moved.ahead) == before.road
    assert (parting is None) == (moved.ahead == ())
    if parting is not None:
        assert (parting.turn, parting.step) == (len(moved.road) + 1, moved.ahead[0])


@given(scenarios(repeats=True), scenarios(repeats=True), st.integers(0, 99))
def test_going_back_to_a_version_brings_its_road_back(
    old: Scenario, new: Scenario, luck: int
) -> None:
    before = Rehearsal.begun(old, luck).strolled(luck, most=12)
    assert before.moved_to(new)[0].moved_to(old) == (before, None)
