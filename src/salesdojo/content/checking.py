"""Everything that is checked of one file, by its kind; and the reading before it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from salesdojo.content.condition_checks import condition_problems
from salesdojo.content.document import BEGINNING, Document, unreadable
from salesdojo.content.document_pass import MOST_PROBLEMS
from salesdojo.content.document_reading import read_document
from salesdojo.content.files import UnreadableFileError
from salesdojo.content.ids import is_id
from salesdojo.content.name_checks import name_problems
from salesdojo.content.pack_checks import pack_problems
from salesdojo.content.problem import Problem
from salesdojo.content.reference_parts import mapping
from salesdojo.content.rubric_checks import rubric_problems
from salesdojo.content.shape import shape_problems
from salesdojo.content.table_checks import table_problems
from salesdojo.content.way_checks import way_problems

if TYPE_CHECKING:
    from salesdojo.content.shelf import Shelf


def checked(
    kind: str,
    name: str,
    stem: str,
    read: Callable[[], bytes],
    shelf: "Shelf | None" = None,
) -> Document:
    """Read and check one file.

    Args:
        kind: what the file is, of `salesdojo.content.schemas.KINDS`.
        name: how problems call it.
        stem: its name without the ending, which its id must equal.
        read: how its bytes are had; it may raise `UnreadableFileError`.
        shelf: what it may refer to; only scenarios and packs need one.
    """
    try:
        content = read()
    except UnreadableFileError as fault:
        return unreadable(name, (Problem.at(name, BEGINNING, fault.code, fault.form),))
    document = read_document(name, content)
    if not document.readable:
        return document
    found = {*document.problems, *shape_problems(document, kind)}
    found.update(islice(_references(kind, stem, document, shelf), MOST_PROBLEMS))
    return replace(document, problems=tuple(sorted(found)))


def _references(
    kind: str, stem: str, document: Document, shelf: "Shelf | None"
) -> Iterator[Problem]:
    if kind != "pack":
        yield from _id_problems(document, stem)
    if kind == "rubric":
        yield from rubric_problems(document)
    elif kind == "scenario" and shelf is not None:
        yield from way_problems(document)
        yield from condition_problems(document)
        yield from name_problems(document, shelf)
        yield from table_problems(document)
    elif kind == "pack" and shelf is not None:
        yield from pack_problems(document, shelf)


def _id_problems(document: Document, stem: str) -> Iterator[Problem]:
    written = mapping(document.data).get("id")
    if isinstance(written, str) and is_id(written) and written != stem:
        yield document.problem(("id",), "SD211", id=written, stem=stem)
