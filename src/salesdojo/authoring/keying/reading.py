"""The blind keys beside a scenario, read and checked as every file of a stranger's is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from salesdojo.authoring.keying.blind_key import BlindKey, Key
from salesdojo.authoring.keying.wording import wording_marks
from salesdojo.content.checking import checked
from salesdojo.content.document import Document
from salesdojo.content.document_pass import MOST_PROBLEMS
from salesdojo.content.files import file_bytes
from salesdojo.content.key_checks import key_problems
from salesdojo.content.key_files import key_files
from salesdojo.content.problem import Problem
from salesdojo.content.reference_parts import mapping
from salesdojo.content.text import Text


@dataclass(frozen=True, slots=True)
class KeysReading:
    """What came of reading the keys of a scenario."""

    keys: tuple[BlindKey, ...]
    """Of the files without a problem, by the expert's name."""
    problems: tuple[Problem, ...]
    """Those of the folder and of every file."""


def read_keys(path: Path, scenario: Document) -> KeysReading:
    """Read the blind keys beside the file `path`, which holds the document `scenario`."""
    found = key_files(path)
    marks = wording_marks(scenario)
    problems = list(found.problems)
    keys: list[BlindKey] = []
    for file in found.files:
        document = _document(file)
        wrong = _problems(document, file.stem, scenario)
        problems.extend(wrong)
        if not wrong:
            keys.append(blind_key(document.data, marks))
    return KeysReading(tuple(keys), tuple(problems))


def blind_key(written: Mapping[str, Any], marks: Mapping[str, str]) -> BlindKey:
    """Build a blind key from a mapping that has been checked.

    Args:
        written: the file's data.
        marks: the wording of each scene as it is now; scenes keyed in another are left out.
    """
    read = mapping(written.get("wording"))
    outdated = tuple(scene for scene, mark in read.items() if marks.get(scene) != mark)
    return BlindKey(
        expert=written["expert"],
        keys={
            (scene, choice): Key(int(key))
            for scene, choice, key in _entries(written, "keys", outdated)
            if key is not None
        },
        borderline={
            scene: int(percent)
            for scene, percent in mapping(written.get("borderline")).items()
            if percent is not None and scene not in outdated
        },
        notes={
            (scene, choice): Text.of(note)
            for scene, choice, note in _entries(written, "notes", outdated)
        },
        outdated=outdated,
    )


def _document(file: Path) -> Document:
    return checked("keys", str(file), file.stem, lambda: file_bytes(file))


def _problems(document: Document, stem: str, scenario: Document) -> tuple[Problem, ...]:
    if not document.readable:
        return document.problems
    named = islice(key_problems(document, stem, scenario), MOST_PROBLEMS)
    return tuple(sorted({*document.problems, *named}))


def _entries(
    written: Mapping[str, Any], part: str, outdated: tuple[str, ...]
) -> Iterator[tuple[str, str, Any]]:
    for scene, by_choice in mapping(written.get(part)).items():
        if scene not in outdated:
            for choice, value in by_choice.items():
                yield scene, choice, value
