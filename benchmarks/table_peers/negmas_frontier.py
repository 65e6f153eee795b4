"""Finds the Pareto frontier of a table with NegMAS, from points and from utility functions.

    PYTHON negmas_frontier.py < DOMAIN.json

PYTHON is one that has NegMAS; nothing of ours is needed. The domain is a list of issues,
each a list of [ours, theirs]. Prints {"version", "given", "functions", "points"}.
"""

import importlib
import json
import sys
import time
from typing import Any

Domain = list[list[list[int]]]


def main() -> None:
    """Find it both ways, and print what each took."""
    domain: Domain = json.load(sys.stdin)
    negmas: Any = importlib.import_module("negmas")
    ops: Any = importlib.import_module("negmas.preferences.ops")
    points = _points(domain)
    began = time.perf_counter()
    found = points[ops.pareto_frontier_active(points)]
    given = time.perf_counter() - began
    issues, functions = _functions(domain, negmas)
    began = time.perf_counter()
    ops.pareto_frontier(functions, issues=issues)
    by_functions = time.perf_counter() - began
    sys.stdout.write(
        json.dumps(
            {
                "version": negmas.__version__,
                "given": given,
                "functions": by_functions,
                "points": sorted([int(ours), int(theirs)] for ours, theirs in found),
            }
        )
    )


def _points(domain: Domain) -> Any:  # noqa: ANN401 - numpy is the peer's
    """Return what every outcome is worth to both, as an array: not timed."""
    numpy: Any = importlib.import_module("numpy")
    sides = []
    for side in (0, 1):
        total = numpy.zeros(1)
        for issue in domain:
            total = numpy.add.outer(total, numpy.array([option[side] for option in issue], float))
        sides.append(total.ravel())
    return numpy.stack(sides, axis=1)


def _functions(domain: Domain, negmas: Any) -> tuple[list[Any], list[Any]]:  # noqa: ANN401
    """Return the issues and both sides' utility functions."""
    issues = [
        negmas.make_issue([str(at) for at in range(len(issue))], f"issue {number}")
        for number, issue in enumerate(domain)
    ]
    functions = [
        negmas.LinearAdditiveUtilityFunction(
            {
                f"issue {number}": {str(at): float(option[side]) for at, option in enumerate(issue)}
                for number, issue in enumerate(domain)
            },
            issues=issues,
        )
        for side in (0, 1)
    ]
    return issues, functions


if __name__ == "__main__":
    main()
