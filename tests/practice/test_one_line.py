"""One line proves no level: what is told of a minimum after a single decision."""

import pytest

from salesdojo.content.model import Scenario
from salesdojo.practice.following import replay
from salesdojo.practice.scoring import score
from salesdojo.practice.solving import solve
from support.scenarios import Plain, choice, scenario


def one_line(pass_mark: int) -> Scenario:
    """Return a single decision whose second line earns a third, under the minimum level."""
    inquiry = {"name": "Inquiry", "weight": 100, "levels": ["1", "2", "3", "4"], "minimum": 2}
    scenes: dict[str, Plain] = {
        "opening": {
            "choices": {
                "ask": choice(points={"inquiry": 3}, goto="good"),
                "nod": choice(points={"inquiry": 1}, goto="bad"),
            }
        },
        "good": {"end": "advanced"},
        "bad": {"end": "stalled"},
    }
    changes = {"pass": pass_mark, "criteria": {"inquiry": inquiry}}
    return scenario(scenes, rubric_changes=changes)


@pytest.mark.parametrize(("pass_mark", "told"), [(70, ()), (30, ("inquiry",))])
def test_a_minimum_is_told_after_one_line_only_where_it_alone_decided(
    pass_mark: int, told: tuple[str, ...]
) -> None:
    story = one_line(pass_mark)
    result = score(replay(story, 1, ["nod"]), solve(story))
    assert not result.passed
    assert result.under_minimum == ("inquiry",)
    assert result.telling_minimum(story) == told
