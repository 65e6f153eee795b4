"""A scenario's YAML, written so that no text of a story can become part of its syntax."""

import json
import re
from typing import Final

from salesdojo.content.visible import visible

_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_LONGEST_COMMENT: Final = 80


def clean(text: str) -> str:
    """Return `text` without the characters that act instead of showing."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _UNSEEN.sub("", lines)


def comment(text: str) -> str:
    """Return `text` as one line for a comment; it cannot excuse a problem (``# noqa``)."""
    line = " ".join(visible(clean(text)).replace("#", " ").split())
    return line if len(line) <= _LONGEST_COMMENT else f"{line[: _LONGEST_COMMENT - 3]}..."


class Page:
    """Lines of YAML in block style."""

    def __init__(self) -> None:
        """Begin with an empty page."""
        self._lines: list[str] = []

    def line(self, depth: int, text: str) -> None:
        """Add a line of ours."""
        self._lines.append(f"{'  ' * depth}{text}".rstrip())

    def remark(self, depth: int, text: str) -> None:
        """Add a comment; words of the story in it have been through `comment`."""
        self.line(depth, f"# {text}")

    def text(self, depth: int, key: str, text: str) -> None:
        """Add ``key: text``: a block where that can be read better, else in quotes."""
        words = clean(text)
        lines = words.split("\n")
        if len(lines) > 1 and lines[0] and lines[-1] and all(one == one.strip() for one in lines):
            self.line(depth, f"{key}: |-")
            # The key may begin an entry of a list ("- say").
            inside = depth + (2 if key.startswith("- ") else 1)
            for one in lines:
                self.line(inside, one)
            return
        self.line(depth, f"{key}: {quoted(words)}")

    def whole(self) -> str:
        """Return the page."""
        return "\n".join([*self._lines, ""])


def quoted(text: str) -> str:
    """Return `text` between double quotes; YAML reads JSON's strings as JSON does."""
    return json.dumps(text, ensure_ascii=False)
