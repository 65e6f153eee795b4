"""What chance earns, held against playing every road."""

from fractions import Fraction

import pytest
from hypothesis import given

from salesdojo.content.model import Scenario
from salesdojo.practice.chance import chance_shares
from salesdojo.practice.solving import explored
from salesdojo.practice.stepping import (
    Draw,
    State,
    offered,
    opening_outcomes,
    outcomes,
    points_counted,
    taking,
)
from support.scenarios import choice, scenario, scenarios


def average(story: Scenario, criterion: str, draw: Draw) -> Fraction:
    """Return the points that a random clicker still earns, road by road."""

    def earned(state: State) -> Fraction:
        could = offered(story, state)
        each = [
            points_counted(state, said).get(criterion, 0)
            + average(story, criterion, outcomes(story, taking(story, state, said), said.goto))
            for said in could
        ]
        return Fraction(sum(each), len(could)) if could else Fraction(0)

    total = sum(weight for weight, _ in draw)
    return sum((Fraction(weight, total) * earned(state) for weight, state in draw), Fraction(0))


@given(scenarios())
def test_chance_earns_what_it_earns_over_every_road(story: Scenario) -> None:
    solved = explored(story)
    for criterion, share in chance_shares(solved).items():
        whole = average(story, criterion, opening_outcomes(story))
        expected = max(Fraction(0), whole / solved.solution.best[criterion])
        assert share == pytest.approx(float(expected))


def test_one_of_three_choices_earns_a_third_on_average() -> None:
    story = scenario(
        {
            "opening": {
                "choices": {
                    "ask": choice(points={"inquiry": 3}, goto="won"),
                    "tell": choice(points={}, goto="won"),
                    "sell": choice(points={"inquiry": -3}, goto="won"),
                    "wait": choice(points={"inquiry": 3}, goto="won"),
                }
            },
            "won": {"end": "won"},
        }
    )
    assert chance_shares(explored(story)) == {"inquiry": pytest.approx(0.25)}
