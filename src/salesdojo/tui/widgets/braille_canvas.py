"""A canvas of braille signs, two by four dots in a cell; plain signs where there is no braille.

Braille patterns are one cell wide in every terminal, which blocks and box lines are not in many
Japanese ones.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

ACROSS, DOWN = 2, 4
"""Dots of a cell."""
_BLANK: Final = 0x2800
_BITS: Final = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
"""By column and line: the bit of a dot, as Unicode numbers them."""

Dot = tuple[int, int]
"""Dots from the left, and from the top."""
Cell = tuple[int, int]
"""Cells from the left, and from the top."""
Layer = tuple[Iterable[Dot], str]
"""Dots, and the sign that stands for them where there is no braille."""


def canvas_lines(
    width: int, height: int, layers: Sequence[Layer], marks: Mapping[Cell, str], *, braille: bool
) -> list[str]:
    """Draw dots, and marks over them; what lies outside is left out.

    Args:
        width: of the canvas in cells.
        height: of the canvas in cells.
        layers: the dots; without braille a cell takes the sign of the first that has one in it.
        marks: signs of one cell each.
        braille: whether the terminal can write it.

    Returns:
        `height` lines of `width` cells.
    """
    drawn = _dotted(width, height, layers) if braille else _signed(width, height, layers)
    drawn |= marks
    return [
        "".join(drawn.get((column, line), " ") for column in range(width)) for line in range(height)
    ]


def _dotted(width: int, height: int, layers: Sequence[Layer]) -> dict[Cell, str]:
    found: dict[Cell, int] = {}
    for dots, _ in layers:
        for x, y in dots:
            if 0 <= x < width * ACROSS and 0 <= y < height * DOWN:
                cell = x // ACROSS, y // DOWN
                found[cell] = found.get(cell, 0) | _BITS[x % ACROSS][y % DOWN]
    return {cell: chr(_BLANK | bits) for cell, bits in found.items()}


def _signed(width: int, height: int, layers: Sequence[Layer]) -> dict[Cell, str]:
    found: dict[Cell, str] = {}
    for dots, sign in layers:
        for x, y in dots:
            if 0 <= x < width * ACROSS and 0 <= y < height * DOWN:
                found.setdefault((x // ACROSS, y // DOWN), sign)
    return found
