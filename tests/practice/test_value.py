"""The exact value, held against trying every road."""

from fractions import Fraction

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from salesdojo.content.model import Scenario
from salesdojo.errors import PracticeError
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.liveness import cut_down, liveness
from salesdojo.practice.scoring import score
from salesdojo.practice.solving import Solution, solve
from salesdojo.practice.state_graph import explore
from salesdojo.practice.stepping import offered, opening_outcomes, outcomes, points_counted, taking
from salesdojo.practice.too_large import TooLargeError
from support.brute_force import BruteForce
from support.scenarios import choice, scenario, scenarios


def solved(story: Scenario) -> Solution:
    """Solve a generated story; the rare one that is refused as too large is no example."""
    try:
        return solve(story)
    except TooLargeError:
        reject()


def random_attempt(story: Scenario, seed: int, data: st.DataObject) -> Attempt:
    attempt = Attempt(story, seed)
    while attempt.outcome is None and attempt.turn < 30:
        could = [choice.id for choice in attempt.offered]
        attempt, _ = attempt.take(data.draw(st.sampled_from(could)))
    return attempt


@settings(max_examples=60, deadline=None)
@given(story=scenarios(), seed=st.integers(0, 99), data=st.data())
def test_value_losses_and_quality_agree_with_every_road_tried(
    story: Scenario, seed: int, data: st.DataObject
) -> None:
    truth = BruteForce(story)
    solution = solved(story)
    attempt = random_attempt(story, seed, data)
    start = truth.expected(opening_outcomes(story))

    assert dict(solution.best) == truth.best
    assert Fraction(solution.start, truth.denominator) == start
    costs = [
        truth.value(event.before)
        - truth.worth(event.before, event.choice.id)
        - truth.expected(truth.after(event.before, event.choice.id))
        for event in attempt.events
    ]
    assert all(cost >= 0 for cost in costs)
    result = score(attempt, solution)
    if start > 0:
        assert result.quality == float(100 * max(Fraction(0), 1 - sum(costs, Fraction(0)) / start))
        assert [judged.loss for judged in result.decisions] == [
            float(100 * cost / start) for cost in costs
        ]


@settings(max_examples=60, deadline=None)
@given(story=scenarios(repeats=True), seed=st.integers(0, 99), data=st.data())
def test_every_state_is_worth_its_best_choice(
    story: Scenario, seed: int, data: st.DataObject
) -> None:
    """The optimality equation, in stories whose loops never end by themselves."""
    solution = solved(story)
    attempt = random_attempt(story, seed, data)
    for event in attempt.events:
        worths = [
            solution.worth(points_counted(event.before, could))
            + solution.expected(outcomes(story, taking(story, event.before, could), could.goto))
            for could in offered(story, event.before)
        ]
        assert max(worths) == solution.value(event.before)


@settings(max_examples=60, deadline=None)
@given(story=scenarios(repeats=True), seed=st.integers(0, 99), data=st.data())
def test_playing_best_choices_only_is_perfect(
    story: Scenario, seed: int, data: st.DataObject
) -> None:
    solution = solved(story)
    attempt = Attempt(story, seed)
    while attempt.outcome is None and attempt.turn < 40:
        here = attempt.state
        best = [
            could.id
            for could in attempt.offered
            if solution.worth(points_counted(here, could))
            + solution.expected(outcomes(story, taking(story, here, could), could.goto))
            == solution.value(here)
        ]
        attempt, _ = attempt.take(data.draw(st.sampled_from(best)))
    if attempt.outcome is not None:
        result = score(attempt, solution)
        assert result.quality == 100
        assert all(judged.loss == 0 for judged in result.decisions)


@settings(max_examples=60, deadline=None)
@given(story=scenarios(repeats=True), seed=st.integers(0, 99), data=st.data())
def test_a_state_cut_down_is_worth_the_same(
    story: Scenario, seed: int, data: st.DataObject
) -> None:
    solution = solved(story)
    attempt = random_attempt(story, seed, data)
    states = [event.after for event in attempt.events] + [attempt.state]
    for state in states:
        less = cut_down(state, solution.liveness)
        assert solution.value(less) == solution.value(state)
        assert [could.id for could in offered(story, less)] == [
            could.id for could in offered(story, state)
        ]


