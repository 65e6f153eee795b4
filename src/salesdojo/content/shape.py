"""Whether a file has the shape its schema asks for, and if not, where and how it differs."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from salesdojo.content.document import Document, Path
from salesdojo.content.document_pass import MOST_PROBLEMS
from salesdojo.content.problem import Problem
from salesdojo.content.schemas import quick_validator, wordy_validator
from salesdojo.content.shape_problems import problems_of

if TYPE_CHECKING:
    import jsonschema
    import jsonschema_rs


def shape_problems(document: Document, kind: str) -> tuple[Problem, ...]:
    """Return what of `document` differs from the schema of its kind."""
    quick = quick_validator(kind)
    if quick is not None and quick.is_valid(document.data):
        return ()
    errors = wordy_validator(kind).iter_errors(document.data)
    told = (error for error in errors if not _excused(document, error))
    each = (problem for error in told for problem in problems_of(error, document))
    problems = set(islice(each, MOST_PROBLEMS))
    if problems or document.refused or quick is None:
        return tuple(sorted(problems))
    return tuple(_unexplained(document, islice(quick.iter_errors(document.data), 1)))


def _excused(document: Document, error: "jsonschema.ValidationError") -> bool:
    """Tell whether the place holds None only because its value was refused before."""
    path = tuple(error.absolute_path)
    return any(path[: len(refused)] == refused for refused in document.refused)


def _unexplained(
    document: Document, errors: "Iterator[jsonschema_rs.ValidationError]"
) -> Iterator[Problem]:
    for error in errors:
        path: Path = tuple(error.instance_path)
        yield document.problem(path, "SD100", reason=error.message)
