"""The best road: it costs nothing, and no shorter one does."""

from hypothesis import given, settings

from salesdojo.content.model import Scenario
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.best_road import best_road
from salesdojo.practice.scoring import score
from salesdojo.practice.solving import explored
from salesdojo.practice.stepping import State, offered, opening_outcomes, outcomes, taking
from support.scenarios import choice, scenario, scenarios

END = {"end": "won"}


@settings(max_examples=80, deadline=None)
@given(story=scenarios(repeats=True))
def test_no_shorter_road_along_the_likeliest_ways_costs_nothing(story: Scenario) -> None:
    solved = explored(story)
    road = best_road(solved)
    shortest = _shortest(story, solved.solution.value, solved.solution.worth)
    if shortest is not None:
        assert road is not None
        assert len(road) == shortest


def _shortest(story: Scenario, value: object, worth: object) -> int | None:
    """Try all roads that cost nothing, one decision more each time."""
    assert callable(value)
    assert callable(worth)
    level = [_likeliest(opening_outcomes(story))]
    for decisions in range(13):
        if any(not offered(story, state) for state in level):
            return decisions
        level = list(
            dict.fromkeys(
                after
                for state in level
                for said in offered(story, state)
                for after in _free(story, state, said.id, value, worth)
            )
        )
    return None


def _free(
    story: Scenario, state: State, said: str, value: object, worth: object
) -> tuple[State, ...]:
    assert callable(value)
    assert callable(worth)
    taken = story.scenes[state.scene].choices[said]
    draw = outcomes(story, taking(story, state, taken), taken.goto)
    total = sum(weight for weight, _ in draw)
    points = {} if (state.scene, said) in state.taken else taken.points
    expected = sum(weight * value(after) for weight, after in draw)
    if total * (value(state) - worth(points)) != expected:
        return ()
    return (_likeliest(draw),)


def _likeliest(draw: tuple[tuple[int, State], ...]) -> State:
    return max(draw, key=lambda way: way[0])[1]


def test_the_best_road_of_a_talk_without_chance_is_perfect_when_it_is_played() -> None:
    story = scenario(
        {
            "hub": {
                "choices": {
                    "chat": choice(repeat=True, goto="hub"),
                    "ask": choice(points={"inquiry": 2}, goto="hub"),
                    "press": choice(points={"inquiry": -1}, goto="e"),
                    "go": choice(points={"value": 1}, goto="e"),
                }
            },
            "e": END,
        }
    )
    road = best_road(explored(story))
    assert road == (("hub", "ask"), ("hub", "go"))
    attempt = Attempt(story, 0)
    for _, taken in road:
        attempt, _ = attempt.take(taken)
    assert score(attempt, explored(story).solution).quality == 100


def test_where_the_likeliest_way_leads_in_circles_the_road_takes_the_other() -> None:
    story = scenario(
        {
            "hub": {"choices": {"knock": choice(repeat=True, goto="luck")}},
            "luck": {"goto": [{"weight": 3, "to": "hub"}, {"weight": 1, "to": "in"}]},
            "in": {"choices": {"ask": choice(points={"inquiry": 3}, goto="e")}},
            "e": END,
        }
    )
    assert best_road(explored(story)) == (("hub", "knock"), ("in", "ask"))


def test_a_talk_that_never_ends_has_no_best_road() -> None:
    story = scenario({"hub": {"choices": {"wait": choice(repeat=True, goto="hub")}}, "e": END})
    assert best_road(explored(story)) is None


def test_the_files_order_decides_between_roads_of_one_length() -> None:
    for first, other in ("ab", "ba"):
        story = scenario(
            {"s": {"choices": {first: choice(goto="e"), other: choice(goto="e")}}, "e": END}
        )
        assert best_road(explored(story)) == (("s", first),)


def test_a_talk_that_is_over_when_it_begins_needs_no_decision() -> None:
    assert best_road(explored(scenario({"e": END}))) == ()
