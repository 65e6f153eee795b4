"""How far the choices of a scene lie apart."""

import pytest

from salesdojo.practice.solving import explored, solve
from salesdojo.practice.spread import spreads
from support.scenarios import Plain, choice, scenario

TWO_SCENES: dict[str, Plain] = {
    "opening": {
        "choices": {
            "ask": choice(points={"inquiry": 3}, goto="more"),
            "nod": choice(points={"inquiry": 1}, goto="more"),
            "sell": choice(points={"inquiry": -1}, goto="more"),
        }
    },
    "more": {
        "choices": {
            "sum_up": choice(points={"inquiry": 1}, goto="won"),
            "stop": choice(points={}, goto="won"),
        }
    },
    "won": {"end": "won"},
}


def test_a_scene_is_as_wide_as_its_worst_line_is_from_its_best() -> None:
    assert spreads(explored(scenario(TWO_SCENES))) == {
        "opening": pytest.approx(100.0),
        "more": pytest.approx(25.0),
    }


def test_a_line_that_costs_the_rest_of_the_talk_counts_all_of_it() -> None:
    told: dict[str, Plain] = {**TWO_SCENES, "lost": {"end": "lost"}}
    told["opening"] = {
        "choices": {
            "ask": choice(points={"inquiry": 3}, goto="more"),
            "insult": choice(points={"inquiry": -1}, goto="lost"),
        }
    }
    assert spreads(explored(scenario(told)))["opening"] == pytest.approx(125.0)


def test_where_nothing_can_be_earned_nothing_lies_apart() -> None:
    idle: dict[str, Plain] = {
        "opening": {"choices": {"wait": choice(points={}, goto="won")}},
        "won": {"end": "won"},
    }
    assert solve(scenario(idle)).start == 0
    assert spreads(explored(scenario(idle))) == {"opening": 0.0}
