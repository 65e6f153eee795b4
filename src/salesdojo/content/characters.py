"""Which characters a file may hold: text that shows itself and nothing that acts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_ACTING: Final = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    "\ufeff\ufff9-\ufffb\ufffe\uffff"
)
_FORBIDDEN: Final = re.compile(f"[{_ACTING}]|\r(?!\n)")
_FORBIDDEN_IN_VALUES: Final = re.compile(f"[\t\r{_ACTING}\ud800-\udfff]")
_INVISIBLE: Final = re.compile(
    "[\n\u00ad\u034f\u115f\u1160\u180e\u200b-\u200d\u2060-\u206f\u3164\ufe00-\ufe0f\uffa0"
    "\U000e0000-\U000e0fff]"
)
# The escapes on which the two parsers differ: half characters, and beyond Unicode.
_IMPOSSIBLE_ESCAPE: Final = re.compile(
    r"(?<!\\)(?:\\\\)*(?P<escape>\\u[dD][89a-fA-F][0-9a-fA-F]{2}"
    r"|\\U0000[dD][89a-fA-F][0-9a-fA-F]{2}|\\U(?!0000|000[1-9a-fA-F]|0010)[0-9a-fA-F]{8})"
)
_RUN_ON: Final = re.compile(r" #[^\s#]")
_RUN_ON_BEHIND: Final = re.compile(r" +#(?=[^\s#])")
_ESCAPE: Final = re.compile(
    r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^xuU])", re.DOTALL
)
_NAMED_ESCAPES: Final = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", "N": "\x85", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_STAND_IN: Final = "\ufffd"


@dataclass(frozen=True, slots=True)
class Found:
    """A character that may not be in a file: where, and which."""

    offset: int
    """In characters from the beginning of the text searched."""
    name: str
    """As ``U+001B``, or the escape as it is written."""
    form: str
    """``escape``, or nothing for the character itself."""


def forbidden(text: str) -> Iterator[Found]:
    """Yield every character and impossible escape of a file that may not be in it."""
    for found in _FORBIDDEN.finditer(text):
        yield Found(found.start(), _name(found[0]), "")
    for found in _IMPOSSIBLE_ESCAPE.finditer(text):
        yield Found(found.start("escape"), found["escape"], "escape")


def first_tabs(text: str) -> Iterator[int]:
    """Yield where the first tab of each line stands: enough to find them all."""
    at = text.find("\t")
    while at >= 0:
        yield at
        end = text.find("\n", at)
        at = -1 if end < 0 else text.find("\t", end)


def without_forbidden(text: str) -> str:
    """Return `text` with stand-ins of the same width, so that reading can go on."""
    shown = _FORBIDDEN.sub(_STAND_IN, text.replace("\t", " "))
    return _IMPOSSIBLE_ESCAPE.sub(_possible, shown)


def may_cut_a_text(text: str) -> bool:
    """Tell whether there is a ``#`` that begins a comment and yet has no space behind it.

    It may have been meant as a text's own, as in ``We are #1``; a comment has a
    space behind it by custom.
    """
    return _RUN_ON.search(text) is not None


def cutting_sign(text: str, end: int) -> int | None:
    """Return where such a ``#`` stands behind the value that ends at `end`, or None."""
    found = _RUN_ON_BEHIND.match(text, end)
    return None if found is None else found.end() - 1


def escaped_forbidden(value: str, written: str) -> Iterator[Found]:
    """Yield the escapes in `written`, a quoted scalar's source, that make `value` act."""
    if not _FORBIDDEN_IN_VALUES.search(value):
        return
    for found in _ESCAPE.finditer(written):
        if _FORBIDDEN_IN_VALUES.fullmatch(_meaning(found[0])):
            yield Found(found.start(), found[0], "escape")


def without_escaped(value: str) -> str:
    """Return `value` with stand-ins for what its escapes brought in."""
    return _FORBIDDEN_IN_VALUES.sub(_STAND_IN, value)


def invisible_in_key(key: str) -> str | None:
    """Name the first character of `key` that cannot be seen, or return None."""
    found = _INVISIBLE.search(key)
    return _name(found[0]) if found else None


def _name(character: str) -> str:
    return f"U+{ord(character):04X}"


def _possible(found: re.Match[str]) -> str:
    escape = found["escape"]
    stand_in = "\\uFFFD" if escape[1] == "u" else "\\U0000FFFD"
    return found[0].removesuffix(escape) + stand_in


def _meaning(escape: str) -> str:
    letter = escape[1]
    if letter in "xuU":
        return chr(int(f"0x{escape[2:]}", 0))
    return _NAMED_ESCAPES.get(letter, "")
