"""Problems as a SARIF 2.1.0 log (OASIS), for code scanning and editors."""

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import PurePath
from typing import Any, Final

from salesdojo import __version__
from salesdojo.authoring.explaining.page import page, plain_page, title, why
from salesdojo.authoring.reporting.addresses import uri
from salesdojo.authoring.reporting.columns import token_length
from salesdojo.authoring.reporting.text import Sources
from salesdojo.content.codes import WARNINGS
from salesdojo.content.problem import Problem

Plain = dict[str, Any]

_ROOT: Final = "%SRCROOT%"
_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def sarif_log(
    problems: Sequence[Problem], sources: Sources, language: str, base: PurePath
) -> Plain:
    """Return the problems as one log of one run.

    Paths are relative to the folder `base` (the repository's) where they lie in it.
    Columns count characters (Unicode code points). A result's fingerprint is made
    of its code and the words of its line, so that it stays when lines move.
    """
    codes = sorted({problem.code for problem in problems})
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "salesdojo",
                        "version": __version__,
                        "rules": [_rule(code, language) for code in codes],
                    }
                },
                "language": language,
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {
                    _ROOT: {"description": {"text": "The folder in which the check ran."}}
                },
                "results": list(_results(problems, sources, language, base, codes)),
            }
        ],
    }


def _rule(code: str, language: str) -> Plain:
    return {
        "id": code,
        "shortDescription": {"text": title(code, language)},
        "fullDescription": {"text": why(code, language)},
        "help": {"text": plain_page(code, language), "markdown": page(code, language)},
        "defaultConfiguration": {"level": "warning" if code in WARNINGS else "error"},
    }


def _results(
    problems: Sequence[Problem],
    sources: Sources,
    language: str,
    base: PurePath,
    codes: Sequence[str],
) -> Iterator[Plain]:
    index = {code: position for position, code in enumerate(codes)}
    seen: Counter[tuple[str, str]] = Counter()
    for problem in problems:
        line = _line(problem, sources)
        print_ = sha256(f"{problem.code}\n{line.strip()}".encode()).hexdigest()[:16]
        # The same line may stand in a file twice: the runs are told apart by their order.
        seen[problem.path, print_] += 1
        yield {
            "ruleId": problem.code,
            "ruleIndex": index[problem.code],
            "level": problem.severity.value,
            "message": {"text": problem.message(language)},
            "locations": [{"physicalLocation": _location(problem, line, base)}],
            "partialFingerprints": {
                "primaryLocationLineHash": f"{print_}:{seen[problem.path, print_]}"
            },
        }


def _line(problem: Problem, sources: Sources) -> str:
    lines = sources.get(problem.path, ())
    return lines[problem.line - 1] if 0 < problem.line <= len(lines) else ""


def _location(problem: Problem, line: str, base: PurePath) -> Plain:
    address = uri(problem.path, base)
    artifact = {"uri": address}
    if not address.startswith("file:"):
        artifact["uriBaseId"] = _ROOT
    region = {"startLine": problem.line, "startColumn": problem.column}
    length = token_length(line, problem.column - 1)
    if length:
        region["endColumn"] = problem.column + length
    return {"artifactLocation": artifact, "region": region}
