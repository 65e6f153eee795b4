"""A way as a line: as wide as it is often gone, with round corners and an arrow at its end."""

from collections.abc import Sequence
from math import hypot
from typing import Final

from salesdojo.authoring.graphing.colours import stroke
from salesdojo.authoring.graphing.layout import Line, Point
from salesdojo.authoring.graphing.parts import Way
from salesdojo.authoring.graphing.svg_marks import element, escaped, figure

_ROUND: Final = 9.0
_HEAD: Final = 10.0
"""How long the arrow's head is."""


def drawn_way(way: Way, lines: Sequence[Line], title: str) -> str:
    """Return a way as SVG, along `lines`; `title` is what a pointer or a screen reader finds."""
    width = stroke(way.traffic)
    *first, last = lines
    tip, before = last[-1], last[-2]
    drawn = [*first, (*last[:-1], _towards(tip, before, _HEAD - 1))]
    return element(
        "g",
        element("title", escaped(title)),
        *(element("path", d=_path(line), class_="line", stroke_width=width) for line in drawn),
        element("path", d=_head(tip, before, width), class_="head"),
        class_=_class(way),
    )


def _class(way: Way) -> str:
    if way.best:
        return "way best"
    return "way never" if way.traffic == 0 else "way"


def _path(line: Line) -> str:
    """Return a path through the points, each corner rounded as far as its sides allow."""
    parts = [f"M{_place(line[0])}"]
    for before, corner, after in zip(line, line[1:], line[2:], strict=False):
        room = min(_ROUND, _length(before, corner) / 2, _length(corner, after) / 2)
        parts.append(f"L{_place(_towards(corner, before, room))}")
        parts.append(f"Q{_place(corner)} {_place(_towards(corner, after, room))}")
    parts.append(f"L{_place(line[-1])}")
    return "".join(parts)


def _head(tip: Point, before: Point, width: float) -> str:
    far = _towards(tip, before, _HEAD)
    length = _length(tip, before) or 1.0
    across = Point((tip.y - before.y) / length, (before.x - tip.x) / length)
    half = width / 2 + 4
    one = Point(far.x + across.x * half, far.y + across.y * half)
    other = Point(far.x - across.x * half, far.y - across.y * half)
    return f"M{_place(tip)}L{_place(one)}L{_place(other)}Z"


def _towards(place: Point, other: Point, far: float) -> Point:
    """Return the point `far` from `place` on the way to `other`, but not beyond it."""
    length = _length(place, other)
    share = min(1.0, far / length) if length else 0.0
    return Point(place.x + (other.x - place.x) * share, place.y + (other.y - place.y) * share)


def _length(one: Point, other: Point) -> float:
    return hypot(other.x - one.x, other.y - one.y)


def _place(point: Point) -> str:
    return f"{figure(point.x)} {figure(point.y)}"
