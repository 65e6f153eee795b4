"""In which encoding a file is that should be UTF-8: whoever saved it then knows what to do."""

import re
from dataclasses import dataclass
from typing import Final

_BYTE_ORDER_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_JAPANESE: Final = (("cp932", "Shift_JIS"), ("euc_jp", "EUC-JP"))
_KANA: Final = re.compile("[\u3041-\u3096\u30a1-\u30f6]")
"""Full-width kana: what Japanese is full of, and what other bytes rarely decode to."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """An encoding other than UTF-8."""

    codec: str
    """As Python calls it."""
    name: str
    """As editors call it."""
    form: str
    """Which sentence of SD003 tells of it."""


def likely_encoding(content: bytes) -> Encoding | None:
    """Return the encoding of bytes that are not UTF-8, or None where nothing speaks for one."""
    if content.startswith(_BYTE_ORDER_MARKS):
        return Encoding("utf-16", "UTF-16", "utf16")
    found = [(_kana(content, codec), codec, name) for codec, name in _JAPANESE]
    most, codec, name = max(found, key=lambda one: one[0])
    return Encoding(codec, name, "encoding") if most else None


def readable_text(content: bytes) -> str:
    """Return `content` as a text to quote from: in its own encoding where that is not UTF-8."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        encoding = likely_encoding(content)
    codec = "utf-8-sig" if encoding is None else encoding.codec
    return content.decode(codec, "replace")


def _kana(content: bytes, codec: str) -> int:
    try:
        return len(_KANA.findall(content.decode(codec)))
    except UnicodeDecodeError:
        return 0
