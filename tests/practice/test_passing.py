"""Whether an attempt can pass, and whether it can fail, held against trying every road."""

import pytest
from hypothesis import assume, given, settings

from salesdojo.content.model import Outcome, Scenario
from salesdojo.practice import passing as searched
from salesdojo.practice.liveness import cut_down
from salesdojo.practice.passing import Passing, TooManyRoadsError
from salesdojo.practice.roads import Roads
from salesdojo.practice.scoring import score
from salesdojo.practice.solving import explored
from support.every_road import EveryRoad
from support.judged import judged
from support.replaying import replayed
from support.scenarios import choice, scenario


def passing_of(story: Scenario) -> Passing:
    return Passing(Roads(explored(story)))


def everyone(passing: Passing) -> EveryRoad:
    every = EveryRoad(passing.roads.explored.solution, lambda _, could: (1,) * len(could))
    assert every.run(12)
    return every


@settings(max_examples=120, deadline=None)
@given(story=judged())
def test_a_road_passes_exactly_when_there_is_one_that_does(story: Scenario) -> None:
    passing = passing_of(story)
    road = passing.road()
    every = everyone(passing)
    assert (road is not None) == any(map(every.passes, every.ended))
    if road is not None:
        solution = passing.roads.explored.solution
        attempt = replayed(
            story, road, lambda one: one.outcome is not None and score(one, solution).passed
        )
        assume(attempt is not None)


@settings(max_examples=80, deadline=None)
@given(story=judged())
def test_a_road_passes_to_an_outcome_exactly_when_there_is_one(story: Scenario) -> None:
    passing = passing_of(story)
    every = everyone(passing)
    passed = {
        every.scenario.scenes[player.state.scene].end or Outcome.STALLED
        for player in every.ended
        if every.passes(player)
    }
    found = {outcome for outcome in passing.roads.outcomes if passing.road(outcome) is not None}
    assert found == passed


@settings(max_examples=120, deadline=None)
@given(story=judged())
def test_nobody_can_fail_exactly_when_every_road_passes(story: Scenario) -> None:
    passing = passing_of(story)
    every = everyone(passing)
    assert passing.can_fail() == (not all(map(every.passes, every.ended)))


@settings(max_examples=80, deadline=None)
@given(story=judged(repeats=True))
def test_in_talks_that_go_round_a_road_that_is_found_passes(story: Scenario) -> None:
    passing = passing_of(story)
    road = passing.road()
    if road is None:
        return
    solution = passing.roads.explored.solution
    attempt = replayed(
        story, road, lambda one: one.outcome is not None and score(one, solution).passed
    )
    assume(attempt is not None)


@settings(max_examples=80, deadline=None)
@given(story=judged(repeats=True))
def test_in_talks_that_go_round_whoever_fails_is_foreseen(story: Scenario) -> None:
    passing = passing_of(story)
    live = passing.roads.explored.solution.liveness
    every = EveryRoad(
        passing.roads.explored.solution,
        lambda _, could: (1,) * len(could),
        1.0,
        lambda state: cut_down(state, live),
    )
    every.run(8)
    if not all(map(every.passes, every.ended)):
        assert passing.can_fail()


def test_a_mark_of_0_is_passed_whatever_is_lost() -> None:
    story = scenario(
        {
            "hub": {
                "choices": {
                    "ask": choice(points={"inquiry": 3}, goto="won"),
                    "push": choice(points={"inquiry": -3}, goto="won"),
                }
            },
            "won": {"end": "won"},
        },
        rubric_changes={"pass": 0},
    )
    assert not passing_of(story).can_fail()


def test_going_round_for_ever_can_fail() -> None:
    story = scenario(
        {
            "hub": {
                "choices": {
                    "ask": choice(points={"inquiry": 3}, goto="won"),
                    "wait": choice(repeat=True, goto="chance"),
                }
            },
            "chance": {"goto": [{"weight": 1, "to": "hub"}, {"weight": 1, "to": "won"}]},
            "won": {"end": "won"},
        },
        rubric_changes={"pass": 10},
    )
    passing = passing_of(story)
    assert passing.can_fail()
    assert passing.road() == ("ask",)


def test_too_many_roads_are_given_up_rather_than_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searched, "MOST_TRIED", 2)
    story = scenario(
        {
            "a": {"choices": {f"a{n}": choice(points={"inquiry": n}, goto="b") for n in range(3)}},
            "b": {"choices": {f"b{n}": choice(points={"value": n}, goto="c") for n in range(3)}},
            "c": {"choices": {f"c{n}": choice(points={"value": n}, goto="won") for n in range(3)}},
            "won": {"end": "won"},
        },
        rubric_changes={"pass": 10},
    )
    with pytest.raises(TooManyRoadsError):
        passing_of(story).road()
