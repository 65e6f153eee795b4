"""Which files the paths someone typed stand for: packs, folders, single files."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from salesdojo.content.pack_files import PackFile, PackFiles, lies_in_drills, pack_files
from salesdojo.content.pack_place import pack_around
from salesdojo.content.problem import Problem
from salesdojo.errors import ContentError

_SHARED: Final = {"rubrics": "rubric", "customers": "customer"}
_PASSED_OVER: Final = frozenset({"node_modules", "__pycache__"})


@dataclass(frozen=True, slots=True)
class Group:
    """Files that refer to the same rubrics, customers and terms."""

    root: Path
    """The pack's folder, or the folder in which loose files lie."""
    is_pack: bool
    files: tuple[PackFile, ...]
    """Those to be checked, in the order of their paths."""
    found: PackFiles
    """Everything that is there to refer to."""
    problems: tuple[Problem, ...]
    """What lies where it may not."""


def groups(paths: Sequence[Path]) -> tuple[Group, ...]:
    """Return what `paths` stand for, each file once.

    A folder stands for everything in it: a pack, part of one, packs below it, or loose
    files. A file stands for itself, seen in the pack it lies in.

    Raises:
        ContentError: CT006 for a path that is not there, CT007 for a folder without a
            file to check.
    """
    wanted: dict[Path, list[Path]] = {}
    spelled: dict[Path, Path] = {}
    for path in paths:
        for root, inside in _roots(path):
            # A pack can be met as it is typed, and again from below.
            as_first = spelled.setdefault(_absolute(root), root)
            wanted.setdefault(as_first, []).append(inside)
    return tuple(_group(root, insides) for root, insides in sorted(wanted.items()))


def _roots(path: Path) -> Iterator[tuple[Path, Path]]:
    """Yield each folder whose files `path` stands for, and which of them."""
    if not os.path.lexists(path):
        raise ContentError("CT006", place=str(path))
    if not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where a folder may not be entered
        yield _pack_around(path) or path.parent, path
        return
    inside = path if os.path.isfile(path / "pack.yaml") else _pack_around(path)  # noqa: PTH113
    if inside is not None:
        yield inside, path
        return
    packs = sorted(_packs_below(path))
    yield from ((pack, pack) for pack in packs)
    if _loose(path):
        yield path, path
    elif not packs:
        raise ContentError("CT007", place=str(path))


def _pack_around(path: Path) -> Path | None:
    """Return the pack that `path` lies in, spelled from where we stand as `path` is."""
    root = pack_around(path)
    if root is None or path.is_absolute() or not root.is_relative_to(here := Path.cwd()):
        return root
    return root.relative_to(here)


def _packs_below(folder: Path) -> Iterator[Path]:
    for found, folders, files in os.walk(folder):
        folders[:] = [one for one in folders if not one.startswith(".") and one not in _PASSED_OVER]
        if "pack.yaml" in files:
            folders.clear()
            yield Path(found)


def _group(root: Path, insides: Iterable[Path]) -> Group:
    is_pack = os.path.isfile(root / "pack.yaml")  # noqa: PTH113
    found = pack_files(root, strays=is_pack)
    places = [_absolute(path) for path in insides]

    def asked_for(path: Path) -> bool:
        return any(_absolute(path).is_relative_to(place) for place in places)

    known = [*found.files, *(() if is_pack else _loose(root))]
    files = {_absolute(file.path): file for file in known if asked_for(file.path)}
    for path, place in zip(insides, places, strict=True):
        if place not in files and not os.path.isdir(path):  # noqa: PTH112
            # A file that the pack does not read is still one that someone asked about.
            files[place] = PackFile(path, path.name, _kind_of(path), drill=lies_in_drills(path))
    problems = tuple(one for one in found.problems if is_pack and asked_for(Path(one.path)))
    for path, place in zip(insides, places, strict=True):
        told = (*files, *(_absolute(Path(one.path)) for one in problems))
        if not any(one.is_relative_to(place) for one in told):
            raise ContentError("CT007", place=str(path))
    ordered = sorted(files.values(), key=lambda file: str(file.path))
    return Group(root, is_pack, tuple(ordered), found, problems)


def _loose(folder: Path) -> list[PackFile]:
    """Return the files of a folder that is no pack: beside it, and in folders as a pack has."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - names are all that is wanted
    except OSError:
        return []
    beside = [
        folder / name for name in names if name.endswith(".yaml") and not name.startswith(".")
    ]
    scenarios = [
        PackFile(path, path.name, _kind_of(path), drill=lies_in_drills(path))
        for path in beside
        if os.path.isfile(path)  # noqa: PTH113
    ]
    return [
        *pack_files(folder, strays=False).files,
        *(one for one in scenarios if one.kind != "glossary"),
    ]


def _kind_of(path: Path) -> str:
    if path.name == "pack.yaml":
        return "pack"
    if path.name == "glossary.yaml":
        return "glossary"
    return _SHARED.get(path.absolute().parent.name, "scenario")


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - `..` goes, links stay
