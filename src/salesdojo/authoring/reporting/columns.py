"""Which part of a long line is shown, and how a place in it is pointed at."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Final
from unicodedata import category

from salesdojo.content.visible import visible
from salesdojo.content.width import sign_width

CUT: Final = ".."
"""Stands where a line was cut: an ellipsis is drawn two columns wide by many terminals."""
_TAB: Final = "\u2409"
_MARKS: Final = frozenset({"Mn", "Me", "Cf"})
"""Categories of signs that belong to the one before them."""
_LAST_ASCII: Final = "\x7f"
_ESCAPES: Final = {"x": 4, "u": 6, "U": 10}
"""Characters of an escape of YAML by its letter; of others it is 2."""
_LONGEST: Final = 200
"""Characters of a token that are pointed at."""


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a line that is shown, and where the place in it stands."""

    text: str
    before: int
    """Columns before the place."""
    under: int
    """Columns of the token at the place that are in the window; at least 1."""


def one_line(text: str) -> str:
    """Return `text` with everything in it made visible, line breaks and tabs too."""
    return "".join(map(_shown, text))


def window(line: str, place: int, length: int, room: int) -> Window:
    """Return what is shown of `line` in `room` columns around its character `place`.

    Args:
        line: a line of a file, as it is written; it may be a mebibyte long.
        place: how many characters stand before the token; behind the end is the end.
        length: characters of the token.
        room: columns; fewer than 10 count as 10.
    """
    place, room = min(place, len(line)), max(room, 10)
    behind = _fitting(_cells(line, place), room + 1)
    if _columns(behind) == 0:
        # The pointer stands behind the end and needs a column too.
        room -= 1
    ahead = _fitting(_cells_backwards(line, place), room + 1)
    if _columns(ahead) + _columns(behind) > room:
        ahead = _fitting(iter(ahead), max(room // 3, room - _columns(behind)))
    left, sign = (_cut(ahead), CUT) if len(ahead) < place else (ahead, "")
    before = _columns(left) + len(sign)
    behind = _fitting(iter(behind), room - before)
    right, last = (_cut(behind), CUT) if len(behind) < len(line) - place else (behind, "")
    text = "".join(shown for shown, _ in (*reversed(left), *right))
    return Window(f"{sign}{text}{last}", before, max(1, _columns(right[:length])))


_Cell = tuple[str, int]
"""How a character is shown, and how many columns that takes."""


def _columns(cells: list[_Cell]) -> int:
    return sum(columns for _, columns in cells)


def _fitting(cells: Iterator[_Cell], room: int) -> list[_Cell]:
    used = 0
    found: list[_Cell] = []
    for shown, columns in cells:
        used += columns
        if used > room:
            break
        found.append((shown, columns))
    return found


def _cut(cells: list[_Cell]) -> list[_Cell]:
    """Leave out as many of the last `cells` as the sign of the cut needs."""
    return _fitting(iter(cells), _columns(cells) - len(CUT))


def _cells(line: str, start: int) -> Iterator[_Cell]:
    previous = line[start - 1] if start else ""
    for index in range(start, len(line)):
        sign = line[index]
        yield _cell(sign, previous)
        previous = sign


def _cells_backwards(line: str, end: int) -> Iterator[_Cell]:
    for index in range(end - 1, -1, -1):
        yield _cell(line[index], line[index - 1] if index else "")


def _cell(sign: str, previous: str) -> _Cell:
    if " " <= sign < _LAST_ASCII:
        return sign, 1
    shown = _shown(sign)
    return shown, len(shown) if len(shown) > 1 else sign_width(shown, previous)


def _shown(sign: str) -> str:
    if sign == "\t":
        return _TAB
    return "\u240a" if sign == "\n" else visible(sign)


def token_length(line: str, place: int) -> int:
    """Return how many characters the token has that begins at `place` of `line`; 0 at the end."""
    first = line[place : place + 1]
    if not first:
        return 0
    if first in "'\"":
        end = line.find(first, place + 1)
        return (end - place + 1) if end > 0 else 1
    if _joins(first):
        return sum(1 for _ in takewhile(_joins, line[place : place + _LONGEST]))
    behind = line[place + 1 : place + 2]
    if first == "\\":
        return _ESCAPES.get(behind, len(first + behind))
    if first == "#":
        return 1 + (token_length(line, place + 1) if behind and _joins(behind) else 0)
    return 2 if first in "<>=!" and behind == "=" else 1


def _joins(sign: str) -> bool:
    return sign.isalnum() or sign in "_-+./&*" or category(sign) in _MARKS
