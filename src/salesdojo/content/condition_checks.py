"""Conditions and figures of a scenario: that they parse, and that their names exist."""

from collections.abc import Iterator, Sequence
from typing import Final

from salesdojo.content.condition import ConditionError, names_with_places, parse
from salesdojo.content.document import Document, Path
from salesdojo.content.problem import Problem
from salesdojo.content.reference_parts import conditions, mapping, scenes
from salesdojo.content.suggesting import nearest

TURN: Final = "turn"


def condition_problems(document: Document) -> Iterator[Problem]:
    """Yield what is wrong with the conditions and satisfactions of a scenario."""
    data = mapping(document.data)
    meters = tuple(mapping(data.get("meters")))
    facts = tuple(mapping(data.get("facts")))
    for path, source in conditions(data):
        yield from _expression(document, path, source, (*meters, *facts, TURN))
    for _, path, scene in scenes(data):
        satisfaction = scene.get("satisfaction")
        if isinstance(satisfaction, str):
            at = (*path, "satisfaction")
            yield from _expression(document, at, satisfaction, meters, form="meters")


def _expression(
    document: Document, path: Path, source: str, known: Sequence[str], form: str = ""
) -> Iterator[Problem]:
    try:
        parse(source)
    except ConditionError as fault:
        mark = document.inside(path, source, fault.offset)
        yield Problem.at(document.name, mark, "SD111", fault.reason, found=fault.found)
        return
    for name, offset in names_with_places(source):
        if name not in known:
            near = nearest(name, known)
            mark = document.inside(path, source, offset)
            yield Problem.at(
                document.name,
                mark,
                "SD221",
                "suggestion" if near else form,
                name=name,
                suggestion=near or "",
            )
