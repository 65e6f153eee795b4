"""That the courses and journeys of a pack name what exists, and can be begun."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from salesdojo.content.document import Document
from salesdojo.content.name_checks import unknown
from salesdojo.content.problem import Problem
from salesdojo.content.reference_parts import entries, mapping

if TYPE_CHECKING:
    from salesdojo.content.shelf import Shelf


def pack_problems(document: Document, shelf: "Shelf") -> Iterator[Problem]:
    """Yield what is wrong with the names in ``pack.yaml``."""
    data = mapping(document.data)
    for group in ("courses", "journeys"):
        for name, written in mapping(data.get(group)).items():
            for position, scenario in enumerate(entries(mapping(written).get("scenarios"))):
                if isinstance(scenario, str):
                    path = (group, name, "scenarios", position)
                    yield from unknown(document, path, "SD220", scenario, shelf.scenarios)
    yield from _prerequisites(document)


def _prerequisites(document: Document) -> Iterator[Problem]:
    courses = mapping(mapping(document.data).get("courses"))
    after = {
        name: [one for one in entries(mapping(course).get("after")) if isinstance(one, str)]
        for name, course in courses.items()
    }
    for name, before in after.items():
        for position, course in enumerate(before):
            path = ("courses", name, "after", position)
            yield from unknown(document, path, "SD224", course, courses)
    for name in after:
        if name in _all_before(name, after):
            yield document.key_problem(("courses", name, "after"), "SD225", name=name)


def _all_before(name: str, after: dict[str, list[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(after[name])
    while waiting:
        course = waiting.pop()
        if course not in found:
            found.add(course)
            waiting.extend(after.get(course, ()))
    return found
