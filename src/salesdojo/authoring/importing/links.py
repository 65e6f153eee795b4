"""Twine's links, written in four ways, and where in a passage they stand."""

import re
from typing import Final

LONGEST: Final = 400
"""Characters between the brackets of one link."""
_GOING_ON: Final = re.compile(
    r"(?:continue|next|go on|proceed|onward|ok|more)?[\s.…>→»]*"
    r"|次へ|次|続く|続ける|つづく|つづける|進む|すすむ",
    re.IGNORECASE,
)


def link_parts(inside: str) -> tuple[str, str]:
    """Return what is shown and where it leads, of the text between ``[[`` and ``]]``.

    ``words->passage`` (the last arrow counts), ``passage<-words`` (the first),
    ``words|passage``, or the passage alone.
    """
    if "->" in inside:
        say, _, to = inside.rpartition("->")
    elif "<-" in inside:
        to, _, say = inside.partition("<-")
    elif "|" in inside:
        say, _, to = inside.rpartition("|")
    else:
        say = to = inside
    return say.strip() or to.strip(), to.strip()


def link_end(text: str, start: int) -> int:
    """Return where the ``]]`` of the link at `start` begins, or -1."""
    return text.find("]]", start + 2, start + 2 + LONGEST)


def says_only_next(say: str, to: str) -> bool:
    """Tell whether the words of a single link are no more than "go on"."""
    return say == to or _GOING_ON.fullmatch(say) is not None
