"""Text in several languages: one string for all, or one a language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Text:
    """What a trainer wrote, in each language it was written in."""

    by_language: tuple[tuple[str, str], ...]
    """(language, words) in the file's order; the language ``""`` stands for every language."""

    @classmethod
    def of(cls, written: str | Mapping[str, str]) -> Self:
        """Read the two forms of the file: a string, or a map by language."""
        if isinstance(written, str):
            return cls((("", written),))
        return cls(tuple(written.items()))

    def spoken(self, language: str) -> str:
        """Return the words in `language`, else in the first language there is."""
        first = ""
        for position, (written_in, words) in enumerate(self.by_language):
            if written_in in ("", language):
                return words
            if position == 0:
                first = words
        return first

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages written; empty when one string serves all."""
        return tuple(language for language, _ in self.by_language if language)