@settings(max_examples=30, deadline=None)
@given(story=scenarios(repeats=True))
def test_a_solution_survives_its_cache(story: Scenario) -> None:
    solution = solved(story)
    again = Solution.from_json(story, solution.to_json())
    assert again == solution


def test_a_damaged_cache_is_refused() -> None:
    story = scenario({"s": {"choices": {"a": choice(points={"inquiry": 3}, goto="e")}}, "e": END})
    kept = solve(story).to_json()
    for damaged in (b"", b"{}", b"[]", kept[:-5], kept.replace(b'"method":1', b'"method":0')):
        with pytest.raises(ValueError, match=r".*"):
            Solution.from_json(story, damaged)


END = {"end": "won"}


def test_asking_again_and_again_until_luck_comes_is_worth_the_luck() -> None:
    """A loop with chance in it: each round leaves with one chance in four."""
    story = scenario(
        {
            "hub": {
                "choices": {
                    "wait": choice(repeat=True, goto="chance"),
                    "stop": choice(points={"inquiry": 1}, goto="e"),
                }
            },
            "chance": {"goto": [{"weight": 1, "to": "open"}, {"weight": 3, "to": "hub"}]},
            "open": {"choices": {"ask": choice(points={"inquiry": 3}, goto="e")}},
            "e": END,
        }
    )
    solution = solve(story)
    assert solution.start == 60 * 3  # weight 60, three points, in units of 1/3 point


def test_a_loop_that_nobody_can_leave_is_worth_nothing() -> None:
    story = scenario(
        {
            "hub": {"choices": {"wait": choice(repeat=True, points={"value": 2}, goto="hub")}},
            "e": END,
        }
    )
    solution = solve(story)
    assert solution.start == 40 * 2
    assert solution.best == {"value": 2}


def test_a_story_with_too_many_states_is_refused() -> None:
    questions = {f"q{n}": choice(points={"inquiry": 1}, goto="hub") for n in range(18)}
    story = scenario({"hub": {"choices": {**questions, "go": choice(goto="e")}}, "e": END})
    with pytest.raises(PracticeError) as refused:
        solve(story)
    assert refused.value.code == "PR003"


def test_a_condition_on_a_turn_far_away_is_refused() -> None:
    story = scenario(
        {
            "s": {"choices": {"a": choice(when="turn > 99999", goto="e"), "b": choice(goto="e")}},
            "e": END,
        }
    )
    with pytest.raises(PracticeError) as refused:
        solve(story)
    assert refused.value.code == "PR003"


def test_rushing_to_the_close_never_beats_the_full_talk() -> None:
    story = scenario(
        {
            "s": {
                "choices": {
                    "rush": choice(points={"inquiry": 3}, goto="close"),
                    "listen": choice(points={"inquiry": 1}, goto="more"),
                }
            },
            "more": {"choices": {"ask": choice(points={"inquiry": 3}, goto="close")}},
            "close": {"choices": {"sign": choice(points={"value": 3}, goto="e")}},
            "e": END,
        }
    )
    solution = solve(story)
    rushed, full = (
        score(_played(story, road), solution)
        for road in (("rush", "sign"), ("listen", "ask", "sign"))
    )
    assert full.quality == 100
    assert rushed.quality == 85
    assert rushed.decisions[0].best == ("listen",)


def _played(story: Scenario, road: tuple[str, ...]) -> Attempt:
    attempt = Attempt(story, 0)
    for taken in road:
        attempt, _ = attempt.take(taken)
    return attempt


@settings(max_examples=30, deadline=None)
@given(story=scenarios(repeats=True))
def test_a_compiled_state_is_read_back_as_the_state_it_was(story: Scenario) -> None:
    graph = explore(story, liveness(story))
    for number in range(len(graph)):
        state = graph.state(number)
        assert graph.scene(number) == state.scene
        assert graph.numbering.compiled(state) == graph.states[number]
