"""How a rehearsal stands in figures: what was earned, lost, and can still be earned."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from salesdojo.content.model import Choice
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.following import AS
from salesdojo.practice.loops import Exact
from salesdojo.practice.scoring import Result, cost, event_cost, score
from salesdojo.practice.solving import Solution
from salesdojo.practice.stepping import State, offered


@dataclass(frozen=True, slots=True)
class Standing:
    """The figures of a rehearsal. All but points are points of quality: V at the start is 100."""

    value: float
    """V: what perfect play can still earn from here."""
    start_weight: float
    """V at the start in weight, at most 100: below it criteria stand in each other's way."""
    quality: float
    """0-100; 100 minus what was lost so far."""
    losses: tuple[float, ...]
    """What each decision cost."""
    costs: Mapping[str, float]
    """What each choice offered now would cost, by id; at a table that was just come to, what each
    named player would, as `as expert`."""
    points: Mapping[str, tuple[int, int]]
    """Earned so far, and the most anybody can earn, by criterion."""
    breaches: tuple[str, ...]
    result: Result | None
    """The whole score, once the talk is over."""


def standing(attempt: Attempt, solution: Solution) -> Standing:
    """Return the figures of `attempt`; `solution` is that of its scenario."""

    def points_of_quality(amount: Exact) -> float:
        return float(Fraction(100 * amount) / solution.start) if solution.start > 0 else 0.0

    losses = [event_cost(event, solution) for event in attempt.events]
    costs = {one.id: cost(attempt.state, one.id, solution) for one in attempt.offered}
    costs |= _costs_of_players(attempt, solution)
    breaches = (event.choice.breach for event in attempt.events if event.choice.breach)
    result = None if attempt.outcome is None else score(attempt, solution)
    return Standing(
        value=points_of_quality(solution.value(_counted(attempt))),
        start_weight=float(Fraction(solution.start) / solution.denominator),
        quality=_quality(sum(losses), solution.start),
        losses=tuple(map(points_of_quality, losses)),
        costs={name: points_of_quality(lost) for name, lost in costs.items()},
        points={
            criterion: (sum(event.points.get(criterion, 0) for event in attempt.events), best)
            for criterion, best in solution.best.items()
        },
        breaches=tuple(dict.fromkeys(breaches)),
        result=result,
    )


def _counted(attempt: Attempt) -> State:
    """Return the state whose value counts: a table is one decision, paid for by its last move."""
    return attempt.state if attempt.seat is None else attempt.seat.opened


def _costs_of_players(attempt: Attempt, solution: Solution) -> dict[str, Exact]:
    """Return what each named player costs from the beginning of a table, as far as is known."""
    if attempt.table is None or attempt.table.turns:
        return {}
    costs: dict[str, Exact] = {}
    for end in offered(solution.scenario, attempt.state):
        name, from_mood, _ = end.id.partition(" from ")
        if from_mood and name.startswith(f"{AS} "):
            costs[name] = cost(attempt.state, end.id, solution)
    return costs


def closed(attempt: Attempt) -> tuple[Choice, ...]:
    """Return the choices of the scene that are not offered now, in the file's order."""
    could = offered(attempt.scenario, attempt.state)
    return tuple(choice for choice in attempt.scene.choices.values() if choice not in could)


def _quality(lost: Exact, start: Exact) -> float:
    if start <= 0:
        return 0.0 if lost else 100.0
    return float(100 * max(Fraction(0), 1 - Fraction(lost) / start))
