"""The score of a finished attempt: quality is 100 minus what the choices cost.

Every formula is docs/scoring.md's; everything is computed in whole numbers and
fractions, and rounded to a float only in the `Result`.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from salesdojo.content.model import Outcome, Scenario
from salesdojo.practice.at_table import TableTurn
from salesdojo.practice.attempt import Attempt, Event
from salesdojo.practice.lines import facts_of, lines_of
from salesdojo.practice.loops import Exact
from salesdojo.practice.solving import Solution
from salesdojo.practice.stepping import (
    State,
    offered,
    opening_outcomes,
    outcomes,
    points_counted,
    taking,
)
from salesdojo.practice.table_judged import TableJudged


@dataclass(frozen=True, slots=True)
class CriterionScore:
    """What was earned on one criterion."""

    earned: int
    best: int
    """The most points that any attempt at the scenario can earn."""
    share: float
    """earned / best, 0-1; under 0 counts as 0."""
    level: int
    """1-4, by the rubric's cuts."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One decision, judged."""

    turn: int
    scene: str
    choice: str
    loss: float
    """Points of quality it cost; 0 for a best choice."""
    luck: float
    """Points of quality that chance brought over what it promised."""
    best: tuple[str, ...]
    """The choices offered then that cost nothing; none of a move at a table."""
    points: Mapping[str, int]
    timed_out: bool
    table: TableJudged | None = None
    """Set where it was the move that ended a negotiation: its loss is the whole table's."""

    @property
    def decides(self) -> bool:
        """Whether it is judged; of the moves of a negotiation only the last is, for all."""
        return bool(self.best) or self.table is not None


@dataclass(frozen=True, slots=True)
class MissedFact:
    """A fact left uncovered, and a choice that would have released it."""

    fact: str
    scene: str
    choice: str


@dataclass(frozen=True, slots=True)
class Result:
    """What a finished attempt comes to."""

    outcome: Outcome
    quality: float
    """0-100; 100 is perfect play."""
    passed: bool
    luck: float
    """Points of quality; neither rewarded nor punished."""
    satisfaction: int | None
    """0-100, where the scenario says what the customer felt."""
    criteria: Mapping[str, CriterionScore]
    """Only criteria that the scenario can give points for."""
    breaches: tuple[str, ...]
    under_minimum: tuple[str, ...]
    """Criteria under the rubric's minimum level."""
    decisions: tuple[Judged, ...]
    learned: tuple[str, ...]
    """Facts uncovered in this talk."""
    missed: tuple[MissedFact, ...]

    def telling_minimum(self, scenario: Scenario) -> tuple[str, ...]:
        """Return the criteria under the minimum that the trainee is told of.

        One line proves no level: after a single decision only what alone kept it from passing
        is told.
        """
        kept_by_others = self.breaches or self.quality < scenario.rubric.pass_mark
        return () if scenario.decides_once and kept_by_others else self.under_minimum


def score(attempt: Attempt, solution: Solution) -> Result:
    """Judge a finished attempt.

    Raises:
        ValueError: when the attempt is not over, or the solution is another scenario's.
    """
    scenario = attempt.scenario
    if attempt.outcome is None or solution.scenario.revision != scenario.revision:
        msg = "score wants a finished attempt and the solution of its scenario"
        raise ValueError(msg)
    losses = [event_cost(event, solution) for event in attempt.events]
    quality = _quality(sum(losses), solution.start)
    criteria = _criteria(attempt, solution)
    breaches = tuple(
        dict.fromkeys(event.choice.breach for event in attempt.events if event.choice.breach)
    )
    under = tuple(
        criterion
        for criterion, scored in criteria.items()
        if scored.level < (scenario.rubric.criteria[criterion].minimum or 1)
    )
    lucks = [_luck(event, solution) for event in attempt.events]
    opening = opening_outcomes(scenario)
    lucks.append(solution.value(_opened(attempt)) - solution.expected(opening))
    return Result(
        outcome=attempt.outcome,
        quality=float(quality),
        passed=quality >= scenario.rubric.pass_mark and not breaches and not under,
        luck=_as_quality(sum(lucks), solution.start),
        satisfaction=attempt.satisfaction,
        criteria=criteria,
        breaches=breaches,
        under_minimum=under,
        decisions=tuple(
            _judged(event, loss, luck, solution)
            for event, loss, luck in zip(attempt.events, losses, lucks, strict=False)
        ),
        learned=tuple(
            fact
            for fact in scenario.facts
            if fact in attempt.facts and fact not in scenario.learned
        ),
        missed=_missed(attempt),
    )


