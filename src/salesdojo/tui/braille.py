"""Whether the terminal can be sent braille: it speaks UTF-8, and nobody asked for plain signs."""

import codecs
import sys

from salesdojo.settings import ascii_only


def writes_braille() -> bool:
    """Tell whether braille patterns reach the terminal. Textual writes to standard error."""
    encoding = getattr(sys.__stderr__, "encoding", None) or "utf-8"
    return not ascii_only() and codecs.lookup(encoding).name == "utf-8"
