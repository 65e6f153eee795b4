"""Roads found by search, held against trying every road one decision after the other."""

from fractions import Fraction
from functools import partial

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from salesdojo.content.model import Outcome, Scenario
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.liveness import cut_down
from salesdojo.practice.roads import Roads
from salesdojo.practice.scoring import score
from salesdojo.practice.solving import explored
from support.every_road import EveryRoad, Player
from support.judged import choices_of, judged
from support.replaying import replayed
from support.scenarios import choice, scenario, scenarios

LONGEST = 12
"""Decisions after which every generated road is over."""


def everyone(roads: Roads) -> EveryRoad:
    """Return every attempt that can be made, ended."""
    every = EveryRoad(roads.explored.solution, lambda _, could: (1,) * len(could))
    assert every.run(LONGEST)
    return every


def outcome_of(every: EveryRoad, player: Player) -> Outcome:
    return every.scenario.scenes[player.state.scene].end or Outcome.STALLED


@settings(max_examples=80, deadline=None)
@given(story=scenarios(repeats=True), data=st.data())
def test_a_road_to_a_state_leads_there(story: Scenario, data: st.DataObject) -> None:
    roads = Roads(explored(story))
    graph, live = roads.explored.graph, roads.explored.solution.liveness
    number = data.draw(st.integers(0, len(graph.states) - 1))
    wanted = graph.state(number)
    road = roads.to_state(number)
    arrived = replayed(story, road, lambda attempt: cut_down(attempt.state, live) == wanted)
    assume(arrived is not None)


@settings(max_examples=80, deadline=None)
@given(story=scenarios(), data=st.data())
def test_no_road_to_a_state_is_shorter(story: Scenario, data: st.DataObject) -> None:
    roads = Roads(explored(story))
    live = roads.explored.solution.liveness
    wanted = roads.explored.graph.state(
        data.draw(st.integers(0, len(roads.explored.graph.states) - 1))
    )
    every = EveryRoad(roads.explored.solution, lambda _, could: (1,) * len(could))
    decisions = 0
    while not any(
        cut_down(player.state, live) == wanted for player in (*every.moving, *every.ended)
    ):
        assert decisions < LONGEST
        every.run(1)
        decisions += 1
    number = roads.explored.graph.states.index(roads.explored.graph.numbering.compiled(wanted))
    assert len(roads.to_state(number)) == decisions


@settings(max_examples=80, deadline=None)
@given(story=scenarios(), data=st.data())
def test_a_road_to_a_choice_ends_with_it_and_is_there_when_anyone_can_take_it(
    story: Scenario, data: st.DataObject
) -> None:
    roads = Roads(explored(story))
    scene, wanted = data.draw(st.sampled_from(choices_of(story)))
    chosen = story.scenes[scene].choices[wanted]
    found = roads.to_choice(lambda one: one is chosen)
    taken = any((scene, wanted) in player.taken for player in everyone(roads).ended)
    assert (found is not None) == taken
    if found is not None:
        road, *last = found
        assert (road[-1], last) == (wanted, [scene, chosen])
        assume(replayed(story, road, lambda attempt: attempt.events[-1].scene == scene))


@settings(max_examples=80, deadline=None)
@given(story=scenarios())
def test_outcomes_and_their_best_quality_are_those_of_every_road(story: Scenario) -> None:
    roads = Roads(explored(story))
    every = everyone(roads)
    best: dict[Outcome, Fraction] = {}
    least: dict[Outcome, Fraction] = {}
    for player in every.ended:
        outcome = outcome_of(every, player)
        best[outcome] = max(best.get(outcome, Fraction(0)), every.quality(player))
        least[outcome] = min(least.get(outcome, player.loss), player.loss)
    assert set(roads.outcomes) == set(best)
    assert {outcome: roads.best_quality(outcome) for outcome in best} == best
    found = {
        outcome: min(cost[0] for at in roads.openings if (cost := costs[at]) is not None)
        for outcome, costs in roads.least_losses.items()
    }
    assert found == least


@settings(max_examples=80, deadline=None)
@given(story=scenarios(repeats=True))
def test_the_cheapest_road_replayed_has_exactly_the_best_quality(story: Scenario) -> None:
    roads = Roads(explored(story))
    for outcome in roads.outcomes:
        best = float(roads.best_quality(outcome))
        road = roads.cheapest_road(outcome)
        attempt = replayed(story, road, partial(_ended, outcome))
        assume(attempt is not None)
        assert attempt is not None
        assert score(attempt, roads.explored.solution).quality == best


def _ended(outcome: Outcome, attempt: Attempt) -> bool:
    return attempt.outcome is outcome


@settings(max_examples=80, deadline=None)
@given(story=judged())
def test_an_end_without_breach_is_there_when_a_road_has_none(story: Scenario) -> None:
    roads = Roads(explored(story))
    clean = any(not player.breached for player in everyone(roads).ended)
    assert roads.end_without_breach == clean


@settings(max_examples=60, deadline=None)
@given(story=scenarios(repeats=True))
def test_no_edge_wins_anything_and_one_of_each_state_loses_nothing(story: Scenario) -> None:
    roads = Roads(explored(story))
    for number, losses in enumerate(roads.losses):
        assert all(loss >= 0 for loss in losses)
        assert not losses or min(losses) == 0 or _goes_round(roads, number)


def _goes_round(roads: Roads, number: int) -> bool:
    """Say whether a state is in a loop that nobody can leave: it is worth 0."""
    return roads.explored.values[number] == 0


def test_of_two_roads_that_cost_alike_the_shorter_is_taken() -> None:
    story = scenario(
        {
            "hub": {
                "choices": {
                    "wait": choice(goto="later"),
                    "sign": choice(goto="won"),
                }
            },
            "later": {"choices": {"sign_then": choice(goto="won")}},
            "won": {"end": "won"},
        }
    )
    assert Roads(explored(story)).cheapest_road(Outcome.WON) == ("sign",)


def test_a_talk_without_a_choice_has_the_empty_road() -> None:
    story = scenario({"only": {"goto": "won"}, "won": {"end": "won"}})
    roads = Roads(explored(story))
    assert roads.cheapest_road(Outcome.WON) == ()
    assert roads.best_quality(Outcome.WON) == 100
    assert roads.to_state(roads.openings[0]) == ()
