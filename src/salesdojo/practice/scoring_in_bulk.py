"""Many talks of one scenario scored, each as `score` would, at the cost of looking up.

What two talks share is worked out once: what a choice does at a place (`StepTable`),
what losses, points and uncovered facts come to. Held equal to `score` by property tests.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TypeVar

from salesdojo.content.model import Outcome, Scenario
from salesdojo.practice.loops import Exact
from salesdojo.practice.marking_in_bulk import BulkMarks, Mark
from salesdojo.practice.satisfaction_in_bulk import BulkSatisfaction
from salesdojo.practice.scoring import MissedFact, Result
from salesdojo.practice.solving import Explored
from salesdojo.practice.step_table import Arrival, Place, StepTable

K = TypeVar("K")
T = TypeVar("T")
Moves = Sequence[tuple[str, str, bool]]
"""Scene, choice, and whether silence took it, of each decision in order."""


@dataclass(frozen=True, slots=True)
class Unplayable:
    """A move that the talk does not allow."""

    turn: int
    """1 for the first."""
    over: bool
    """Whether the talk was over by then."""


@dataclass(slots=True)
class Walk:
    """A talk as it was walked, as far as it went."""

    opened: Place
    place: Place
    """Where it stands."""
    arrivals: list[Arrival]
    luck: Exact
    lost: Exact = 0
    earned: int = 0
    facts: int = 0
    """What is known, as bits."""
    said: int = 0


@dataclass(frozen=True, slots=True)
class Scored:
    """A result, its parts shared with other talks'."""

    outcome: Outcome
    quality: float
    passed: bool
    luck: float
    satisfaction: int | None
    marks: list[Mark]
    """By criterion, in their order."""
    breaches: tuple[str, ...]
    arrivals: list[Arrival]
    silences: tuple[bool, ...]
    """Of each decision, whether silence took it."""
    learned: tuple[str, ...]
    missed: tuple[MissedFact, ...]

    def result(self) -> Result:
        """Return it as `score` would."""
        return Result(
            outcome=self.outcome,
            quality=self.quality,
            passed=self.passed,
            luck=self.luck,
            satisfaction=self.satisfaction,
            criteria={mark.criterion: mark.scored for mark in self.marks},
            breaches=self.breaches,
            under_minimum=tuple(mark.criterion for mark in self.marks if mark.under),
            decisions=tuple(
                replace(arrival.judged, turn=turn, timed_out=silent)
                for turn, (arrival, silent) in enumerate(
                    zip(self.arrivals, self.silences, strict=True), 1
                )
            ),
            learned=self.learned,
            missed=self.missed,
        )


