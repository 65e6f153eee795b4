"""What an unquoted word of YAML means: YAML 1.2's core schema, and nothing more.

So ``no``, ``12:30`` and ``2026-01-01`` are text. A number with a leading zero is
text too: YAML 1.1 and 1.2 disagree about it.
"""

import math
import re
from collections.abc import Mapping
from typing import Final

Scalar = str | int | float | bool | None

_WORDS: Final[Mapping[str, Scalar]] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_INTEGER: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]*)|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT: Final = re.compile(r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NO_NUMBER: Final = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_LARGEST: Final = 2**63 - 1
_LONGEST: Final = 26
"""Characters of the longest 64-bit integer (in octal, with its sign)."""


class NumberRefusedError(Exception):
    """A number that is infinite, none at all, or beyond 64 bits."""


def plain_value(word: str) -> Scalar:
    """Return what the unquoted `word` means.

    A number such as ``2.0`` is the integer 2, as JSON Schema has it.

    Raises:
        NumberRefusedError: for NaN, infinities and numbers beyond 64 bits.
    """
    if word in _WORDS:
        return _WORDS[word]
    if word[0] not in "+-.0123456789":
        return word
    if _INTEGER.fullmatch(word):
        return _integer(word)
    if _FLOAT.fullmatch(word):
        return _float(word)
    if _NO_NUMBER.fullmatch(word):
        raise NumberRefusedError
    return word


def _integer(word: str) -> int:
    if len(word) > _LONGEST:
        raise NumberRefusedError
    return _in_range(int(word, 0))


def _float(word: str) -> float | int:
    value = float(word)
    if not math.isfinite(value):
        raise NumberRefusedError
    return _in_range(int(value)) if value.is_integer() else value


def _in_range(value: int) -> int:
    if not -_LARGEST - 1 <= value <= _LARGEST:
        raise NumberRefusedError
    return value
