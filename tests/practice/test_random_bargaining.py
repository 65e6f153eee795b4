"""The random player at tables: several negotiations, with what a talk is worth left as it was."""

import pytest

from salesdojo.content.model import Scenario
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.exact_play import at_random, mean_quality, passing
from salesdojo.practice.random_bargaining import MOST, SEEDS, one_of_random, with_more_luck
from salesdojo.practice.scoring import Result, score
from salesdojo.practice.solving import explored
from salesdojo.practice.table.move_text import move_text
from salesdojo.practice.table.players import Player, played
from salesdojo.practice.table_ends import moods_met
from support.scenarios import choice, scenario
from support.table_talks import TABLE, table_talk


def easy() -> Scenario:
    """A table at which chance passes now and then: the customer takes nearly anything."""
    return table_talk(
        {
            "behaviour": {"curve": "conceder", "mood": "trust", "start": 40, "end": 0},
            "reserve": {"ours": 1000, "theirs": 1000},
            "points": {"claim": "value", "relationship": "inquiry"},
            "worth": 3,
        }
    )


def results(story: Scenario) -> list[tuple[float, Result]]:
    """Play every talk of the random player by hand; return each with its probability."""
    solution = explored(story).solution
    found = []
    for opening, mood in (("warm", 55), ("cold", 35)):
        for seed in range(SEEDS):
            attempt, _ = Attempt(story, 1).take(opening)
            table = attempt.table
            assert table is not None
            assert table.mood == mood
            for turn in played(table.table, mood, Player.RANDOM, seed).turns:
                attempt, _ = attempt.take(move_text(table.table, turn.move))
            found.append((1 / 2 / SEEDS, score(attempt, solution)))
    return found


@pytest.mark.parametrize("story", [table_talk(), easy()], ids=["worked example", "easy"])
def test_the_figures_are_those_of_the_talks_played_one_by_one(story: Scenario) -> None:
    lucky = with_more_luck(explored(story))
    by_hand = results(story)
    share = sum(chance for chance, result in by_hand if result.passed)
    assert passing(lucky, at_random(lucky)) == pytest.approx(share)
    mean = sum(chance * result.quality for chance, result in by_hand)
    assert mean_quality(lucky, at_random(lucky)) == pytest.approx(mean)


def test_chance_passes_in_some_of_its_negotiations_and_not_in_others() -> None:
    passed = [result.passed for _, result in results(easy())]
    assert 0 < sum(passed) < len(passed)


def test_what_a_talk_is_worth_stays_what_it_was() -> None:
    solved = explored(table_talk())
    lucky = with_more_luck(solved)
    assert lucky.solution.start == solved.solution.start
    assert lucky.solution.best == solved.solution.best
    for number in range(len(lucky.graph)):
        state = lucky.graph.state(number)
        assert lucky.values[number] == solved.solution.value(state)
        assert all(
            lucky.loss(number, place) >= 0 for place in range(len(lucky.graph.edges[number]))
        )


def test_many_moods_share_the_negotiations() -> None:
    doors = {f"by_{mood}": choice(effect={"trust": mood}, goto="terms") for mood in range(1, 25)}
    story = table_talk(again={"choices": doors}, start="again")
    lucky = with_more_luck(explored(story))
    moods = moods_met(explored(story).scenario.scenes["terms"])
    ends = [end for end in lucky.scenario.scenes["terms"].choices if end.startswith("as random")]
    assert len(moods) == 24
    assert len(ends) == len(moods) * (MOST // len(moods))
    assert {one_of_random(end) for end in ends} == {f"as random from {mood}" for mood in moods}


def test_a_table_with_another_behind_it_keeps_its_one_negotiation() -> None:
    second = {**TABLE, "goto": {"deal": "signed", "walked_away": "polite"}}
    story = table_talk({"goto": {"deal": "more", "walked_away": "polite"}}, second=second)
    scenes = with_more_luck(explored(story)).scenario.scenes
    first = [end for end in scenes["terms"].choices if end.startswith("as random")]
    behind = [end for end in scenes["more"].choices if end.startswith("as random")]
    assert len(first) == 2
    assert len(behind) > len({one_of_random(end) for end in behind})


def test_without_a_table_nothing_changes() -> None:
    solved = explored(scenario({"door": {"choices": {"ask": choice()}}, "good": {"end": "won"}}))
    assert with_more_luck(solved) is solved
