"""What a policy comes to, held against playing every road."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings

from salesdojo.content.model import Choice, Outcome, Scenario
from salesdojo.errors import PracticeError
from salesdojo.practice.exact_play import (
    Policy,
    choices_taken,
    mean_quality,
    outcome_shares,
    passing,
    scenes_seen,
    traffic,
    uniform,
    worst_quality,
)
from salesdojo.practice.liveness import cut_down
from salesdojo.practice.loop_flow import LARGEST
from salesdojo.practice.random_player import RandomPlayer
from salesdojo.practice.solving import Explored, explored
from salesdojo.practice.stepping import State
from support.every_road import EveryRoad
from support.judged import choices_of, judged
from support.scenarios import choice, scenario

END = {"end": "won"}


def alike(state: State, could: Sequence[Choice]) -> Sequence[int]:
    del state
    return (1,) * len(could)


def uneven(state: State, could: Sequence[Choice]) -> Sequence[int]:
    """Weigh by what a state shows, some choices not at all."""
    weights = [(len(said.id) + ord(said.id[-1]) + len(state.scene)) % 3 for said in could]
    return weights if any(weights) else (1,) * len(could)


def as_policy(solved: Explored, policy: object) -> Policy:
    assert callable(policy)
    graph = solved.graph

    def weights(number: int) -> Sequence[int]:
        could = [graph.numbering.choices[taken][1] for taken, _, _ in graph.edges[number]]
        weighed: Sequence[int] = policy(graph.state(number), could)
        return weighed

    return weights


def agree(solved: Explored, policy: Policy, truth: EveryRoad) -> None:
    story, near = solved.scenario, 1e-9
    assert mean_quality(solved, policy) == pytest.approx(float(truth.mean), abs=100 * near)
    assert passing(solved, policy) == pytest.approx(float(truth.passing), abs=near)
    outcomes = outcome_shares(solved, policy)
    assert outcomes == pytest.approx({way: float(truth.outcome(way)) for way in Outcome}, abs=near)
    seen = scenes_seen(solved, policy)
    assert seen == pytest.approx({name: float(truth.seen(name)) for name in story.scenes}, abs=near)
    taken = choices_taken(solved, policy)
    assert taken == pytest.approx(
        {name: float(truth.taken(name)) for name in choices_of(story)}, abs=near
    )
    gone = {way: float(times) for way, times in truth.traffic.items()}
    assert dict(traffic(solved, policy)) == pytest.approx(gone, abs=near)


@pytest.mark.parametrize("player", [alike, uneven])
@settings(max_examples=40, deadline=None)
@given(story=judged())
def test_every_figure_agrees_with_playing_every_road(player: object, story: Scenario) -> None:
    assert callable(player)
    solved = explored(story)
    truth = EveryRoad(solved.solution, player)
    assert truth.run(20)
    agree(solved, as_policy(solved, player), truth)
    if player is alike:
        assert worst_quality(solved) == min(map(truth.quality, truth.ended))


@pytest.mark.parametrize("player", [alike, uneven])
@settings(max_examples=40, deadline=None)
@given(story=judged(repeats=True))
def test_every_figure_agrees_where_talks_can_go_round(player: object, story: Scenario) -> None:
    assert callable(player)
    solved = explored(story)
    live = solved.solution.liveness
    truth = EveryRoad(solved.solution, player, 1.0, lambda state: cut_down(state, live))
    assume(truth.run(400, least=1e-12, most=1000))
    agree(solved, as_policy(solved, player), truth)


def around(**more: object) -> Scenario:
    """A talk that can be gone round for ever: the longer, the more it costs."""
    return scenario(
        {
            "hub": {
                "choices": {
                    "wait": choice(repeat=True, goto="hub"),
                    "ask": choice(points={"inquiry": 3}, goto="e"),
                    **more,
                }
            },
            "e": END,
        }
    )


def always(name: str, solved: Explored) -> Policy:
    graph = solved.graph

    def weights(number: int) -> Sequence[int]:
        names = [graph.numbering.choices[taken][1].id for taken, _, _ in graph.edges[number]]
        return [int(said == name) for said in names]

    return weights


def test_a_player_that_circles_for_ever_is_stalled_and_has_lost_what_was_left() -> None:
    solved = explored(around())
    circling = always("wait", solved)
    assert mean_quality(solved, circling) == 0
    assert passing(solved, circling) == 0
    assert outcome_shares(solved, circling)[Outcome.STALLED] == 1
    assert scenes_seen(solved, circling) == {"hub": 1, "e": 0}
    assert choices_taken(solved, circling) == {("hub", "wait"): 1, ("hub", "ask"): 0}
    assert traffic(solved, circling) == {}


def test_going_round_costs_nothing_as_long_as_the_way_out_stays() -> None:
    solved = explored(around())
    assert mean_quality(solved, uniform(solved)) == pytest.approx(100)
    assert choices_taken(solved, uniform(solved))["hub", "wait"] == pytest.approx(0.5)
    assert traffic(solved, uniform(solved))["hub", "wait", "hub"] == pytest.approx(1)
    assert worst_quality(solved) == 100


def test_every_round_that_gambles_badly_costs_again() -> None:
    """The gamble keeps the talk on with one chance in two and else ends it for nothing."""
    gamble = choice(repeat=True, goto="luck")
    story = scenario(
        {
            "hub": {
                "choices": {"gamble": gamble, "ask": choice(points={"inquiry": 3}, goto="won")}
            },
            "luck": {"goto": [{"weight": 1, "to": "hub"}, {"weight": 1, "to": "lost"}]},
            "won": END,
            "lost": {"end": "lost"},
        }
    )
    solved = explored(story)
    # Each gamble costs 50: none leaves 100, one 50, two or more nothing.
    assert mean_quality(solved, uniform(solved)) == pytest.approx(
        100 * (1 / 2) + 50 * (1 / 4 + 1 / 2 * 1 / 2 * 1 / 2)
    )
    assert worst_quality(solved) == 0


def test_a_hub_of_many_questions_agrees_with_random_talks() -> None:
    questions = {
        f"q{number}": choice(points={"inquiry": number % 3}, goto="hub") for number in range(7)
    }
    story = scenario(
        {
            "hub": {
                "choices": {
                    **questions,
                    "go": choice(goto="e"),
                    "chat": choice(repeat=True, goto="hub"),
                }
            },
            "e": END,
        }
    )
    solved = explored(story)
    talks = list(RandomPlayer(story).talks(20_000, 7))
    taken = choices_taken(solved, uniform(solved))
    for name in ("q0", "go", "chat"):
        share = sum(("hub", name) in talk.road for talk in talks) / len(talks)
        assert taken["hub", name] == pytest.approx(share, abs=0.02)


def test_a_pass_mark_is_met_exactly() -> None:
    """Three points of ten lost: the quality is 70, and not 69.999."""
    story = scenario(
        {
            "s": {
                "choices": {
                    "a": choice(points={"inquiry": 7}, goto="e"),
                    "b": choice(points={"inquiry": 10}, goto="e"),
                }
            },
            "e": END,
        }
    )
    for mark, share in ((70, 1), (71, 0.5)):
        solved = explored(replace(story, rubric=replace(story.rubric, pass_mark=mark)))
        assert passing(solved, uniform(solved)) == share


def test_gambles_of_many_different_costs_are_refused_and_not_waited_for() -> None:
    gambles = {
        f"g{weight}": choice(repeat=True, goto=f"l{weight}") for weight in (83, 89, 97, 101, 103)
    }
    lots = {
        f"l{weight}": {"goto": [{"weight": 9 * weight, "to": "hub"}, {"weight": 1, "to": "lost"}]}
        for weight in (83, 89, 97, 101, 103)
    }
    ask = choice(points={"inquiry": 3}, goto="e")
    story = scenario(
        {"hub": {"choices": {**gambles, "ask": ask}}, **lots, "e": END, "lost": {"end": "lost"}}
    )
    solved = explored(story)
    for figure in (mean_quality, passing):
        with pytest.raises(PracticeError, match="PR003"):
            figure(solved, uniform(solved))


def wandering(least: int) -> Scenario:
    """A loop of more states than are solved by elimination, left from a sum of meters on."""
    moves = {"warm": ("trust", 9), "cool": ("trust", -7), "vex": ("irritation", 9)}
    turns = {
        name: choice(repeat=True, goto="hub", effect={meter: amount})
        for name, (meter, amount) in {**moves, "calm": ("irritation", -7)}.items()
    }
    out = choice(when=f"trust + irritation >= {least}", goto="e")
    leave = choice(goto="lost", points={"inquiry": 1})
    return scenario(
        {
            "hub": {"choices": {**turns, "out": out, "leave": leave}},
            "e": END,
            "lost": {"end": "lost"},
        },
        meters={"trust": 40, "irritation": 40},
    )


def test_a_large_loop_agrees_with_random_talks() -> None:
    solved = explored(wandering(85))
    assert len(solved.graph) > LARGEST
    talks = list(RandomPlayer(solved.scenario).talks(20_000, 3))
    share = sum(talk.outcome is Outcome.WON for talk in talks) / len(talks)
    assert outcome_shares(solved, uniform(solved))[Outcome.WON] == pytest.approx(share, abs=0.02)
