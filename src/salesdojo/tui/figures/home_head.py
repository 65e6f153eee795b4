"""The first line of the first screen: the pack, the belt worn, and who practises."""

from typing import Final

from textual.content import Content

from salesdojo.tui.widths import cut, width_of

_GAP: Final = 2
_PACK: Final = 12
"""Cells that the pack's name has at least where the belt stands beside it."""


def home_head(pack: str, belt: str, name: str, width: int) -> Content:
    """Return the line in `width` cells; where there is little room the belt is left out."""
    name = cut(name, max(0, width // 3))
    beside = width_of(name) + (_GAP + width_of(belt) if belt else 0)
    if width - beside - _GAP < _PACK:
        belt, beside = "", width_of(name)
    pack = cut(pack, width - beside - _GAP)
    blank = " " * max(_GAP, width - width_of(pack) - beside)
    worn = ((belt, "$accent"), " " * _GAP) if belt else ()
    return Content.assemble((pack, "bold $primary"), blank, *worn, (name, "$quiet"))
