"""Where a file holds texts that people read: each with its path."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Final

from salesdojo.content.document import Document, Path

ANY: Final = "*"
"""Stands for every key of a mapping, and every entry of a list."""
_PERSON: Final = (
    ("name",),
    ("company",),
    ("role",),
    ("manner",),
    ("cares", ANY),
)
_CHOICE: Final = ("scenes", ANY, "choices", ANY)
_TABLE: Final = ("scenes", ANY, "table")
_AT_TABLE: Final = (
    ("alternative",),
    ("issues", ANY, "label"),
    ("issues", ANY, "range", "unit"),
    ("issues", ANY, "options", ANY),
    ("questions", ANY),
    ("interests", ANY, "text"),
    ("interests", ANY, "unlocks", "option"),
    ("interests", ANY, "unlocks", "label"),
    ("reasons", ANY, "text"),
    ("lines", ANY, ANY),
)
PLACES: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "scenario": (
        ("title",),
        *(("customer", *place) for place in _PERSON),
        ("briefing", "situation"),
        ("briefing", "goal"),
        ("briefing", "known", ANY),
        ("meters", ANY, "name"),
        ("facts", ANY),
        ("scenes", ANY, "speaker"),
        ("scenes", ANY, "note"),
        ("scenes", ANY, "customer"),
        ("scenes", ANY, "customer", ANY, "say"),
        ("scenes", ANY, "hint"),
        (*_CHOICE, "say"),
        (*_CHOICE, "reply"),
        (*_CHOICE, "why"),
        *((*_TABLE, *place) for place in _AT_TABLE),
    ),
    "rubric": (
        ("name",),
        ("criteria", ANY, "name"),
        ("criteria", ANY, "levels", ANY),
        ("breaches", ANY),
    ),
    "customer": _PERSON,
    "glossary": (
        ("terms", ANY, "name"),
        ("terms", ANY, "meaning"),
        ("terms", ANY, "example"),
        ("terms", ANY, "note"),
        ("terms", ANY, "synonyms", ANY, "name"),
        ("terms", ANY, "synonyms", ANY, "difference"),
    ),
    "pack": (
        ("name",),
        ("courses", ANY, "name"),
        ("courses", ANY, "certifies"),
        ("journeys", ANY, "name"),
        ("journeys", ANY, "account"),
    ),
}
"""By kind of file: where its texts stand."""


@dataclass(frozen=True, slots=True)
class WrittenText:
    """One text as it is written: one string for every language, or one a language."""

    path: Path
    words: Mapping[str, str]
    """By language; the language ``""`` stands for every language."""

    def path_of(self, language: str) -> Path:
        """Return where the words in `language` stand."""
        return (*self.path, language) if language else self.path


@dataclass(frozen=True)
class Written:
    """A file of any kind, and the languages its pack promises."""

    document: Document
    kind: str
    """A kind of `salesdojo.content.schemas.KINDS`."""
    languages: tuple[str, ...]
    """Those in which every text is wanted."""

    @cached_property
    def texts(self) -> Sequence[WrittenText]:
        """Every text of a file that has its shape."""
        found: list[WrittenText] = []
        _find(self.document.data, _tree(self.kind), (), found)
        return found


_Tree = dict[str, "_Tree"]
"""Steps from where one stands; a step ``""`` means that a text may stand here."""


@cache
def _tree(kind: str) -> _Tree:
    """Return the places of a kind of file as one tree, so that a file is gone through once."""
    tree: _Tree = {}
    for place in PLACES[kind]:
        at = tree
        for step in (*place, ""):
            at = at.setdefault(step, {})
    return tree


def _find(value: Any, tree: _Tree, path: Path, found: list[WrittenText]) -> None:  # noqa: ANN401 - plain data of any shape
    if "" in tree:
        if isinstance(value, str):
            found.append(WrittenText(path, {"": value}))
        elif isinstance(value, dict):
            words = {key: one for key, one in value.items() if isinstance(one, str)}
            found.append(WrittenText(path, words))
    for step, onward in tree.items():
        if step == ANY:
            entries = value.items() if isinstance(value, dict) else ()
            for key, entry in enumerate(value) if isinstance(value, list) else entries:
                _find(entry, onward, (*path, key), found)
        elif step and isinstance(value, dict) and step in value:
            _find(value[step], onward, (*path, step), found)
