"""Which files a pack has, and which may not be in it.

    pack.yaml  glossary.yaml  rubrics/*.yaml  customers/*.yaml  <stage>/*.yaml  drills/*.yaml

A file's name is its id. Links may not leave the pack. Hidden files, and files
that are not YAML, are none of ours; blind keys (``<stage>/<scenario>.keys/``) are
left to `salesdojo.content.key_files`.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from salesdojo.content.catalogue import Stage
from salesdojo.content.folder_entries import (
    allowed_entries,
    holds_yaml,
    is_yaml,
    name_problem,
    place_problem,
)
from salesdojo.content.key_files import ENDING
from salesdojo.content.problem import Problem

_FOLDERS: Final[dict[str, str]] = {
    "rubrics": "rubric",
    "customers": "customer",
    "drills": "scenario",
    **{stage.value: "scenario" for stage in Stage},
}
_TOP: Final = {"pack.yaml": "pack", "glossary.yaml": "glossary"}


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file of a pack that is to be read."""

    path: Path
    relative: str
    """Its path inside the pack, with ``/``."""
    kind: str
    """A kind of `salesdojo.content.schemas.KINDS`."""
    drill: bool = False

    @property
    def id(self) -> str:
        """The file's name without its ending."""
        return self.path.stem

    @property
    def name(self) -> str:
        """How problems call the file."""
        return str(self.path)


@dataclass(frozen=True, slots=True)
class PackFiles:
    """What is in a pack's folder."""

    root: Path
    files: tuple[PackFile, ...]
    """In the order of their paths; no two of a kind have one id."""
    problems: tuple[Problem, ...]

    def of(self, kind: str) -> dict[str, PackFile]:
        """Return the files of a kind by id."""
        return {file.id: file for file in self.files if file.kind == kind}


def lies_in_drills(path: Path) -> bool:
    """Say whether a scenario lies where drills do, single decisions."""
    return path.absolute().parent.name == "drills"


def pack_files(root: Path, *, strays: bool = True) -> PackFiles:
    """Return the files of the pack in the folder `root`; what may not be there is a problem.

    Without `strays` other folders are not looked into: `root` may be anyone's home.
    """
    files: dict[tuple[str, str], PackFile] = {}
    problems: list[Problem] = []
    for found in _walk(root, strays=strays):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        first = files.setdefault((found.kind, found.id), found)
        if first is not found:
            problems.append(place_problem(found.path, "SD219", id=found.id, first=first.relative))
    ordered = sorted(files.values(), key=lambda file: file.relative)
    return PackFiles(root, tuple(ordered), tuple(sorted(problems)))


def _walk(root: Path, *, strays: bool) -> Iterator[PackFile | Problem]:
    real = Path(os.path.realpath(root))
    for entry in allowed_entries(root, real):
        if isinstance(entry, Problem):
            yield entry
        elif entry.is_dir():
            if strays or entry.name in _FOLDERS:
                yield from _folder(Path(entry.path), real)
        elif entry.name in _TOP:
            yield PackFile(Path(entry.path), entry.name, _TOP[entry.name])
        elif is_yaml(entry.name):
            yield place_problem(Path(entry.path), "SD025", "file")


def _folder(folder: Path, real: Path) -> Iterator[PackFile | Problem]:
    kind = _FOLDERS.get(folder.name)
    for entry in allowed_entries(folder, real):
        if isinstance(entry, Problem):
            # A folder that is not read may hold what it likes.
            if kind is not None:
                yield entry
        elif entry.is_dir():
            if kind is not None and is_yaml(entry.name):
                yield place_problem(Path(entry.path), "SD023")
            elif kind is not None and holds_yaml(Path(entry.path)):
                yield from _inner(Path(entry.path), kind)
        elif is_yaml(entry.name):
            if kind is None:
                yield _stray(folder)
                return
            yield _named(Path(entry.path), f"{folder.name}/{entry.name}", kind)


def _inner(folder: Path, kind: str) -> Iterator[Problem]:
    """Yield the problem of a folder inside one of ours, unless it holds a scenario's keys."""
    if kind != "scenario" or folder.suffix != ENDING:
        yield place_problem(folder, "SD025", folder=folder.name)
        return
    scenario = folder.with_suffix(".yaml")
    # os.path, for Path.is_file raises where a folder on the way may not be entered.
    if not os.path.isfile(scenario):  # noqa: PTH113
        yield place_problem(folder, "SD025", "scenario", folder=folder.name, scenario=scenario.name)


def _stray(folder: Path) -> Problem:
    from salesdojo.content.suggesting import nearest

    near = nearest(folder.name, _FOLDERS)
    form = "suggestion" if near else ""
    return place_problem(folder, "SD025", form, folder=folder.name, suggestion=near or "")


def _named(path: Path, relative: str, kind: str) -> PackFile | Problem:
    wrong = name_problem(path)
    return wrong or PackFile(path, relative, kind, drill=relative.startswith("drills/"))
