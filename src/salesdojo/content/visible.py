"""Text from strangers made safe to print: what controls a terminal becomes a sign.

CSI, OSC, DCS, C1, a bare escape, carriage returns and bells turn into the
pictures Unicode has for them; bidi overrides, zero-width and tag characters
into ``<U+202E>``. Line feeds stay.
"""

import re
from typing import Final

_INVISIBLE: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_PASSWORD: Final = re.compile(r"(:/{1,2}[^\s/@:]*):\S*@")
"""Of a URL; read as a path it has lost a slash."""
_PICTURES: Final = 0x2400
_DELETE: Final = 0x7F


def visible(text: str) -> str:
    """Return `text` with every character that acts instead of showing replaced.

    A zero-width joiner (U+200D) stays: emoji and some scripts are written with it.
    """
    return _INVISIBLE.sub(_sign, text)


def without_passwords(text: str) -> str:
    """Return a short `text` with the passwords of URLs left out: they may stand anywhere."""
    return _PASSWORD.sub(r"\1:***@", text)


def _sign(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code == ord("\t"):
        return " "
    if code < ord(" "):
        return chr(_PICTURES + code)
    if code == _DELETE:
        return "\u2421"
    return f"<U+{code:04X}>"
