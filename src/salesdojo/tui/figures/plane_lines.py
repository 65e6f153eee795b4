"""Both sides' points as a plane: what was possible, the two roads, and where they met."""

from typing import TYPE_CHECKING, Final, NamedTuple

from textual.content import Content

from salesdojo.i18n import message
from salesdojo.practice.table.frontier import Point
from salesdojo.tui.widgets.braille_canvas import ACROSS, DOWN, Cell, Dot, Layer, canvas_lines
from salesdojo.tui.widths import cut, pad_left
from salesdojo.tui.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from salesdojo.practice.table.looking_back import LookedBack

DEAL, NASH = "*", "N"
_FRONTIER, _RESERVE = "o", "."
"""Their signs where there is no braille."""
_WIDEST, _HIGHEST, _LOWEST = 60, 18, 10
_AXIS: Final = 7
"""Cells before the plane: points of ours, and the axis."""
_STEP: Final = 4
"""Every so many dots a line of dots has one."""
_FEW: Final = 30
"""Points of a frontier up to which each is drawn as a block of four dots."""
_OURS, _THEIRS = "123456789", "abcdefghi"
_LATER: Final = "+"
"""Stands for the offers after the ninth round."""


class _Plane(NamedTuple):
    """The points that the edges stand for, and the cells between them."""

    least: Point
    most: Point
    width: int
    height: int

    def dot(self, point: Point) -> Dot:
        """Return the dot of a point: theirs to the right, ours upwards."""
        across, down = self.width * ACROSS - 1, self.height * DOWN - 1
        theirs = _part(point.theirs, self.least.theirs, self.most.theirs, across)
        return theirs, down - _part(point.ours, self.least.ours, self.most.ours, down)

    def cell(self, point: Point) -> Cell:
        """Return the cell of a point."""
        x, y = self.dot(point)
        return x // ACROSS, y // DOWN


