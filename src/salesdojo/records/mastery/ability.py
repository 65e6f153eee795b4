"""How able one person is on one criterion, and how sure that is: Glicko-1 with drift.

Abilities are in logits: 0 is a newcomer's mean, and a person of ability μ earns on
average the share 1/(1 + exp(b - μ)) of what skill can earn at a difficulty b. After
Glickman, "Parameter estimation in large dynamic paired comparison experiments",
Applied Statistics 48 (1999), with each criterion of an attempt as one game against
the scenario. docs/models.md shows how well it tells people apart.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import erf, exp, pi, sqrt
from statistics import NormalDist
from typing import Final

DRIFT: Final = 0.004
"""Variance a day without practice adds."""
WIDEST: Final = 1.5
"""The variance that drift never passes."""
MASTERY: Final = 1.386
"""The ability that counts as mastery: four fifths of what skill can earn at difficulty 0."""
SURE: Final = 0.9
"""The probability from which a criterion counts as mastered."""
FEWEST: Final = 3
"""Attempts before anything counts as mastered."""
VAGUE: Final = 0.7
"""The standard error over which there is too little to say."""
Z90: Final = NormalDist().inv_cdf(0.95)
"""Standard errors on either side in which the truth lies with a probability of 90%."""
_ROOT_2: Final = sqrt(2)


@dataclass(frozen=True, slots=True)
class Difficulty:
    """How hard a scenario is on a criterion, in logits."""

    mean: float
    variance: float = 0.0


@dataclass(frozen=True, slots=True)
class Game:
    """What one attempt says about one criterion."""

    share: float
    """What was earned over chance, 0-1: see `over_chance`."""
    difficulty: Difficulty
    weight: float = 1.0
    """0-1: a repeat says less than a first attempt."""


@dataclass(frozen=True, slots=True)
class Ability:
    """An estimate: normal, with a mean and a variance in logits."""

    mean: float = 0.0
    variance: float = 1.0
    attempts: int = 0

    @property
    def error(self) -> float:
        """The standard error."""
        return sqrt(self.variance)

    @property
    def interval(self) -> tuple[float, float]:
        """Where the true ability lies with a probability of 90%."""
        return self.mean - Z90 * self.error, self.mean + Z90 * self.error

    @property
    def mastery(self) -> float:
        """The probability (0-1) that the true ability is at least `MASTERY`."""
        return normal_below((self.mean - MASTERY) / self.error)

    @property
    def mastered(self) -> bool:
        """Whether that is sure enough, from enough attempts."""
        return self.attempts >= FEWEST and self.mastery >= SURE

    @property
    def vague(self) -> bool:
        """Whether there is too little to say anything."""
        return self.error > VAGUE

    def after_days(self, days: float) -> "Ability":
        """Return the estimate after `days` without practice; a clock set back changes nothing."""
        return Ability(self.mean, drifted(self.variance, days), self.attempts)

    def after_games(self, games: Iterable[Game]) -> "Ability":
        """Return the estimate after one attempt, in which each of `games` was played."""
        information = surprise = 0.0
        for game in games:
            flattened = 1 / sqrt(1 + 3 * game.difficulty.variance / pi**2)
            expected = 1 / (1 + exp(-flattened * (self.mean - game.difficulty.mean)))
            information += game.weight * flattened**2 * expected * (1 - expected)
            surprise += game.weight * flattened * (game.share - expected)
        variance = 1 / (1 / self.variance + information)
        return Ability(self.mean + variance * surprise, variance, self.attempts + 1)


def drifted(variance: float, days: float) -> float:
    """Return what a variance has become after `days` without practice (`Ability.after_days`)."""
    if days <= 0:
        return variance
    grown = variance + DRIFT * days
    return grown if grown <= WIDEST else max(variance, WIDEST)


def normal_below(errors: float) -> float:
    """Return how much (0-1) of a normal distribution lies below so many standard errors.

    As `statistics.NormalDist` has it, without making one: a team's table asks thousands of times.
    """
    return 0.5 * (1.0 + erf(errors / _ROOT_2))


def over_chance(share: float, chance: float) -> float:
    """Return which part (0-1) of what skill can earn over chance was earned.

    Args:
        share: what was earned of the most, 0-1.
        chance: what a random clicker earns of the most on average, 0-1.
    """
    if chance >= 1:
        return 1.0
    return min(1.0, max(0.0, (share - chance) / (1 - chance)))


def expected_share(ability: float, difficulty: float = 0.0) -> float:
    """Return the share over chance (0-1) that an ability earns on average."""
    return 1 / (1 + exp(difficulty - ability))
