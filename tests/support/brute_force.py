"""The exact value by trying every road: slow and plain.

It shares the single step with the solver (`stepping`, tested by itself), and nothing of
what makes the solver quick: no states cut down, no compiled code, no graph, no cache.
"""

from fractions import Fraction
from math import lcm

from salesdojo.content.model import Scenario
from salesdojo.practice.stepping import (
    Draw,
    State,
    offered,
    opening_outcomes,
    outcomes,
    points_counted,
    taking,
)


class BruteForce:
    """Tries every road of a scenario whose roads are all finite."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        criteria = tuple(scenario.rubric.criteria)
        starts = [state for _, state in opening_outcomes(scenario)]
        most = {name: max(self.most_points(state, name) for state in starts) for name in criteria}
        self.best = {name: points for name, points in most.items() if points > 0}
        self.denominator = lcm(*self.best.values())

    def after(self, state: State, choice_id: str) -> Draw:
        choice = self.scenario.scenes[state.scene].choices[choice_id]
        return outcomes(self.scenario, taking(self.scenario, state, choice), choice.goto)

    def most_points(self, state: State, criterion: str) -> int:
        return max(
            (
                points_counted(state, choice).get(criterion, 0)
                + max(
                    self.most_points(after, criterion) for _, after in self.after(state, choice.id)
                )
                for choice in offered(self.scenario, state)
            ),
            default=0,
        )

    def worth(self, state: State, choice_id: str) -> Fraction:
        choice = self.scenario.scenes[state.scene].choices[choice_id]
        points = points_counted(state, choice)
        weights = self.scenario.rubric.criteria
        return sum(
            (
                Fraction(weights[name].weight * points.get(name, 0), best)
                for name, best in self.best.items()
            ),
            Fraction(0),
        )

    def value(self, state: State) -> Fraction:
        return max(
            (
                self.worth(state, choice.id) + self.expected(self.after(state, choice.id))
                for choice in offered(self.scenario, state)
            ),
            default=Fraction(0),
        )

    def expected(self, draw: Draw) -> Fraction:
        total = sum(weight for weight, _ in draw)
        return sum(
            (Fraction(weight, total) * self.value(state) for weight, state in draw), Fraction(0)
        )