def best_choices(state: State, solution: Solution) -> tuple[str, ...]:
    """Return the choices offered in `state` that cost nothing."""
    could = offered(solution.scenario, state)
    return tuple(choice.id for choice in could if not cost(state, choice.id, solution))


def _opened(attempt: Attempt) -> State:
    return attempt.events[0].before if attempt.events else attempt.state


def event_cost(event: Event, solution: Solution) -> Exact:
    """Return what a decision cost, in the solution's units; at a table its last move has all."""
    if event.table is None:
        return cost(event.before, event.choice.id, solution)
    return _table_cost(event, event.table, solution) if event.table.ends else 0


def _table_cost(event: Event, table: TableTurn, solution: Solution) -> Exact:
    """Return what a whole negotiation cost; who did better than the knowing expert lost nothing."""
    worth = solution.worth(event.points)
    after = solution.expected(outcomes(solution.scenario, table.settled, event.choice.goto))
    return max(0, solution.value(table.opened) - worth - after)


def cost(state: State, choice_id: str, solution: Solution) -> Exact:
    """Return what a choice costs, in the solution's units: V(before) - worth - expected V(after).

    Never negative.
    """
    scenario = solution.scenario
    choice = scenario.scenes[state.scene].choices[choice_id]
    after = outcomes(scenario, taking(scenario, state, choice), choice.goto)
    worth = solution.worth(points_counted(state, choice))
    return solution.value(state) - worth - solution.expected(after)


def _luck(event: Event, solution: Solution) -> Exact:
    scenario = solution.scenario
    if event.table is not None and not event.table.ends:
        return 0
    taken = event.table.settled if event.table else taking(scenario, event.before, event.choice)
    promised = outcomes(scenario, taken, event.choice.goto)
    return solution.value(event.after) - solution.expected(promised)


def _quality(lost: Exact, start: Exact) -> Fraction:
    """Return quality; a scenario in which nothing can be earned is all or nothing."""
    if start <= 0:
        return Fraction(0 if lost else 100)
    return 100 * max(Fraction(0), 1 - Fraction(lost) / start)


def _as_quality(amount: Exact, start: Exact) -> float:
    return float(Fraction(100 * amount) / start) if start > 0 else 0.0


def _judged(event: Event, loss: Exact, luck: Exact, solution: Solution) -> Judged:
    return Judged(
        turn=event.turn,
        scene=event.scene,
        choice=event.choice.id,
        loss=_as_quality(loss, solution.start),
        luck=_as_quality(luck, solution.start),
        best=() if event.table else best_choices(event.before, solution),
        points=event.points,
        timed_out=event.timed_out,
        table=None if event.table is None else _table_judged(event.table, solution),
    )


def _table_judged(table: TableTurn, solution: Solution) -> TableJudged | None:
    """Return how a negotiation ended; None while it goes on."""
    ending = table.state.ending
    if ending is None:
        return None
    known = solution.knowing(table.opened)
    ends = offered(known.scenario, table.opened)
    best = min(ends, key=lambda end: cost(table.opened, end.id, known))
    return TableJudged(ending, best.id, points_counted(table.opened, best))


def _criteria(attempt: Attempt, solution: Solution) -> dict[str, CriterionScore]:
    scored: dict[str, CriterionScore] = {}
    for criterion, best in solution.best.items():
        earned = sum(event.points.get(criterion, 0) for event in attempt.events)
        # At a table a trainee may do better than every named player.
        percent = Fraction(100 * min(best, max(0, earned)), best)
        level = 1 + bisect_right(attempt.scenario.rubric.cuts, percent)
        scored[criterion] = CriterionScore(earned, best, float(percent / 100), level)
    return scored


def _missed(attempt: Attempt) -> tuple[MissedFact, ...]:
    """Name, for each fact left hidden, a line that was there to be said, if any was.

    A line that was said and did not release it is named last: it needed another mood.
    """
    scenes = attempt.scenario.scenes
    said = [event.choice.say for event in attempt.events]
    on_the_road = [(event.scene, choice) for event in attempt.events for choice in event.offered]
    anywhere = [(scene.id, line) for scene in scenes.values() for line in lines_of(scene)]
    lines = (*on_the_road, *anywhere)
    ranked = sorted(lines, key=lambda line: scenes[line[0]].words(line[1]) in said)
    missed: list[MissedFact] = []
    for fact in attempt.scenario.facts:
        if fact in attempt.facts:
            continue
        for scene, line in ranked:
            if fact in facts_of(scenes[scene], line):
                missed.append(MissedFact(fact, scene, line))
                break
    return tuple(missed)
