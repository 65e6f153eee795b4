"""Texts brought to a width in terminal cells: cut with a sign, padded, aligned."""

from typing import Final

from rich.cells import cell_len, split_graphemes

from salesdojo.content.visible import visible

SIGN: Final = ".."
"""Stands where something was cut off: an ellipsis is drawn two cells wide by many terminals."""


def width_of(text: str) -> int:
    """Return how many cells `text` takes on one line, once it is made visible."""
    return cell_len(visible(text).replace("\n", " "))


def cut(text: str, width: int) -> str:
    """Return `text` made visible, on one line, in at most `width` cells.

    What does not fit is left out, and `SIGN` says so.
    """
    line = visible(text).replace("\n", " ")
    if cell_len(line) <= width:
        return line
    if width <= len(SIGN):
        return SIGN[: max(0, width)]
    graphemes, _ = split_graphemes(line)
    end, used = 0, 0
    for _, last, cells in graphemes:
        if used + cells > width - len(SIGN):
            break
        end, used = last, used + cells
    return line[:end] + SIGN


def pad(text: str, width: int) -> str:
    """Return `text` cut or filled with spaces on the right to exactly `width` cells."""
    line = cut(text, width)
    return line + " " * (width - cell_len(line))


def pad_left(text: str, width: int) -> str:
    """Return `text` cut or filled with spaces on the left to exactly `width` cells."""
    line = cut(text, width)
    return " " * (width - cell_len(line)) + line
