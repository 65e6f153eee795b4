"""What keeps going wrong: the same kind of mistake in at least two scenarios.

Looked at are the latest `DECISIONS` decisions that cost something, in the latest attempts
(retries left out). The line compared with is, of the lines offered then that cost nothing,
the one worth most. What went wrong is told by the first of these that holds:

- a **breach**: the line taken breaks a rule of the rubric; the same rule is the same mistake;
- **silence**: the time ran out;
- a **question**: the better line uncovers a fact that was hidden still, the line taken does not;
- a **line**: for each criterion on which the line taken is worth less, that criterion. Worth
  lost is weight * (points of the better line - points of the line taken) / the most that can
  be earned; the loss of the decision is shared out among the criteria in these proportions;
- the **road**: worth as much by itself, but it leads away from what could still be earned.

A negotiation is one decision, which its last move made. It is compared with the best end that
its table had (`TableJudged`): by criterion as a line is, else it is the road.

So the costs of all mistakes together are the losses of the decisions, in points of quality,
and nothing is counted twice.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from salesdojo.practice.lines import facts_of

if TYPE_CHECKING:
    from salesdojo.content.model import Scenario
    from salesdojo.content.text import Text
    from salesdojo.practice.scoring import CriterionScore, Judged
    from salesdojo.records.history.recent import Recent
    from salesdojo.records.played import Played

DECISIONS: Final = 200
"""Decisions with a loss that are looked at."""
SCENARIOS: Final = 2
"""In so many different scenarios at least, before a mistake is one that recurs."""


class Kind(StrEnum):
    """What a mistake is told by."""

    BREACH = "breach"
    SILENCE = "silence"
    QUESTION = "question"
    LINE = "line"
    ROAD = "road"


@dataclass(frozen=True, slots=True)
class Mistake:
    """What makes two slips the same."""

    kind: Kind
    about: str = ""
    """The breach's id, or of a line the criterion's."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One decision, as far as it is one mistake."""

    mistake: Mistake
    name: "Text | None"
    """Of the criterion or the breach."""
    attempt: "Recent"
    judged: "Judged"
    better: str
    """The choice that the one taken is compared with; of a table its best end, as a road has it."""
    cost: float
    """Points of quality."""
    in_drill: bool
    """In a scenario of a single decision, which is all that there is to lose there."""


@dataclass(frozen=True, slots=True)
class Recurring:
    """A mistake made in different scenarios."""

    mistake: Mistake
    name: "Text | None"
    """As the latest slip has it."""
    slips: tuple[Slip, ...]
    """The latest first."""

    @property
    def cost(self) -> float:
        """Points of quality, all slips in talks together.

        Those in drills are left out: a talk's hundred points lie on many lines, a drill's on one.
        """
        return sum(slip.cost for slip in self.slips if not slip.in_drill)

    @property
    def scenarios(self) -> tuple[str, ...]:
        """Where it was made, the latest first, each once."""
        return tuple(dict.fromkeys(slip.attempt.scenario for slip in self.slips))


def recurring(recent: "Iterable[Recent]", played: "Played") -> tuple[Recurring, ...]:
    """Return what keeps going wrong: first what did in the most scenarios, then the most often.

    Args:
        recent: attempts in the order of finishing.
        played: the scenarios by which they were judged.

    Raises:
        RecordsError: DB025 a scenario is missing, or was changed since.
    """
    found: dict[Mistake, list[Slip]] = {}
    for attempt, judged in _lossy(reversed(tuple(recent))):
        for slip in slips(attempt, judged, played.scenario(attempt.revision)):
            found.setdefault(slip.mistake, []).append(slip)
    told = (Recurring(mistake, made[0].name, tuple(made)) for mistake, made in found.items())
    kept = (one for one in told if len(one.scenarios) >= SCENARIOS)
    return tuple(sorted(kept, key=_rank))


def slips(attempt: "Recent", judged: "Judged", scenario: "Scenario") -> Iterator[Slip]:
    """Yield the mistakes that one decision with a loss is made of; their costs are its loss."""
    if judged.table is not None:
        better, points = judged.table.best, judged.table.points
        yield from _weaker(_Slips(attempt, judged, scenario, better), points)
        return
    choices = scenario.scenes[judged.scene].choices
    taken = choices[judged.choice]
    best = max(
        (choices[one] for one in judged.best),
        key=lambda one: _worth(one.points, scenario, attempt.result.criteria),
    )
    slip = _Slips(attempt, judged, scenario, best.id)
    if taken.breach is not None:
        name = scenario.rubric.breaches[taken.breach]
        yield slip.of(Kind.BREACH, judged.loss, taken.breach, name)
    elif judged.timed_out:
        yield slip.of(Kind.SILENCE, judged.loss)
    elif set(best.learn) - set(taken.learn) - _uncovered(attempt, judged, scenario):
        yield slip.of(Kind.QUESTION, judged.loss)
    else:
        yield from _weaker(slip, best.points)


@dataclass(frozen=True, slots=True)
class _Slips:
    """Makes the slips of one decision."""

    attempt: "Recent"
    judged: "Judged"
    scenario: "Scenario"
    better: str

    def of(self, kind: Kind, cost: float, about: str = "", name: "Text | None" = None) -> Slip:
        drill = self.scenario.decides_once
        mistake = Mistake(kind, about)
        return Slip(mistake, name, self.attempt, self.judged, self.better, cost, drill)


def _weaker(slip: _Slips, points: Mapping[str, int]) -> Iterator[Slip]:
    """Yield a loss by the criteria on which `points` are worth more; else it is the road."""
    judged, scenario = slip.judged, slip.scenario
    lost = {
        name: _worth(points, scenario, {name: score})
        - _worth(judged.points, scenario, {name: score})
        for name, score in slip.attempt.result.criteria.items()
    }
    whole = sum(worth for worth in lost.values() if worth > 0)
    if whole <= 0:
        yield slip.of(Kind.ROAD, judged.loss)
        return
    for criterion, worth in lost.items():
        if worth > 0:
            name = scenario.rubric.criteria[criterion].name
            yield slip.of(Kind.LINE, judged.loss * worth / whole, criterion, name)


def _rank(one: Recurring) -> tuple[int, int, float, str, str]:
    mistake = one.mistake
    return -len(one.scenarios), -len(one.slips), -one.cost, mistake.kind, mistake.about


def _uncovered(attempt: "Recent", judged: "Judged", scenario: "Scenario") -> set[str]:
    """Return the facts known before the decision.

    What was asked at a table is told only in a good mood: it counts where the talk uncovered it.
    """
    known = set(scenario.learned)
    for before in attempt.result.decisions[: judged.turn - 1]:
        scene = scenario.scenes[before.scene]
        facts = facts_of(scene, before.choice)
        known.update(facts if scene.bargaining is None else set(facts) & {*attempt.result.learned})
    return known


def _worth(
    points: Mapping[str, int], scenario: "Scenario", scored: "Mapping[str, CriterionScore]"
) -> float:
    """Return what `points` are worth on the criteria of `scored`: sum of weight * points / best."""
    criteria = scenario.rubric.criteria
    return sum(
        criteria[name].weight * points.get(name, 0) / score.best
        for name, score in scored.items()
        if score.best > 0
    )


def _lossy(attempts: "Iterable[Recent]") -> "Iterator[tuple[Recent, Judged]]":
    """Yield the latest decisions that cost something, the latest first."""
    many = 0
    for attempt in attempts:
        for judged in reversed(attempt.result.decisions):
            if judged.loss > 0 and (judged.best or judged.table):
                yield attempt, judged
                many += 1
                if many == DECISIONS:
                    return
