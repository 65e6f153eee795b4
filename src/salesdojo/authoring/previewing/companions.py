"""The files that a scenario rests on: a change in its rubric changes its figures too."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from salesdojo.content.document import Document
from salesdojo.content.ids import is_id

_FOLDERS: Final = {"rubric": "rubrics", "customer": "customers"}


def companions(file: Path, document: Document) -> tuple[Path, ...]:
    """Return the rubric, customer and glossary of the pack or folder that `file` lies in.

    They may not exist: they may come.
    """
    return tuple(_companions(_root(file), document.data))


def _root(file: Path) -> Path:
    try:
        folder = file.absolute().parent
    except FileNotFoundError:  # the folder we stand in was deleted
        return file.parent
    above = (folder, *folder.parents)
    return next((one for one in above if os.path.isfile(one / "pack.yaml")), folder)  # noqa: PTH113 - Path.is_file raises where a folder may not be entered


def _companions(root: Path, written: object) -> Iterator[Path]:
    yield root / "glossary.yaml"
    if not isinstance(written, dict):
        return
    for kind, folder in _FOLDERS.items():
        name = written.get(kind)
        if isinstance(name, str) and is_id(name):
            yield root / folder / f"{name}.yaml"
