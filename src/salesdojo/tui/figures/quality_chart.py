"""Attempts as columns on one scale, 0 to 100: readable without colour.

Textual's `Sparkline` is not used: it stretches from the least value to the most, so that a
year between 80 and 82 would look like one between 0 and 100; it cannot tell a first try from
a repeat; and its blocks are signs that many Japanese terminals draw two cells wide.
"""

from typing import TYPE_CHECKING, Final

from textual.content import Content

from salesdojo.tui.widths import pad_left

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdojo.records.history.trend import Point

AXIS: Final = 4
"""Cells before the columns: the scale."""
_MOST: Final = 100
_FIRST: Final = ("#", "$primary on $primary")
_REPEAT: Final = ("+", "$secondary on $secondary")
"""The sign of a cell, in the colour of its ground: a block with colours, a sign without."""
_NOTHING: Final = ("_", "$quiet")
"""At the foot of a column of quality 0."""


def chart_lines(points: "Sequence[Point]", width: int, height: int) -> list[Content]:
    """Return a chart of the latest of `points`, one column each, with its scale on the left.

    Args:
        points: in the order of finishing.
        width: of the chart in cells.
        height: of the chart in lines, at least 2.
    """
    shown = points[max(0, len(points) - max(0, width - AXIS)) :]
    heights = [_height(point.value, height) for point in shown]
    return [
        Content.assemble(
            (_scale(line, height), "$quiet"),
            *(_cell(point, tall, line) for point, tall in zip(shown, heights, strict=True)),
        )
        for line in range(height, 0, -1)
    ]


def _cell(point: "Point", tall: int, line: int) -> tuple[str, str]:
    if line <= tall:
        return _REPEAT if point.repeat else _FIRST
    return _NOTHING if line == 1 else (" ", "")


def _height(value: float, height: int) -> int:
    """Return the lines that a column fills; what is over nothing fills one."""
    return 0 if value <= 0 else max(1, round(value / _MOST * height))


def _scale(line: int, height: int) -> str:
    """Return what stands before a line: the top is 100, the foot 0, half way up 50."""
    named = {height: str(_MOST), 1: "0"}
    if height > 3:  # noqa: PLR2004 - else there is no line between
        named[height // 2 + 1] = str(_MOST // 2)
    return pad_left(named.get(line, ""), AXIS - 1) + " "