class BulkScorer:
    """Scores talks of the scenario of one solution."""

    def __init__(self, explored: Explored, most_kept: int = 2_000) -> None:
        """Begin with empty tables.

        Args:
            explored: the scenario, solved.
            most_kept: entries after which a table of what whole talks come to is emptied.
        """
        self.solution = explored.solution
        self.draws = len(explored.graph.opening) > 1 or any(
            len(to) > 1 for edges in explored.graph.edges for _, _, to in edges
        )
        """Whether chance decides anything: without it a seed does not matter."""
        self._most_kept = most_kept
        self._qualities: dict[Exact, tuple[float, bool]] = {}
        self._marks = BulkMarks(self.solution, most_kept)
        self._learned: dict[int, tuple[str, ...]] = {}
        self._table = StepTable(explored)
        scenario = self.solution.scenario
        self._bits = {line: 1 << place for place, line in enumerate(self._table.releasing)}
        releasing = {
            fact: dict.fromkeys(
                (scene, choice)
                for scene, choice in self._table.releasing
                if fact in scenario.scenes[scene].choices[choice].learn
            )
            for fact in scenario.facts
        }
        self._lines = [
            (fact, self._table.facts[fact], lines) for fact, lines in releasing.items() if lines
        ]
        """Each fact that a line uncovers, its bit, and these lines in the file's order."""
        self._missing = {
            (fact, line): MissedFact(fact, *line)
            for fact, lines in releasing.items()
            for line in lines
        }
        self._satisfaction = BulkSatisfaction(scenario, self._table.facts, most_kept)
        self._known = sum(self._table.facts[fact] for fact in set(scenario.learned))
        self._every_fact = sum(self._table.facts.values())

    @property
    def scenario(self) -> Scenario:
        """The scenario, as it was written."""
        return self.solution.scenario

    def walk(self, seed: int, moves: Moves) -> Walk | Unplayable:
        """Take the moves in order from the opening on, as `Attempt` would."""
        opened, luck = self._table.opening(seed)
        place = opened
        arrivals: list[Arrival] = []
        lost: Exact = 0
        earned = said = 0
        facts = self._known
        for scene, choice, _ in moves:
            step = place.steps.get(choice)
            if step is None:
                step = self._table.step(place, choice)
            if step is None or scene != place.scene:
                return Unplayable(len(arrivals) + 1, over=place.outcome is not None)
            lost += step.loss
            earned += step.earned
            facts |= step.facts
            said |= step.said
            arrival = step.sure
            if arrival is None:
                road = (*(gone.step.road for gone in arrivals), step.road)
                arrival = self._table.arrival(step, seed, road)
                luck += arrival.luck
            arrivals.append(arrival)
            place = arrival.place
        return Walk(opened, place, arrivals, luck, lost, earned, facts, said)

    def scored(self, walk: Walk, moves: Moves) -> Scored | None:
        """Return what a walk comes to, or None where the talk is not over."""
        outcome = walk.place.outcome
        if outcome is None:
            return None
        quality, reached = self._quality(walk.lost)
        marks = self._marks.of(walk.earned)
        under = [mark for mark in marks if mark.under]
        found = [breach for one in walk.arrivals if (breach := one.step.choice.breach)]
        return Scored(
            outcome=outcome,
            quality=quality,
            passed=reached and not found and not under,
            luck=self._table.as_quality(walk.luck) if walk.luck else 0.0,
            satisfaction=self._satisfaction.of(
                walk.place.scene, walk.facts, [arrival.step.shifts for arrival in walk.arrivals]
            ),
            marks=marks,
            breaches=tuple(dict.fromkeys(found)),
            arrivals=walk.arrivals,
            silences=tuple(bool(silent) for _, _, silent in moves),
            learned=self._uncovered(walk.facts),
            missed=() if walk.facts == self._every_fact else self._missed(walk),
        )

    def _quality(self, lost: Exact) -> tuple[float, bool]:
        kept = self._qualities.get(lost)
        if kept is None:
            quality = _quality(lost, self.solution.start, self.solution.scenario.rubric.pass_mark)
            kept = self._keep(self._qualities, lost, quality)
        return kept

    def _uncovered(self, facts: int) -> tuple[str, ...]:
        if facts not in self._learned:
            new = facts & ~self._known
            learned = tuple(fact for fact, bit in self._table.facts.items() if new & bit)
            self._keep(self._learned, facts, learned)
        return self._learned[facts]

    def _missed(self, walk: Walk) -> tuple[MissedFact, ...]:
        """Name, for each fact left hidden, the line that `score` would name."""
        met: list[tuple[str, str]] = [*walk.opened.releasing]
        for arrival in walk.arrivals:
            if arrival.place.releasing:
                met += arrival.place.releasing
        missed: list[MissedFact] = []
        for fact, bit, releasing in self._lines:
            if walk.facts & bit:
                continue
            met_here = [line for line in met if line in releasing]
            unsaid = (line for line in (*met_here, *releasing) if not walk.said & self._bits[line])
            line = next(unsaid, None) or (*met_here, *releasing)[0]
            missed.append(self._missing[fact, line])
        return tuple(missed)

    def _keep(self, held: dict[K, T], key: K, value: T) -> T:
        if len(held) >= self._most_kept:
            held.clear()
        held[key] = value
        return value


def _quality(lost: Exact, start: Exact, pass_mark: int) -> tuple[float, bool]:
    """Return the quality, rounded once, and whether the exact one reaches the pass mark."""
    if start <= 0:
        exact: Exact = 0 if lost else 100
        return float(exact), exact >= pass_mark
    left = max(0, 100 * (start - lost))
    if isinstance(left, int) and isinstance(start, int):
        # Python rounds the quotient of integers as it does a fraction, without its divisor.
        return left / start, left >= pass_mark * start
    return float(Fraction(left) / start), left >= pass_mark * start
