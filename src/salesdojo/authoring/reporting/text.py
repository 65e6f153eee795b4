"""Problems as compilers show them: what and where, the line, a pointer, where to learn more."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from salesdojo.authoring.reporting.columns import one_line, token_length, window
from salesdojo.content.problem import Problem, Severity
from salesdojo.i18n import message

Sources = Mapping[str, Sequence[str]]
"""The lines of files by path, without their ends; a file may be missing."""

_BOLD: Final = "1"
_QUIET: Final = "2"
_RED: Final = "1;31"
_YELLOW: Final = "1;33"


def text_report(
    problems: Sequence[Problem],
    sources: Sources,
    language: str,
    *,
    width: int = 80,
    painted: bool = False,
) -> Iterator[str]:
    """Yield each problem in lines of its own, the first ``path:line:column: CODE message``.

    Each ends with a line break, so that printed one by one they stand apart.
    Everything from files is made visible already: what prints a painted report must
    let its escapes pass. Nothing is said by colour alone.

    Args:
        problems: in the order in which they are shown.
        sources: the lines to quote from.
        language: ``ja`` or ``en``.
        width: columns of the terminal; quoted lines are cut to fit, sentences are not.
        painted: whether whoever reads is a terminal that wants colour.
    """
    for problem in problems:
        lines = sources.get(problem.path, ())
        yield "\n".join((*_block(problem, lines, language, width, painted=painted), ""))


def summary(problems: Sequence[Problem], files: int, language: str) -> str:
    """Return the sentence that closes a report on `files` files.

    Files with problems are counted where there are any, else those that were checked.
    """
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    if not problems:
        return message(f"check.clean_{_number(files)}", language, files=files)
    faulty = len({problem.path for problem in problems})
    kinds = [
        f"{kind}_{_number(count)}"
        for kind, count in (("errors", errors), ("warnings", warnings))
        if count
    ]
    key = "_".join((*kinds, "files", _number(faulty)))
    return message(f"check.{key}", language, errors=errors, warnings=warnings, files=faulty)


def _number(count: int) -> str:
    """Name the grammatical number: no sentence is put together from parts."""
    return {0: "none", 1: "one"}.get(count, "many")


def _block(
    problem: Problem, lines: Sequence[str], language: str, width: int, *, painted: bool
) -> Iterator[str]:
    colour = _YELLOW if problem.severity is Severity.WARNING else _RED
    brush = _Brush(painted)
    place = f"{one_line(problem.path)}:{problem.line}:{problem.column}:"
    words = one_line(problem.message(language))
    yield f"{brush(place, _BOLD)} {brush(problem.code, colour)} {words}"
    number = str(problem.line)
    blank = " " * len(number)
    line = lines[problem.line - 1] if 0 < problem.line <= len(lines) else ""
    if line.strip():
        at = problem.column - 1
        shown = window(line, at, token_length(line, at), width - len(f"{number} | "))
        pointer = brush("^" * shown.under, colour)
        yield f"{brush(f'{number} |', _QUIET)} {shown.text}"
        yield f"{brush(f'{blank} |', _QUIET)} {' ' * shown.before}{pointer}"
    more = message(f"check.more_{problem.severity.value}", language, code=problem.code)
    yield f"{brush(f'{blank} =', _QUIET)} {more}"


class _Brush:
    """Paints words for a terminal, or leaves them as they are."""

    def __init__(self, painted: bool) -> None:
        self._painted = painted

    def __call__(self, words: str, colour: str) -> str:
        return f"\x1b[{colour}m{words}\x1b[0m" if self._painted else words
