"""A line typed as an answer: at a keyboard, or from a pipe."""

import sys
import unicodedata
from typing import Final

from salesdojo.cli.printing import out

LEAVING: Final = frozenset({"q", "quit"})
HINTING: Final = frozenset({"h", "hint"})
HELP: Final = "?"
"""What an empty line is taken for."""


def typed_line() -> str | None:
    """Return the next line, simplified: full-width and capital letters mean the same.

    Returns:
        `HELP` for an empty line; None when there is none to come.
    """
    line = sys.stdin.readline() if sys.stdin else ""
    if not line:
        out()
        return None
    if not sys.stdin.isatty():
        # A pipe echoes nothing: show what was answered, so that the log reads whole.
        out(line.strip())
    return unicodedata.normalize("NFKC", line).strip().lower() or HELP
