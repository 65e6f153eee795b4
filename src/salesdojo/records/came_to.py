"""What the moves of a talk come to, by whatever scores it, with the text that is stored of it."""

from collections.abc import Callable
from dataclasses import dataclass

from salesdojo.content.model import Scenario
from salesdojo.practice.scoring import Result
from salesdojo.practice.scoring_in_bulk import BulkScorer, Moves, Unplayable
from salesdojo.practice.scoring_tables import TableScorer
from salesdojo.practice.solving import explored
from salesdojo.records import result_json
from salesdojo.records.auditing import results_in_bulk

Scorer = BulkScorer | TableScorer


@dataclass(frozen=True, slots=True)
class CameTo:
    """A result, and its text."""

    text: str
    columns: tuple[str, float, int]
    """Outcome, quality, and whether it passed, as they stand beside the text."""
    result: Callable[[], Result]


def scorer_of(scenario: Scenario) -> Scorer:
    """Return what scores talks of `scenario`.

    Raises:
        PracticeError: PR003 when it is too large to be scored exactly.
    """
    known = explored(scenario)
    return TableScorer(scenario, known) if scenario.bargains else BulkScorer(known)


def came_to(scorer: Scorer, seed: int, moves: Moves) -> CameTo | Unplayable | None:
    """Return what moves come to: a result, a move that is not allowed, or None: no end."""
    if isinstance(scorer, TableScorer):
        return _one_by_one(scorer, seed, moves)
    walk = scorer.walk(seed, moves)
    if isinstance(walk, Unplayable):
        return walk
    scored = scorer.scored(walk, moves)
    if scored is None:
        return None
    columns = (scored.outcome.value, scored.quality, int(scored.passed))
    return CameTo(results_in_bulk.written(scored), columns, scored.result)


def _one_by_one(scorer: TableScorer, seed: int, moves: Moves) -> CameTo | Unplayable | None:
    walk = scorer.walk(seed, moves)
    if isinstance(walk, Unplayable):
        return walk
    result = scorer.scored(walk)
    if result is None:
        return None
    columns = (result.outcome.value, result.quality, int(result.passed))
    return CameTo(result_json.written(result), columns, lambda: result)
