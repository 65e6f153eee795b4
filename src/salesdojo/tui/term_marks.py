"""Where the terms of the glossary stand in a text, so that they can be underlined."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from salesdojo.content.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from salesdojo.content.model import Term


@dataclass(frozen=True, slots=True)
class Mark:
    """A term as it stands in a text."""

    start: int
    end: int
    term: str
    """The term's id."""


class TermMarks:
    """Finds terms in texts: the longest where several begin, in the language spoken."""

    def __init__(self, terms: "Iterable[Term]") -> None:
        """Look for `terms`."""
        self._terms = tuple(terms)
        self._found_in: dict[str, tuple[re.Pattern[str], dict[str, str]] | None] = {}

    def in_text(self, text: str, language: str) -> tuple[Mark, ...]:
        """Return the terms in `text`, which is visible already, in order, each once."""
        search = self._search(language)
        if search is None:
            return ()
        pattern, ids = search
        marks: dict[str, Mark] = {}
        for found in pattern.finditer(text):
            term = ids[found["name"].casefold()]
            marks.setdefault(term, Mark(found.start(), found.end(), term))
        return tuple(marks.values())

    def _search(self, language: str) -> tuple[re.Pattern[str], dict[str, str]] | None:
        if language not in self._found_in:
            self._found_in[language] = _search(self._terms, language)
        return self._found_in[language]


def _search(
    terms: "tuple[Term, ...]", language: str
) -> tuple[re.Pattern[str], dict[str, str]] | None:
    ids: dict[str, str] = {}
    for term in terms:
        name = visible(term.name.spoken(language)).strip()
        if name:
            ids.setdefault(name.casefold(), term.id)
    if not ids:
        return None
    names = "|".join(re.escape(name) for name in sorted(ids, key=len, reverse=True))
    # A word of narrow letters counts only whole, or with the s of the plural.
    whole = rf"(?<![A-Za-z0-9])(?P<name>{names})s?(?![A-Za-z0-9])"
    return re.compile(whole, re.IGNORECASE), ids
