"""Whether a talk can fail is proved by a road, also where chance leads back to where it was."""

import pytest

from salesdojo.content.model import Scenario
from salesdojo.practice.exact_play import passing, uniform
from salesdojo.practice.passing import Passing
from salesdojo.practice.roads import Roads
from salesdojo.practice.solving import explored
from support.scenarios import choice, scenario


def circling(mark: int) -> Scenario:
    """Return a talk that can be lost bit by bit: by waiting, which chance may let go on."""
    back = [{"weight": 1, "to": "ask"}, {"weight": 1, "to": "end"}]
    return scenario(
        {
            "ask": {
                "choices": {
                    "wait": choice(repeat=True, goto=back),
                    "why": choice(points={"inquiry": 3}, goto="end"),
                }
            },
            "end": {"end": "won"},
        },
        rubric_changes={"pass": mark},
    )


@pytest.mark.parametrize("mark", [0, 10, 70])
def test_it_can_fail_where_some_random_players_do(mark: int) -> None:
    solved = explored(circling(mark))
    some_fail = passing(solved, uniform(solved)) < 1
    assert Passing(Roads(solved)).can_fail() == some_fail