def plane_lines(told: "LookedBack", language: str, width: int, *, braille: bool) -> list[Content]:
    """Return the plane with its axes and what its signs mean, for a width in cells."""
    cells = max(8, min(_WIDEST, width - _AXIS))
    plane = _plane(told, cells, max(_LOWEST, min(_HIGHEST, cells // 3)))
    lines = canvas_lines(
        plane.width, plane.height, _layers(told, plane), _marks(told, plane), braille=braille
    )
    axis = " " * (_AXIS - 1)
    frontier = {plane.cell(point) for point in told.front.points}
    drawn = [
        Content.assemble(
            (_scale(told, plane, line) + "|", "$quiet"),
            *(_coloured(sign, (at, line) in frontier) for at, sign in enumerate(words)),
        )
        for line, words in enumerate(lines)
    ]
    return [
        Content.styled(cut(message("table_screen.plane_up", language), width), "$secondary"),
        *drawn,
        Content.styled(f"{axis}+{'-' * plane.width}", "$quiet"),
        Content.styled(cut(f"{axis} {_foot(told, plane)}", width), "$quiet"),
        Content.styled(
            cut(f"{axis} {message('table_screen.plane_right', language)}", width), "$secondary"
        ),
        *_legend(told, language, width, braille=braille),
    ]


def _plane(told: "LookedBack", width: int, height: int) -> _Plane:
    """Return the plane that holds every package."""
    columns = [issue.options for issue in told.table.issues]
    least = Point(
        sum(min(one.ours for one in options) for options in columns),
        sum(min(one.theirs for one in options) for options in columns),
    )
    most = Point(
        sum(max(one.ours for one in options) for options in columns),
        sum(max(one.theirs for one in options) for options in columns),
    )
    return _Plane(least, most, width, height)


def _part(points: int, least: int, most: int, dots: int) -> int:
    """Return how many of `dots` lie before a figure, to the nearest dot."""
    span = max(1, most - least)
    return (2 * (points - least) * dots + span) // (2 * span)


def _layers(told: "LookedBack", plane: _Plane) -> list[Layer]:
    """Return the frontier, and the reserves as lines of dots."""
    table = told.table
    frontier = [plane.dot(one) for one in told.front.points]
    if len(frontier) <= _FEW:
        frontier = [dot for one in frontier for dot in _block(one)]
    x, y = plane.dot(Point(table.reserve_ours, table.reserve_theirs))
    reserves = [
        *((across, y) for across in range(0, plane.width * ACROSS, _STEP)),
        *((x, down) for down in range(0, plane.height * DOWN, _STEP)),
    ]
    return [(frontier, _FRONTIER), (reserves, _RESERVE)]


def _block(dot: Dot) -> "Iterator[Dot]":
    x, y = dot[0] // 2 * 2, dot[1] // 2 * 2
    yield from ((x + right, y + down) for right in (0, 1) for down in (0, 1))


def _marks(told: "LookedBack", plane: _Plane) -> dict[Cell, str]:
    """Return the signs: the deal in its place, the others there or beside it."""
    marks: dict[Cell, str] = {}
    if told.settled is not None:
        marks[plane.cell(told.settled.point)] = DEAL
    if told.marks is not None:
        _put(marks, plane, told.marks.nash, NASH)
    for one in reversed(told.turns):
        at = one.turn.number - 1
        if one.offer is not None and one.offer != told.settled:
            _put(marks, plane, one.offer.point, _sign(_OURS, at))
        if one.counter is not None and one.counter != told.settled:
            _put(marks, plane, one.counter.point, _sign(_THEIRS, at))
    return marks


def _sign(signs: str, at: int) -> str:
    return signs[at] if at < len(signs) else _LATER


def _put(marks: dict[Cell, str], plane: _Plane, point: Point, sign: str) -> None:
    """Put a sign where it belongs, or in the next cell that is free; else it is left out."""
    column, line = plane.cell(point)
    for right, down in ((0, 0), (-1, 0), (1, 0), (0, -1), (0, 1)):
        cell = column + right, line + down
        inside = 0 <= cell[0] < plane.width and 0 <= cell[1] < plane.height
        if inside and cell not in marks:
            marks[cell] = sign
            return


def _scale(told: "LookedBack", plane: _Plane, line: int) -> str:
    """Return what stands before a line: the most, the reserve and the least of our points."""
    reserve = plane.cell(Point(told.table.reserve_ours, told.table.reserve_theirs))[1]
    named = {
        reserve: told.table.reserve_ours,
        0: plane.most.ours,
        plane.height - 1: plane.least.ours,
    }
    return pad_left(str(named.get(line, "")), _AXIS - 1)


def _foot(told: "LookedBack", plane: _Plane) -> str:
    """Return what stands below the plane: the least, the reserve and the most of their points."""
    reserve = plane.cell(Point(told.table.reserve_ours, told.table.reserve_theirs))[0]
    figures = (plane.least.theirs, told.table.reserve_theirs, plane.most.theirs)
    least, middle, most = map(str, figures)
    end = plane.width - len(most)
    words = least
    if len(least) < reserve <= end - len(middle) - 1:
        words = f"{least.ljust(reserve)}{middle}"
    return f"{words.ljust(end)}{most}"


def _coloured(sign: str, on_frontier: bool) -> tuple[str, str]:
    """Give the signs of each side the colour that its words have; the reserves stay behind."""
    if sign in (DEAL, NASH):
        return sign, "$success bold"
    if sign in _OURS:
        return sign, "$primary bold"
    if sign in _THEIRS:
        return sign, "$accent bold"
    return sign, "" if on_frontier else "$quiet"


def _legend(told: "LookedBack", language: str, width: int, *, braille: bool) -> list[Content]:
    names = ["legend_roads", "legend_dots" if braille else "legend_signs"]
    if told.settled is not None:
        names.insert(1, "legend_deal")
    if told.marks is not None:
        names.insert(-1, "legend_nash")
    between = message("table_screen.between_sentences", language)
    signs = {"deal": DEAL, "nash": NASH, "frontier": _FRONTIER, "reserve": _RESERVE}
    words = (message(f"table_screen.{name}", language, **signs) for name in names)
    return [Content.styled(line, "$quiet") for line in wrap(between.join(words), width)]
