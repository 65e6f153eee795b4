"""The compiled form, held equal to the step-by-step engine."""

from itertools import islice

from hypothesis import given, settings
from hypothesis import strategies as st

from salesdojo.content.model import Scenario
from salesdojo.practice.random_player import RandomPlayer, Talk, words
from salesdojo.practice.stepping import (
    State,
    at_rest,
    before_the_opening,
    offered,
    points_counted,
    taking,
    ways,
)
from support.scenarios import choice, scenario, scenarios


@settings(max_examples=80, deadline=None)
@given(story=scenarios(repeats=True), seed=st.integers(0, 999))
def test_every_random_talk_replays_step_by_step(story: Scenario, seed: int) -> None:
    for talk in RandomPlayer(story).talks(5, seed):
        if len(talk.road) < 1000:
            assert replayed(story, talk) == (talk.end, dict(talk.points))


def replayed(story: Scenario, talk: Talk) -> tuple[str, dict[str, int]]:
    drawn = iter(talk.drawn)
    state = _rest(story, before_the_opening(story), drawn)
    points = dict.fromkeys(story.rubric.criteria, 0)
    for scene, taken in talk.road:
        assert scene == state.scene
        said = next(could for could in offered(story, state) if could.id == taken)
        for criterion, earned in points_counted(state, said).items():
            points[criterion] += earned
        after = taking(story, state, said)
        state = _rest(story, _enter(story, after, said.goto, drawn), drawn)
    assert not list(drawn)
    return state.scene, points


def _rest(story: Scenario, state: State, drawn: object) -> State:
    while not at_rest(story.scenes[state.scene]):
        state = _enter(story, state, story.scenes[state.scene].goto, drawn)
    return state


def _enter(story: Scenario, state: State, goto: object, drawn: object) -> State:
    assert isinstance(goto, tuple)
    assert hasattr(drawn, "__next__")
    could = ways(story, state, goto)
    to = could[0].to if could[0].weight is None else next(drawn)
    assert to in {branch.to for branch in could}
    return State(to, state.meters, state.facts, state.taken, state.turn)


def test_the_stream_of_words_is_fixed_for_ever() -> None:
    assert list(islice(words(7), 4)) == FIRST_WORDS
    assert len(set(islice(words(1), 200_000))) > 60_000


FIRST_WORDS = [20854, 24372, 4798, 39042]


def test_a_talk_without_a_way_on_ends_as_stalled() -> None:
    story = scenario(
        {"s": {"choices": {"a": choice(when="turn > 5", goto="e")}}, "e": {"end": "won"}}
    )
    (talk,) = RandomPlayer(story).talks(1, 0)
    assert (talk.road, talk.end, talk.outcome) == ((), "s", "stalled")
