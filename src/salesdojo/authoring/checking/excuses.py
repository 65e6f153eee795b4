"""Problems that a file excuses: ``# noqa: SD503`` at the end of their line."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from salesdojo.content.problem import Problem

_EXCUSE: Final = re.compile(r"#\s*noqa:\s*(?P<codes>SD\d{3}(?:[\s,]+SD\d{3})*)", re.IGNORECASE)
_CODE: Final = re.compile(r"SD\d{3}", re.IGNORECASE)


def unexcused(problems: Iterable[Problem], lines: Sequence[str]) -> Iterator[Problem]:
    """Yield the problems of a file that the line they stand on does not excuse."""
    for problem in problems:
        line = lines[problem.line - 1] if problem.line <= len(lines) else ""
        if problem.code not in _excused(line):
            yield problem


def _excused(line: str) -> frozenset[str]:
    found = _EXCUSE.search(line) if "noqa" in line.lower() else None
    return (
        frozenset(code.upper() for code in _CODE.findall(found["codes"])) if found else frozenset()
    )
