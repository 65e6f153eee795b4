"""Which values of a scenario are texts of its story, and the YAML in which others are asked for.

Everything else, the ids, points, conditions and roads, is written as it was: it is
what makes two scenarios equally hard.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from salesdojo.content.document import Path
from salesdojo.content.ids import is_word_of_yaml
from salesdojo.content.visible import visible
from salesdojo.i18n import message

_FIELDS: Final[tuple[tuple[str, str], ...]] = (
    ("title", "title"),
    ("briefing.situation", "situation"),
    ("briefing.goal", "goal"),
    ("briefing.known.*", "known"),
    ("facts.*", "facts"),
    ("customer.name", "person"),
    ("customer.company", "person"),
    ("customer.role", "person"),
    ("customer.manner", "person"),
    ("customer.cares.*", "person"),
    ("scenes.*.customer", "customer"),
    ("scenes.*.customer.*.say", "customer"),
    ("scenes.*.speaker", "speaker"),
    ("scenes.*.note", "note"),
    ("scenes.*.hint", "hint"),
    ("scenes.*.choices.*.say", "say"),
    ("scenes.*.choices.*.reply", "reply"),
    ("scenes.*.choices.*.why", "why"),
    ("scenes.*.table.alternative", "situation"),
    ("scenes.*.table.questions.*", "say"),
    ("scenes.*.table.interests.*.text", "customer"),
    ("scenes.*.table.reasons.*.text", "say"),
    ("scenes.*.table.lines.*.*", "customer"),
)
"""Where texts stand (``*`` is any key or place in a list), and which placeholder each gets.

The name of a meter, an issue and an option stays: it belongs to the mechanism, like its id.
"""
_PLAIN: Final = re.compile(r"[a-z][a-z0-9_]*")
_SHORT: Final = (int, float, bool, str)


@dataclass(frozen=True, slots=True)
class PlaceholderWriter:
    """Writes a scenario with every text of its story asked for anew."""

    languages: Sequence[str]

    def lines(self, written: Mapping[str, Any]) -> Iterator[str]:
        """Yield the lines of a whole scenario."""
        for key, value in written.items():
            yield from self.pair(key, value, (key,))

    def pair(self, key: str, value: Any, path: Path) -> Iterator[str]:  # noqa: ANN401 - plain data
        """Yield the lines of one key."""
        pad = "  " * (len(path) - 1)
        name = scalar(key)
        field = _field(path) if not isinstance(value, list) else None
        if field is not None:
            yield from self._asked(f"{pad}{name}:", value, field, pad)
        elif isinstance(value, list):
            yield from self._list(f"{pad}{name}:", value, path)
        elif isinstance(value, dict):
            yield f"{pad}{name}:" if value else f"{pad}{name}: {{}}"
            for inner, held in value.items():
                yield from self.pair(inner, held, (*path, inner))
        else:
            yield f"{pad}{name}: {scalar(value)}"

    def _list(self, head: str, values: Sequence[Any], path: Path) -> Iterator[str]:
        if all(isinstance(value, _SHORT) for value in values) and _field((*path, 0)) is None:
            yield f"{head} [{', '.join(map(scalar, values))}]"
            return
        yield head
        for position, value in enumerate(values):
            yield from self._entry(value, (*path, position))

    def _entry(self, value: Any, path: Path) -> Iterator[str]:  # noqa: ANN401 - plain data
        pad = "  " * (len(path) - 1)
        field = _field(path)
        if field is not None:
            yield from self._asked(f"{pad}-", value, field, pad)
            return
        # An entry's first key stands behind its dash, the others below it.
        inner = [line for key, held in value.items() for line in self.pair(key, held, (*path, key))]
        first = next(place for place, line in enumerate(inner) if not line.lstrip().startswith("#"))
        yield from inner[:first]
        yield f"{pad}- {inner[first].lstrip()}"
        yield from inner[first + 1 :]

    def _asked(self, head: str, original: Any, field: str, pad: str) -> Iterator[str]:  # noqa: ANN401
        yield from (f"{pad}# {line}" for line in _quoted(original, self.languages))
        asked = {one: message(f"scaffolding.placeholder_{field}", one) for one in self.languages}
        if len(asked) == 1:
            yield f"{head} {scalar(next(iter(asked.values())), quoted=True)}"
            return
        pairs = ", ".join(f"{one}: {scalar(text, quoted=True)}" for one, text in asked.items())
        yield f"{head} {{{pairs}}}"


def scalar(value: object, *, quoted: bool = False) -> str:
    """Write a value that is neither a list nor a mapping as YAML on one line."""
    if not isinstance(value, str):
        return json.dumps(value)
    if not quoted and _PLAIN.fullmatch(value) and not is_word_of_yaml(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def _field(path: Path) -> str | None:
    return next((field for pattern, field in _FIELDS if _matches(path, pattern)), None)


def _matches(path: Path, pattern: str) -> bool:
    steps = pattern.split(".")
    return len(steps) == len(path) and all(
        step in ("*", here) for step, here in zip(steps, path, strict=True)
    )


def _quoted(original: object, languages: Sequence[str]) -> Iterator[str]:
    """Yield what stood there, a line each language; what acts in a terminal made visible."""
    if isinstance(original, str):
        yield _one_line(original)
    elif isinstance(original, dict):
        for language, words in original.items():
            if language in languages or not set(languages) & set(original):
                yield f"{language}: {_one_line(words)}"


def _one_line(words: str) -> str:
    return visible(" ".join(words.split()))
