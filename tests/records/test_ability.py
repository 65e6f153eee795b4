"""The estimate of an ability, held against what was published and against known abilities."""

from math import exp, log, sqrt
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdojo.records.mastery.ability import (
    FEWEST,
    MASTERY,
    WIDEST,
    Ability,
    Difficulty,
    Game,
    expected_share,
    over_chance,
)

POINTS = log(10) / 400
"""Logits in a rating point of the published example."""
SHARES = st.floats(0, 1)
GAMES = st.builds(
    Game, SHARES, st.builds(Difficulty, st.floats(-3, 3), st.floats(0, 2)), st.floats(0.05, 1)
)


def test_the_example_that_glickman_published_comes_out() -> None:
    """Rating 1500, deviation 200; a win, then two losses: 1464 and 151.4."""
    opponents = ((1400, 30, 1.0), (1550, 100, 0.0), (1700, 300, 0.0))
    games = [
        Game(won, Difficulty((rating - 1500) * POINTS, (deviation * POINTS) ** 2))
        for rating, deviation, won in opponents
    ]
    after = Ability(0.0, (200 * POINTS) ** 2).after_games(games)
    assert 1500 + after.mean / POINTS == pytest.approx(1464.106, abs=5e-4)
    assert after.error / POINTS == pytest.approx(151.399, abs=5e-4)


@given(st.lists(GAMES, max_size=20))
def test_evidence_never_makes_the_estimate_less_sure(games: list[Game]) -> None:
    ability = Ability()
    for game in games:
        after = ability.after_games((game,))
        assert 0 < after.variance <= ability.variance
        ability = after
    assert ability.attempts == len(games)


@given(GAMES, SHARES)
def test_the_better_share_gives_the_better_estimate(game: Game, other: float) -> None:
    low, high = sorted((game.share, other))
    ends = [
        Ability().after_games((Game(one, game.difficulty, game.weight),)) for one in (low, high)
    ]
    assert ends[0].mean <= ends[1].mean


@given(st.floats(0, 10_000), st.floats(-10_000, 0))
def test_what_is_not_practised_becomes_less_sure_and_never_better(days: float, back: float) -> None:
    ability = Ability(0.8, 0.2, 4)
    later = ability.after_days(days)
    assert later.mean == ability.mean
    assert ability.variance <= later.variance <= WIDEST
    assert ability.after_days(back) == ability


def test_mastery_wants_a_sure_estimate_and_enough_attempts() -> None:
    able = Ability(MASTERY + 1, 0.04, FEWEST)
    assert able.mastered
    assert not Ability(able.mean, able.variance, FEWEST - 1).mastered
    assert not Ability(MASTERY, able.variance, FEWEST).mastered
    assert Ability(MASTERY, 1.0).mastery == pytest.approx(0.5)
    assert Ability().vague


@pytest.mark.parametrize(
    ("share", "chance", "told"),
    [(1, 0.2, 1), (0.2, 0.2, 0), (0.6, 0.2, 0.5), (0.1, 0.2, 0), (0.5, 1, 1), (0, 0, 0)],
)
def test_what_chance_earns_is_no_skill(share: float, chance: float, told: float) -> None:
    assert over_chance(share, chance) == pytest.approx(told)


def test_the_estimate_finds_abilities_that_are_known() -> None:
    """Two hundred people, one decision in three of an attempt told right by their ability."""
    dice = Random(1)  # noqa: S311 - a simulation
    errors: dict[int, list[float]] = {10: [], 30: []}
    covered = 0
    for _ in range(200):
        true = dice.gauss(0, 1)
        ability = Ability()
        for attempt in range(1, 31):
            hard = dice.choice((-1.0, -0.5, 0.0, 0.5, 1.0))
            right = 1 / (1 + exp(hard - true))
            share = sum(dice.random() < right for _ in range(3)) / 3
            ability = ability.after_games((Game(share, Difficulty(hard)),))
            if attempt in errors:
                errors[attempt].append((ability.mean - true) ** 2)
        low, high = ability.interval
        covered += low <= true <= high
    spread = {attempts: sqrt(sum(one) / len(one)) for attempts, one in errors.items()}
    assert spread[30] < spread[10] < 0.55
    assert spread[30] < 0.35
    assert covered >= 180


def test_an_average_ability_earns_half_at_an_average_difficulty() -> None:
    assert expected_share(0.0) == pytest.approx(0.5)
    assert expected_share(MASTERY) == pytest.approx(0.8, abs=1e-3)
    assert expected_share(0.0, 1.0) < 0.5
