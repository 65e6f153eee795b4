"""Which slip of the keys made a file no YAML: told by the lines around the place alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_MOST_LINES: Final = 400
"""Lines looked back over, so that no file takes long."""
_MOST_OPENED: Final = 20
"""Lines before the end of a file in which an open bracket is looked for."""
_BLANK: Final = re.compile(r"\s*(?:#|$)")
_KEY: Final = re.compile(r"(?P<space> *)(?P<name>[A-Za-z0-9_]+):(?P<value> +[^\s#])?")
_LIKE_A_KEY: Final = re.compile(r" *(?:[\"'?&*!{}\[\],|>@`%]|---|\.\.\.|[^\s:]+ *:(?: |$))")
"""What begins with a sign of YAML's own, or is a key in other letters."""
_ENTRY: Final = re.compile(r"(?P<space> *)- +")
_QUOTED: Final = re.compile(r""""(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'""")
_FULL_WIDTH: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # What begins a line: an ideographic space, or a key with a full-width colon.
        "(?: *(?:- +)?(?P<sign>\u3000)| *(?:- +)?[a-z0-9_]+(?P<colon>：))",
        # A value in full-width brackets or quotes.
        ".*?: +(?P<sign>[｛［＂＇])",
        # Between the keys of a mapping in curly brackets.
        r".*?[{,] *[a-z0-9_]+(?P<sign>：)",
        r".*?(?P<sign>[，、]) *[a-z0-9_]+ *[:：]",
        ".*(?P<sign>[｝］]) *(?:#|$)",
    )
)
_SIGN_IN_KEY: Final = re.compile(
    "(?:[A-Za-z0-9_]+ *)(?:(?P<full_width>[：，｛｝［］＝])|(?P<colon>:))"
)
"""A sign that a Japanese input method types in place of YAML's own, or a colon without a space."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What went wrong, as a form of SD006, and where to point."""

    offset: int
    form: str
    length: int = 1
    """Characters of the sign that the sentence names."""
    lower: int = 0
    """Spaces, or the line, that the sentence names."""
    upper: int = 0


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    start: int
    """Offset of its first character."""
    number: int

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" "))


def slip_at(text: str, at: int) -> Slip | None:
    """Return the slip that the lines around the offset `at` tell of, or None."""
    line = _line_of(text, at)
    above = list(_lines_above(text, line))
    return (
        _full_width(line, above)
        or _quote(line, above, at)
        or _bracket(line, above, at)
        or _deeper(line, above, at)
        or _no_key(line, above, at)
        or _between(line, above, at)
        or _list_or_keys(line, above, at)
    )


def sign_in_key(key: str) -> Slip | None:
    """Return the sign that YAML read as part of a key, as in ``points：{a`` and ``points:{a``."""
    found = _SIGN_IN_KEY.match(key)
    if found is None:
        return None
    return Slip(found.end() - 1, found.lastgroup or "")


def _line_of(text: str, at: int) -> _Line:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    words = text[start : len(text) if end < 0 else end].removesuffix("\r")
    return _Line(words, start, text.count("\n", 0, start) + 1)


def _lines_above(text: str, line: _Line) -> Iterator[_Line]:
    """Yield the lines before `line` that say something, the nearest first."""
    end, number = line.start - 1, line.number - 1
    for _ in range(_MOST_LINES):
        if end < 0:
            return
        start = text.rfind("\n", 0, end) + 1
        words = text[start:end].removesuffix("\r")
        if not _BLANK.match(words):
            yield _Line(words, start, number)
        end, number = start - 1, number - 1


def _full_width(line: _Line, above: list[_Line]) -> Slip | None:
    """Find a sign of full width that stands for YAML's own, here or a line before.

    A Japanese input method types them, and in most fonts they look right.
    """
    for one in (*above[:1], line):
        bare = _QUOTED.sub(lambda quoted: "_" * len(quoted[0]), one.text)
        for pattern in _FULL_WIDTH:
            found = pattern.match(bare)
            if found is not None:
                end = max(found.end(name) for name in found.groupdict())
                space = bare[end - 1] == "\u3000"
                return Slip(one.start + end - 1, "full_width_space" if space else "full_width")
    return None


def _quote(line: _Line, above: list[_Line], at: int) -> Slip | None:
    """Find the quote behind which a text went on, and whether it was meant to open or to close."""
    column = at - line.start
    sign = line.text[column - 1 : column]
    if sign not in ("'", '"') or column < 1 or column == len(line.text):
        return None
    if sign == "'":
        return Slip(at - 1, "apostrophe")
    if line.text.count('"', 0, column) == 1:
        opened = next((one for one in above if '"' in one.text), None)
        if opened is not None and _quotes(opened.text) % 2:
            return Slip(opened.start + opened.text.rindex('"'), "late", lower=line.number)
    return Slip(at - 1, "inner")


