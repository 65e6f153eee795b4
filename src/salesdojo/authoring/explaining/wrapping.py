"""Where the lines of an explanation break: between words, and between Japanese signs.

What must not begin a line (a full stop, a closing bracket, a small kana) stays with
the sign before it; what must not end one stays with the sign behind it.
"""

import re
from typing import Final

from salesdojo.authoring.reporting.columns import width

_NO_START: Final = (
    "、。，．・：；？！ゝ々ー）］｝〉》」』】〜～…,.:;?!)]}%ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)
_NO_END: Final = "（［｛〈《「『【([{"
_JAPANESE: Final = "\u3000-\u9fff\uff00-\uffef"
_PIECE: Final = re.compile(
    f"(?:[{re.escape(_NO_END)}]*(?:`[^`]*`|[^\\s{_JAPANESE}]+|[{_JAPANESE}])"
    f"[{re.escape(_NO_START)}]*)[ ]*"
)


def wrapped(text: str, columns: int) -> str:
    """Return `text` in lines of at most `columns`; a piece that is wider stands alone."""
    lines: list[str] = []
    line = ""
    for piece in _PIECE.findall(text):
        if line and width(line + piece.rstrip()) > columns:
            lines.append(line.rstrip())
            line = ""
        line += piece
    return "\n".join([*lines, line.rstrip()])
