"""The figures beside a rehearsal add up, and are those of the score."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdojo.authoring.previewing.rehearsal import Rehearsal
from salesdojo.authoring.previewing.standing import closed, standing
from salesdojo.content.model import Scenario
from salesdojo.practice.scoring import score
from salesdojo.practice.solving import solve
from salesdojo.practice.table.players import Player
from support.scenarios import choice, scenario, scenarios
from support.table_talks import OPENING, table_talk

TALK = scenario(
    {
        "door": {
            "choices": {
                "ask": choice(points={"inquiry": 3}, goto="table"),
                "push": choice(breach="false_identity", goto="table"),
            }
        },
        "table": {
            "choices": {
                "offer": choice(points={"value": 2}, goto="good"),
                "wait": choice(when="turn >= 5", goto="good"),
            }
        },
        "good": {"end": "won"},
    }
)


def test_a_perfect_beginning_has_everything_before_it() -> None:
    figures = standing(Rehearsal.begun(TALK, 1).attempt, solve(TALK))
    assert (figures.value, figures.quality, figures.start_weight) == (100, 100, 100)
    assert figures.costs == {"ask": 0, "push": 60}
    assert figures.points == {"inquiry": (0, 3), "value": (0, 2)}
    assert (figures.breaches, figures.result) == ((), None)


def test_a_costly_choice_lowers_the_quality_and_v_alike() -> None:
    figures = standing(Rehearsal.begun(TALK, 1).taken("push").attempt, solve(TALK))
    assert (figures.value, figures.quality, figures.losses) == (40, 40, (60,))
    assert figures.breaches == ("false_identity",)


def test_a_choice_that_is_closed_is_named() -> None:
    attempt = Rehearsal.begun(TALK, 1).taken("ask").attempt
    assert [one.id for one in closed(attempt)] == ["wait"]


@given(scenarios(repeats=True), st.integers(0, 99))
def test_the_figures_at_the_end_are_those_of_the_score(generated: Scenario, luck: int) -> None:
    solution = solve(generated)
    attempt = Rehearsal.begun(generated, luck).strolled(luck).attempt
    figures = standing(attempt, solution)
    if attempt.outcome is None:
        return
    result = score(attempt, solution)
    assert figures.result == result
    assert figures.quality == result.quality
    assert figures.losses == tuple(judged.loss for judged in result.decisions)
    assert figures.value == pytest.approx(0)


def test_at_a_table_v_is_that_of_the_whole_table_until_it_is_over() -> None:
    story = table_talk()
    solution = solve(story)
    begun = Rehearsal.begun(story, 1).taken("warm")
    before = standing(begun.attempt, solution)
    moved = standing(begun.taken(OPENING).attempt, solution)
    assert (moved.value, moved.quality, moved.losses) == (before.value, 100, (0, 0))
    left = standing(begun.taken(OPENING).taken("walk_away").attempt, solution)
    assert left.losses[:2] == (0, 0)
    assert left.losses[2] > 30
    assert left.quality == pytest.approx(100 - left.losses[2])


def test_what_each_player_costs_is_known_where_a_table_begins() -> None:
    story = table_talk()
    solution = solve(story)
    begun = Rehearsal.begun(story, 1).taken("warm")
    costs = standing(begun.attempt, solution).costs
    assert set(costs) == {f"as {player}" for player in Player}
    assert costs["as expert"] == 0
    for player in (Player.SPLITTER, Player.HARDBALL):
        played = standing(begun.left_to(player).attempt, solution)
        assert sum(played.losses) == pytest.approx(costs[f"as {player}"])
    assert standing(begun.taken("ask why_pilot").attempt, solution).costs == {}
