"""Whether the golden paths of a scaffold come true under a rubric of somebody's own.

A rubric may know every criterion and still weigh them so that the average path
passes: it does not fit then.
"""

import operator
import re
from collections.abc import Mapping
from typing import Any, Final

from salesdojo.content.building import build_scenario
from salesdojo.content.model import GoldenPath, Scenario
from salesdojo.errors import PracticeError
from salesdojo.practice.following import replay
from salesdojo.practice.scoring import score
from salesdojo.practice.solving import Solution, solve

_NOBODY: Final = dict.fromkeys(("id", "name", "company", "role", "manner"), "nobody")
_QUALITY: Final = re.compile(r"([<>=!]=?) *([0-9.]+)")
_OPERATORS: Final = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}


def promises_hold(written: Mapping[str, Any], rubric: Mapping[str, Any]) -> bool:
    """Tell whether every golden path of a scenario ends, scores and passes as it promises.

    Args:
        written: a scenario without problems, as read from its file.
        rubric: a rubric without problems that knows its criteria and breaches.
    """
    scenario = build_scenario(written, rubric, _NOBODY)
    try:
        solution = solve(scenario)
        return all(_holds(path, scenario, solution) for path in scenario.golden_paths)
    except PracticeError:  # too large to be solved, or a path that cannot be walked
        return False


def _holds(path: GoldenPath, scenario: Scenario, solution: Solution) -> bool:
    attempt = replay(scenario, 1, path.play)
    if attempt.outcome is None:
        return False
    result = score(attempt, solution)
    return (
        path.end in (None, result.outcome)
        and path.passed in (None, result.passed)
        and (path.quality is None or _compares(result.quality, path.quality))
    )


def _compares(quality: float, promised: str) -> bool:
    found = _QUALITY.fullmatch(promised)
    return found is not None and _OPERATORS[found[1]](quality, float(found[2]))
