"""Where the blind keys of a scenario lie: ``<scenario>.keys/<expert>.yaml`` beside its file.

The pack knows these folders and leaves them alone: keys are not played.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from salesdojo.content.folder_entries import (
    allowed_entries,
    holds_yaml,
    is_yaml,
    name_problem,
    place_problem,
    stays_inside,
)
from salesdojo.content.problem import Problem

ENDING: Final = ".keys"
"""What the name of a folder of keys ends with."""


@dataclass(frozen=True, slots=True)
class KeyFiles:
    """The files in a folder of keys."""

    files: tuple[Path, ...]
    """One an expert, by name."""
    problems: tuple[Problem, ...]
    """What may not be in the folder."""


def keys_folder(scenario: Path) -> Path:
    """Return the folder of the keys of the scenario in the file `scenario`."""
    return scenario.with_name(f"{scenario.stem}{ENDING}")


def key_files(scenario: Path) -> KeyFiles:
    """Return the files of keys beside the file `scenario`; none where there is no folder."""
    folder = keys_folder(scenario)
    # os.path, for Path.is_dir raises where a folder may not be entered.
    if not os.path.isdir(folder):  # noqa: PTH112
        return KeyFiles((), ())
    real = Path(os.path.realpath(scenario.parent))
    if not stays_inside(folder, real):
        return KeyFiles((), (place_problem(folder, "SD022", name=folder.name),))
    files: list[Path] = []
    problems: list[Problem] = []
    for entry in allowed_entries(folder, real):
        path = folder if isinstance(entry, Problem) else Path(entry.path)
        if isinstance(entry, Problem):
            problems.append(entry)
        elif entry.is_dir():
            if holds_yaml(path):
                problems.append(place_problem(path, "SD025", "keys", folder=entry.name))
        elif is_yaml(entry.name):
            wrong = name_problem(path)
            if wrong is None:
                files.append(path)
            else:
                problems.append(wrong)
    return KeyFiles(tuple(files), tuple(problems))
