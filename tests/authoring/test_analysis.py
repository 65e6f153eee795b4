"""What an analysis says, on talks small enough to work out by hand."""

from math import sqrt

import pytest
from hypothesis import given, settings

from salesdojo.authoring.analysis import analyse
from salesdojo.authoring.comparing import compared
from salesdojo.content.model import Scenario
from support.scenarios import choice, scenario, scenarios

END = {"end": "won"}


def talk(best: int = 3, **more: object) -> Scenario:
    """Two decisions: the first costs 0 or all that it can earn, the second nothing."""
    return scenario(
        {
            "ask": {
                "choices": {
                    "why": choice(points={"inquiry": best}, goto="close"),
                    "push": choice(goto="close"),
                    **more,
                }
            },
            "close": {"choices": {"now": choice(goto="e"), "later": choice(goto="f")}},
            "e": END,
            "f": {"end": "lost"},
        }
    )


def test_the_decision_that_tells_people_apart_most_comes_first() -> None:
    first, second = analyse(talk()).decisions
    assert (first.scene, first.met, first.mean_loss, first.spread) == ("ask", 1, 50, 50)
    assert (second.scene, second.met, second.mean_loss, second.spread) == ("close", 1, 0, 0)
    assert (first.best, second.best) == (0.5, 1)


def test_a_decision_met_by_few_tells_fewer_apart() -> None:
    rare = {"choices": {"a": choice(points={"value": 3}, goto="e"), "b": choice(goto="e")}}
    story = scenario(
        {
            "s": {"choices": {f"w{n}": choice(goto="rare" if n == 0 else "e") for n in range(4)}},
            "rare": rare,
            "e": END,
        }
    )
    spread = {decision.scene: decision.spread for decision in analyse(story).decisions}
    assert spread["rare"] == pytest.approx(sqrt(50 * 50 / 4))
    assert spread["s"] == pytest.approx(sqrt(100 * 100 * 3 / 4 / 4))


def test_a_moment_where_only_one_thing_can_be_said_is_no_decision() -> None:
    story = scenario({"s": {"choices": {"only": choice(goto="e")}}, "e": END})
    assert analyse(story).decisions == ()


def test_random_players_pass_more_often_the_more_they_may_try() -> None:
    random = analyse(talk()).random
    assert (random.mean, random.passing) == (50, 0.5)
    assert random.passing_in_tries == 1 - 0.5**5
    assert sum(random.outcomes.values()) == 1


def test_a_criterion_names_the_scenes_it_can_be_earned_in() -> None:
    never = choice(points={"value": 2}, when="turn > 5", goto="close")
    analysis = analyse(talk(never=never))
    assert analysis.earned_in == {"inquiry": ("ask",), "value": ()}
    assert analysis.taken["ask", "never"] == 0
    assert analysis.most_points == {"inquiry": 3}


def test_a_length_that_gives_the_best_choice_away_shows() -> None:
    story = talk(waffle=choice(say="Words and words and words", goto="close"))
    (cue,) = analyse(story).length_cues
    # Where all are as long, nothing is given away: the first of equals is taken.
    assert (cue.language, cue.share, cue.by_chance) == ("", 0.5, (1 / 3 + 1) / 2)


@settings(max_examples=40, deadline=None)
@given(story=scenarios())
def test_every_figure_is_within_its_range(story: Scenario) -> None:
    """In stories whose roads all end: a player that circles may do worse than the worst road."""
    analysis = analyse(story)
    assert 0 <= analysis.worst <= analysis.best == 100
    for player in analysis.players:
        assert float(analysis.worst) - 1e-9 <= player.mean <= 100 + 1e-9
        assert 0 <= player.passing <= player.passing_in_tries <= 1
        assert sum(player.outcomes.values()) == pytest.approx(1)
    shares = [*analysis.seen.values(), *analysis.taken.values()]
    assert all(0 <= share <= 1 for share in shares)
    assert [each.spread for each in analysis.decisions] == sorted(
        (each.spread for each in analysis.decisions), reverse=True
    )


def test_a_scenario_is_as_hard_as_itself() -> None:
    comparison = compared(analyse(talk()), analyse(talk()))
    assert comparison.equally_hard
    assert [figure.difference for figure in comparison.differences] == [0, 0, 0]


def test_one_figure_beyond_its_limit_is_enough_to_differ() -> None:
    easier = talk(again=choice(points={"inquiry": 3}, goto="close"))
    comparison = compared(analyse(easier), analyse(talk()))
    assert not comparison.equally_hard
    figures = {each.figure: each for each in comparison.differences}
    assert figures["mean"].difference == pytest.approx(100 * (2 / 3 - 1 / 2))
    assert figures["pass"].difference == pytest.approx(100 * (2 / 3 - 1 / 2))
    assert [name for name, each in figures.items() if each.within] == ["decisions"]
