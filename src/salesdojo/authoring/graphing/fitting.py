"""Texts brought to a width in columns: cut with a sign, or in lines that mind kinsoku."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len, split_graphemes

from salesdojo.content.kinsoku import may_break
from salesdojo.content.visible import visible

if TYPE_CHECKING:
    from budoux import Parser

SIGN: Final = ".."
"""Stands where something was left out: an ellipsis is drawn two columns wide by many terminals."""
_LONGEST: Final = 400
"""Characters of a text that are looked at for phrases: more are never shown."""
_LAST_NARROW: Final = "\u02ff"


def columns(text: str) -> int:
    """Return how many columns `text` takes: a Japanese character takes two."""
    return cell_len(text)


def one_line(text: str) -> str:
    """Return `text` made visible, on one line."""
    return visible(" ".join(text.split("\n")))


def fitted(text: str, width: int) -> str:
    """Return `text` made visible, on one line, in at most `width` columns."""
    line = one_line(text)
    return line if columns(line) <= width else _first(line, width - len(SIGN)) + SIGN


def wrapped(text: str, width: int, lines: int) -> tuple[str, ...]:
    """Return `text` made visible, in at most `lines` lines of at most `width` columns.

    Lines break between words or phrases where they can. What does not fit is left
    out, and `SIGN` says so.
    """
    rest = one_line(text).strip()
    ends = _phrase_ends(rest)
    found: list[str] = []
    start = 0
    while start < len(rest) and len(found) < lines - 1:
        end = start + _break(rest[start:], width, {end - start for end in ends})
        found.append(rest[start:end].strip())
        start = end
    if start < len(rest):
        found.append(fitted(rest[start:].strip(), width))
    return tuple(found)


def _first(line: str, width: int) -> str:
    """Return as much of `line` as `width` columns hold; no character is cut in two."""
    # A character is at least one column wide, but some are joined from many: 8 a column is ample.
    graphemes, _ = split_graphemes(line[: 8 * max(1, width)])
    end, used = 0, 0
    for _, last, cells in graphemes:
        if used + cells > width:
            break
        end, used = last, used + cells
    return line[:end]


def _break(text: str, width: int, phrase_ends: set[int]) -> int:
    """Return where the first line of `text` ends: never nowhere, so that lines go on."""
    most = len(_first(text, width))
    if most == len(text):
        return most
    allowed = [
        end for end in range(most, 0, -1) if may_break(text, end) and not _inside_a_word(text, end)
    ]
    # A phrase longer than half a line is broken, or the line would be too short.
    phrases = [end for end in allowed if end in phrase_ends and 2 * end >= most]
    return next(iter(phrases or allowed), max(1, most))


def _inside_a_word(text: str, index: int) -> bool:
    before, after = text[index - 1], text[index]
    return before <= _LAST_NARROW and after <= _LAST_NARROW and " " not in (before, after)


@lru_cache(maxsize=1024)
def _phrase_ends(text: str) -> frozenset[int]:
    """Return where phrases end, as Japanese readers take them together."""
    if text.isascii():
        return frozenset(range(len(text)))
    ends, end = set(), 0
    for phrase in _parser().parse(text[:_LONGEST]):
        end += len(phrase)
        ends.add(end)
    return frozenset(ends)


@cache
def _parser() -> "Parser":
    from budoux import load_default_japanese_parser

    return load_default_japanese_parser()
