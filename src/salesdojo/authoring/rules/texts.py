"""Where a file holds texts that people read: each with its path."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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
class Written:
    """A file of any kind, and the languages its pack promises."""

    document: Document
    kind: str
    """A kind of `salesdojo.content.schemas.KINDS`."""
    languages: tuple[str, ...]
    """Those in which every text is wanted."""


@dataclass(frozen=True, slots=True)
class WrittenText:
    """One text as it is written: one string for every language, or one a language."""

    path: Path
    words: Mapping[str, str]
    """By language; the language ``""`` stands for every language."""

    def path_of(self, language: str) -> Path:
        """Return where the words in `language` stand."""
        return (*self.path, language) if language else self.path


def texts(written: Written) -> Iterator[WrittenText]:
    """Yield every text of a file that has its shape."""
    for place in PLACES[written.kind]:
        for path, value in _found(written.document.data, place, ()):
            if isinstance(value, str):
                yield WrittenText(path, {"": value})
            elif isinstance(value, dict):
                words = {key: one for key, one in value.items() if isinstance(one, str)}
                yield WrittenText(path, words)


def _found(value: Any, place: tuple[str, ...], path: Path) -> Iterator[tuple[Path, Any]]:  # noqa: ANN401 - plain data of any shape
    if not place:
        yield path, value
        return
    step, rest = place[0], place[1:]
    if step == ANY and isinstance(value, list):
        for position, entry in enumerate(value):
            yield from _found(entry, rest, (*path, position))
    elif step == ANY and isinstance(value, dict):
        for key, entry in value.items():
            yield from _found(entry, rest, (*path, key))
    elif isinstance(value, dict) and step in value:
        yield from _found(value[step], rest, (*path, step))
