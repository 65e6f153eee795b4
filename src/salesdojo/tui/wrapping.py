"""Where lines break: by phrases in Japanese, by words in English, with kinsoku.

Widths are terminal cells as rich counts them, the same that Textual draws by.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len, split_graphemes

from salesdojo.content.kinsoku import may_break
from salesdojo.content.visible import visible

if TYPE_CHECKING:
    from budoux import Parser

_SPACES: Final = " \u3000"
_LAST_NARROW: Final = "\u02ff"
_FIRST_JAPANESE: Final = "\u3040"
_LAST_JAPANESE: Final = "\u9fff"

LineSpan = tuple[int, int]
"""Start and end of a line in its text."""


def wrap(text: str, width: int) -> list[str]:
    """Return `text` made visible, in lines of at most `width` cells.

    Line feeds are kept. A word or phrase wider than a line is cut. A character
    wider than a line (2 cells in width 1) stands on a line of its own.
    """
    shown = visible(text)
    return [shown[start:end] for start, end in line_spans(shown, width)]


def line_spans(text: str, width: int) -> Iterator[LineSpan]:
    """Yield where each line of `text` starts and ends: `text` is taken as it is.

    Spaces at which a line breaks belong to no line.
    """
    start = 0
    for paragraph in text.split("\n"):
        for first, last in _paragraph_lines(paragraph, max(1, width)):
            yield start + first, start + last
        start += len(paragraph) + 1


def _paragraph_lines(text: str, width: int) -> Iterator[LineSpan]:
    if cell_len(text) <= width:
        yield 0, len(text.rstrip(_SPACES))
        return
    start, used = 0, 0
    for first, shown, last, cells, spaces in _phrases(text):
        if used and used + cells > width:
            yield start, len(text[:first].rstrip(_SPACES))
            start, used = first, 0
        if cells > width:
            *cuts, (start, _) = _cuts(text, first, shown, width)
            yield from cuts
        used += cell_len(text[start:shown]) if cells > width else cells
        used += spaces
        end = last
    yield start, max(start, len(text[:end].rstrip(_SPACES)))


def _cuts(text: str, first: int, last: int, width: int) -> list[LineSpan]:
    """Cut a phrase that no line holds, by grapheme, still minding kinsoku where it can."""
    graphemes, _ = split_graphemes(text[first:last])
    starts = [first + start for start, _, _ in graphemes] + [last]
    cuts: list[LineSpan] = []
    begin = 0
    while begin < len(graphemes):
        end, used = begin, 0
        while end < len(graphemes) and (end == begin or used + graphemes[end][2] <= width):
            used += graphemes[end][2]
            end += 1
        if end < len(graphemes):
            end = _allowed(text, starts, begin, end)
        cuts.append((starts[begin], starts[end]))
        begin = end
    return cuts


def _allowed(text: str, starts: list[int], begin: int, end: int) -> int:
    """Move a cut back to where kinsoku allows it, unless nothing would be left."""
    for cut in range(end, begin, -1):
        if may_break(text, starts[cut]):
            return cut
    return end


@lru_cache(maxsize=1024)
def _phrases(text: str) -> tuple[tuple[int, int, int, int, int], ...]:
    """Split a paragraph: (start, end shown, end, cells shown, cells of spaces after it).

    Kept because a resize wraps the same texts again at another width.
    """
    found: list[tuple[int, int, int, int, int]] = []
    ends = sorted(index for index in _boundaries(text) if may_break(text, index))
    start = 0
    for end in (*ends, len(text)):
        phrase = text[start:end]
        shown = phrase.rstrip(_SPACES)
        cells = cell_len(shown)
        after = cell_len(phrase) - cells
        found.append((start, start + len(shown), end, cells, after))
        start = end
    return tuple(found)


def _boundaries(text: str) -> set[int]:
    found = {
        index
        for index in range(1, len(text))
        if (text[index - 1] in _SPACES and text[index] not in _SPACES)
        or (text[index - 1] == "-" and text[index].isalpha() and text[max(0, index - 2)].isalpha())
    }
    if any(_FIRST_JAPANESE <= sign <= _LAST_JAPANESE for sign in text):
        found.update(_phrase_boundaries(text))
    return found


def _phrase_boundaries(text: str) -> Iterator[int]:
    """Yield what budoux finds, but never inside a word or figure of narrow letters."""
    index = 0
    for phrase in _parser().parse(text)[:-1]:
        index += len(phrase)
        before, after = text[index - 1], text[index]
        inside = before <= _LAST_NARROW and after <= _LAST_NARROW
        if not inside and after not in _SPACES:
            yield index


@cache
def _parser() -> "Parser":
    from budoux import load_default_japanese_parser

    return load_default_japanese_parser()
