"""What may lie in a folder of a pack: no link that leaves it, no names that clash."""

import os
from collections.abc import Iterator
from pathlib import Path

from salesdojo.content.document import BEGINNING
from salesdojo.content.ids import is_id, is_reserved
from salesdojo.content.problem import Problem


def allowed_entries(folder: Path, real: Path) -> Iterator["os.DirEntry[str] | Problem"]:
    """Yield the entries of `folder`, or why one may not be there; links stay inside `real`."""
    try:
        with os.scandir(folder) as scanning:
            entries = sorted(scanning, key=lambda entry: entry.name)
    except OSError:
        yield place_problem(folder, "SD001", "denied")
        return
    seen: dict[str, str] = {}
    for entry in entries:
        if entry.name.startswith("."):
            continue
        first = seen.setdefault(entry.name.casefold(), entry.name)
        if first != entry.name:
            yield place_problem(Path(entry.path), "SD024", name=entry.name, first=first)
        elif entry.is_symlink() and not stays_inside(entry.path, real):
            yield place_problem(Path(entry.path), "SD022", name=entry.name)
        else:
            yield entry


def name_problem(path: Path) -> Problem | None:
    """Return why the name of a YAML file cannot be an id; None where it can."""
    if path.suffix != ".yaml":
        return place_problem(path, "SD021", "extension", name=path.name)
    if not is_id(path.stem):
        return place_problem(path, "SD021", name=path.name)
    if is_reserved(path.stem):
        return place_problem(path, "SD021", "reserved", name=path.name)
    return None


def stays_inside(link: str | Path, real: Path) -> bool:
    """Tell whether what `link` leads to lies in the folder `real`."""
    return Path(os.path.realpath(link)).is_relative_to(real)


def holds_yaml(folder: Path) -> bool:
    """Tell whether there are YAML files directly in `folder`."""
    try:
        with os.scandir(folder) as entries:
            return any(is_yaml(entry.name) for entry in entries)
    except OSError:
        return False


def is_yaml(name: str) -> bool:
    """Tell whether a file of this name is one of ours, or meant to be.

    Editors of Windows save ``talk.yaml`` as ``talk.yaml.txt``, and hide the ending.
    """
    return name.lower().removesuffix(".txt").endswith((".yaml", ".yml")) and name[0] != "."


def place_problem(path: Path, code: str, form: str = "", **values: str | int) -> Problem:
    """Build the problem of a file or folder itself."""
    return Problem.at(str(path), BEGINNING, code, form, **values)