def _quotes(words: str) -> int:
    return words.replace("\\\\", "").replace('\\"', "").count('"')


def _bracket(line: _Line, above: list[_Line], at: int) -> Slip | None:
    """Find a bracket that is never closed, closes nothing, or begins a text."""
    at_the_end = not line.text.strip()
    for one in above[: _MOST_OPENED if at_the_end else 1]:
        opened = _unclosed(one.text)
        if opened is not None and (at_the_end or _KEY.match(line.text)):
            return Slip(one.start + opened, "opened")
    column = at - line.start
    key = _KEY.match(line.text)
    first = None if key is None or key["value"] is None else key.end() - 1
    if first is not None and first < column and line.text[first] in "{[":
        before = line.text[:column].rstrip()
        if before[-1] in "}]" and _unclosed(before) is None and line.text[column] not in "}]":
            return Slip(line.start + first, "quote")
    return Slip(at, "closing") if line.text[column : column + 1] in ("}", "]") else None


def _unclosed(words: str) -> int | None:
    """Return the offset of the last bracket of a line that is not closed in it, or None."""
    opened: list[int] = []
    for place, sign in enumerate(_QUOTED.sub(lambda quoted: "_" * len(quoted[0]), words)):
        if sign in "{[":
            opened.append(place)
        elif sign in "}]" and opened:
            opened.pop()
        elif sign == "#" and words[place - 1 : place] in ("", " "):
            break
    return opened[-1] if opened else None


def _no_key(line: _Line, above: list[_Line], at: int) -> Slip | None:
    """Find a line that stands among keys and is none: its colon is missing, or it is a text."""
    for place, one in enumerate((line, *above[:1])):
        behind = above if place == 0 else above[1:]
        beside = next((each for each in behind if each.indent <= one.indent), None)
        if not one.text.strip() or (place == 0 and at < one.start + one.indent):
            continue
        if beside is None or beside.indent != one.indent or not _KEY.match(beside.text):
            continue
        if not (_KEY.match(one.text) or _ENTRY.match(one.text) or _LIKE_A_KEY.match(one.text)):
            return Slip(one.start + one.indent, "no_key", lower=one.number)
    return None


def _deeper(line: _Line, above: list[_Line], at: int) -> Slip | None:
    """Find a key that is indented below one that has its value already."""
    key = _KEY.match(line.text)
    if key is None or not above or at - line.start > key.end("name"):
        return None
    before = _KEY.match(above[0].text)
    if before is None or before["value"] is None or above[0].indent >= line.indent:
        return None
    return Slip(line.start + line.indent, "deeper", lower=above[0].number, upper=above[0].indent)


def _between(line: _Line, above: list[_Line], at: int) -> Slip | None:
    """Find a line that is indented like nothing it could belong to."""
    if at != line.start + line.indent:
        return None
    opened = _opened(above)
    if not opened or line.indent in opened:
        return None
    lower = max((one for one in opened if one < line.indent), default=min(opened))
    upper = min((one for one in opened if one > line.indent), default=lower)
    return Slip(at, "indent" if upper != lower else "indent_one", lower=lower, upper=upper)


def _opened(above: list[_Line]) -> set[int]:
    """Return how far the mappings and lists are indented that are open below the last line."""
    found: set[int] = set()
    smallest = None
    for line in above:
        if smallest is not None and line.indent >= smallest:
            continue
        smallest = line.indent
        found.add(smallest)
        entry = _ENTRY.match(line.text)
        if entry is not None and _KEY.match(line.text, entry.end()):
            found.add(entry.end())
    return found


def _list_or_keys(line: _Line, above: list[_Line], at: int) -> Slip | None:
    """Find an entry of a list among keys, or a key among the entries of a list."""
    if at != line.start + line.indent:
        return None
    beside = next((one for one in above if one.indent <= line.indent), None)
    if beside is None or beside.indent != line.indent:
        return None
    entry, key = (bool(pattern.match(line.text)) for pattern in (_ENTRY, _KEY))
    if entry and _KEY.match(beside.text):
        return Slip(at, "entry", lower=beside.number)
    if key and _ENTRY.match(beside.text):
        return Slip(at, "no_entry", lower=beside.number)
    return None
