"""Where the lines of an explanation break: between words, and between Japanese signs.

What must not begin a line (a full stop, a closing bracket, a small kana) stays with
the sign before it; what must not end one stays with the sign behind it.
"""

import re
from typing import Final

from salesdojo.content.kinsoku import NO_END, NO_START
from salesdojo.content.width import display_width

_OPENING: Final = "".join(sorted(NO_END))
_CLOSING: Final = "".join(sorted(NO_START))
_JAPANESE: Final = "\u3000-\u9fff\uff00-\uffef"
_PIECE: Final = re.compile(
    f"(?:[{re.escape(_OPENING)}]*(?:`[^`]*`|[^\\s{_JAPANESE}]+|[{_JAPANESE}])"
    f"[{re.escape(_CLOSING)}]*)[ ]*"
)


def wrapped(text: str, columns: int) -> str:
    """Return `text` in lines of at most `columns`; a piece that is wider stands alone."""
    lines: list[str] = []
    line = ""
    for piece in _PIECE.findall(text):
        if line and display_width(line + piece.rstrip()) > columns:
            lines.append(line.rstrip())
            line = ""
        line += piece
    return "\n".join([*lines, line.rstrip()])
