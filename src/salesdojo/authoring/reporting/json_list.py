"""Problems as JSON, as other programs rely on it: one object each."""

from collections.abc import Sequence

from salesdojo.authoring.reporting.addresses import utf8
from salesdojo.content.problem import Problem


def json_list(problems: Sequence[Problem], language: str) -> list[dict[str, str | int]]:
    """Return the problems as plain values; a name that is no Unicode gets stand-ins."""
    return [
        {
            "code": problem.code,
            "severity": problem.severity.value,
            "path": utf8(problem.path),
            "line": problem.line,
            "column": problem.column,
            "message": problem.message(language),
        }
        for problem in problems
    ]
