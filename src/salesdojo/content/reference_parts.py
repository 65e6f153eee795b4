"""Walking a scenario's plain data, whatever its shape: what is not there is passed over.

So references are checked in files whose shape is wrong elsewhere, and every
problem shows at once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from salesdojo.content.document import Path


def mapping(value: object) -> Mapping[str, Any]:
    """Return `value` if it is a mapping, else an empty one."""
    return value if isinstance(value, dict) else {}


def entries(value: object) -> list[Any]:
    """Return `value` if it is a list, else an empty one."""
    return value if isinstance(value, list) else []


def scenes(data: object) -> Iterator[tuple[str, Path, Mapping[str, Any]]]:
    """Yield each scene: its id, its path, what is written."""
    for name, scene in mapping(mapping(data).get("scenes")).items():
        if isinstance(scene, dict):
            yield name, ("scenes", name), scene


def choices(data: object) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Yield each choice of each scene: its path, what is written."""
    for _, path, scene in scenes(data):
        for name, choice in mapping(scene.get("choices")).items():
            if isinstance(choice, dict):
                yield (*path, "choices", name), choice


@dataclass(frozen=True, slots=True)
class Way:
    """A `goto` as it is written: one scene, or a list of entries."""

    path: Path
    scene: str
    """Whose scene it leaves."""
    written: Any
    decided: bool
    """Whether it follows on a decision, of a choice or at a table; else the talk goes on itself."""

    def targets(self) -> Iterator[tuple[Path, str]]:
        """Yield each scene it names, with its path."""
        if isinstance(self.written, str):
            yield self.path, self.written
        for position, entry in enumerate(entries(self.written)):
            to = mapping(entry).get("to")
            if isinstance(to, str):
                yield (*self.path, position, "to"), to


def ways(data: object) -> Iterator[Way]:
    """Yield every `goto` of every scene, choice and negotiation table."""
    for name, path, scene in scenes(data):
        if "goto" in scene:
            yield Way((*path, "goto"), name, scene["goto"], decided=False)
        for choice, written in mapping(scene.get("choices")).items():
            if "goto" in mapping(written):
                at = (*path, "choices", choice, "goto")
                yield Way(at, name, written["goto"], decided=True)
        for ending, goto in mapping(mapping(scene.get("table")).get("goto")).items():
            yield Way((*path, "table", "goto", ending), name, goto, decided=True)


def conditions(data: object) -> Iterator[tuple[Path, str]]:
    """Yield every `when`: its path, and its text."""
    for _, path, scene in scenes(data):
        yield from _whens((*path, "customer"), scene.get("customer"))
    for path, choice in choices(data):
        if isinstance(choice.get("when"), str):
            yield (*path, "when"), choice["when"]
    for way in ways(data):
        yield from _whens(way.path, way.written)


def _whens(path: Path, written: object) -> Iterator[tuple[Path, str]]:
    for position, entry in enumerate(entries(written)):
        when = mapping(entry).get("when")
        if isinstance(when, str):
            yield (*path, position, "when"), when
