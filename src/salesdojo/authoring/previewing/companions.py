"""The files that a scenario rests on: a change in its rubric changes its figures too."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from salesdojo.content.document import Document
from salesdojo.content.ids import is_id
from salesdojo.content.pack_place import pack_around

_FOLDERS: Final = {"rubric": "rubrics", "customer": "customers"}


def companions(file: Path, document: Document) -> tuple[Path, ...]:
    """Return the rubric, customer and glossary of the pack or folder that `file` lies in.

    They may not exist: they may come.
    """
    return tuple(_companions(pack_around(file) or file.parent, document.data))


def _companions(root: Path, written: object) -> Iterator[Path]:
    yield root / "glossary.yaml"
    if not isinstance(written, dict):
        return
    for kind, folder in _FOLDERS.items():
        name = written.get(kind)
        if isinstance(name, str) and is_id(name):
            yield root / folder / f"{name}.yaml"
