"""A result as JSON text and back: the same result always gives the same text."""

import json
from typing import Any

from salesdojo.content.model import Outcome
from salesdojo.content.table import Ending
from salesdojo.practice.scoring import CriterionScore, Judged, MissedFact, Result
from salesdojo.practice.table_judged import TableJudged


def written(result: Result) -> str:
    """Return `result` as compact JSON. Floats keep every digit."""
    return json.dumps(
        {
            "outcome": result.outcome.value,
            "quality": result.quality,
            "passed": result.passed,
            "luck": result.luck,
            "satisfaction": result.satisfaction,
            "criteria": {
                criterion: [score.earned, score.best, score.share, score.level]
                for criterion, score in result.criteria.items()
            },
            "breaches": result.breaches,
            "under_minimum": result.under_minimum,
            "decisions": [_judged_written(judged) for judged in result.decisions],
            "learned": result.learned,
            "missed": [[missed.fact, missed.scene, missed.choice] for missed in result.missed],
        },
        separators=(",", ":"),
    )


def read(body: str) -> Result:
    """Return the result that `written` wrote.

    Raises:
        ValueError: when it is damaged.
    """
    try:
        return _read(json.loads(body))
    except (KeyError, TypeError, AttributeError, IndexError, RecursionError) as damage:
        msg = "a damaged result"
        raise ValueError(msg) from damage


def _judged_written(judged: Judged) -> dict[str, object]:
    table = judged.table
    # Results of talks without a table stay what they were, to the letter.
    ended = {} if table is None else {"table": [table.ending, table.best, dict(table.points)]}
    return {
        "turn": judged.turn,
        "scene": judged.scene,
        "choice": judged.choice,
        "loss": judged.loss,
        "luck": judged.luck,
        "best": judged.best,
        "points": dict(judged.points),
        "timed_out": judged.timed_out,
        **ended,
    }


def _judged_read(held: Any) -> Judged:  # noqa: ANN401 - as below
    told = {**held, "best": tuple(held["best"])}
    if "table" in held:
        ending, best, points = held["table"]
        told["table"] = TableJudged(Ending(ending), best, points)
    return Judged(**told)


def _read(held: Any) -> Result:  # noqa: ANN401 - whatever JSON holds; read() catches misfits
    return Result(
        outcome=Outcome(held["outcome"]),
        quality=float(held["quality"]),
        passed=bool(held["passed"]),
        luck=float(held["luck"]),
        satisfaction=held["satisfaction"],
        criteria={
            criterion: CriterionScore(*score) for criterion, score in held["criteria"].items()
        },
        breaches=tuple(held["breaches"]),
        under_minimum=tuple(held["under_minimum"]),
        decisions=tuple(_judged_read(judged) for judged in held["decisions"]),
        learned=tuple(held["learned"]),
        missed=tuple(MissedFact(*missed) for missed in held["missed"]),
    )
