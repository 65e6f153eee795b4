"""How well the estimate of an ability finds abilities that are known: docs/models.md's table.

    .venv/bin/python benchmarks/mastery.py

Four hundred people with abilities drawn from a normal distribution finish an attempt a
day. Of each criterion an attempt tells what three decisions told right or wrong, by the
ability and by a difficulty that the estimate knows only roughly.
"""

from math import exp, sqrt
from random import Random

from salesdojo.records.mastery.ability import Ability, Difficulty, Game

PEOPLE = 400
DECISIONS = 3
TOLD_AT = (3, 10, 30, 100)
MISJUDGED = 0.5
"""By how much (standard deviation) the author's level misses the real difficulty."""
WALKS = (0.0, 0.03, 0.063)
"""How far (standard deviation) real abilities wander in a day; 0.063 is what the drift allows."""


def main() -> None:
    """Print a table for each pace at which abilities wander."""
    for walk in WALKS:
        print(f"wandering {walk} a day")
        print("attempts  error  inside 90%  mean of all instead")
        for attempts, (error, inside, plain) in simulated(walk).items():
            print(f"{attempts:8}  {error:5.2f}  {inside:9.0%}  {plain:5.2f}")


def simulated(walk: float) -> dict[int, tuple[float, float, float]]:
    """Return, by number of attempts, the error, the coverage and the running mean's error."""
    dice = Random(1)  # noqa: S311 - a simulation
    squares: dict[int, list[float]] = {told: [] for told in TOLD_AT}
    inside: dict[int, int] = dict.fromkeys(TOLD_AT, 0)
    plain: dict[int, list[float]] = {told: [] for told in TOLD_AT}
    for _ in range(PEOPLE):
        true = dice.gauss(0, 1)
        ability, total = Ability(), 0.0
        for attempt in range(1, TOLD_AT[-1] + 1):
            true += dice.gauss(0, walk)
            level = dice.choice((-1.0, -0.5, 0.0, 0.5, 1.0))
            right = 1 / (1 + exp(dice.gauss(level, MISJUDGED) - true))
            share = sum(dice.random() < right for _ in range(DECISIONS)) / DECISIONS
            game = Game(share, Difficulty(level, MISJUDGED**2))
            ability = ability.after_days(1).after_games((game,))
            total += share
            if attempt in squares:
                low, high = ability.interval
                inside[attempt] += low <= true <= high
                average = 1 / (1 + exp(-true))
                squares[attempt].append((1 / (1 + exp(-ability.mean)) - average) ** 2)
                plain[attempt].append((total / attempt - average) ** 2)
    return {
        told: (_root(squares[told]), inside[told] / PEOPLE, _root(plain[told])) for told in TOLD_AT
    }


def _root(squares: list[float]) -> float:
    return sqrt(sum(squares) / len(squares))


if __name__ == "__main__":
    main()
