"""Where everything of a drawing goes: boxes in layers from top to bottom, lines around them.

The layout itself is graphlay's (layered, network simplex, orthogonal routing): unlike
igraph, grandalf and fast-sugiyama it knows how large every box is and leads lines
around them, and unlike pygraphviz it does not bring 110 MB along. Of 20,000 random
graphs it led a line over a box's edge in two, by a few points: boxes are drawn over
lines. A way's words are a small box of their own on the line, so that nothing covers
them. Only numbers are handed over, never a text.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from salesdojo.errors import UsageError


@dataclass(frozen=True, slots=True)
class Size:
    """How large a box is, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Point:
    """A place, in points; y grows downwards."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Link:
    """What is to be joined by a line."""

    source: int
    target: int
    words: Size | None
    """How large the words on it are, where it has any."""
    stroke: float
    """How wide the line is."""


Line = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where boxes are centred and lines go; nothing lies left of or above 0."""

    boxes: tuple[Point, ...]
    words: tuple[Point | None, ...]
    """By link."""
    lines: tuple[tuple[Line, ...], ...]
    """By link: one line, or two where words stand between."""
    size: Size


_OPTIONS: Final[Mapping[str, Any]] = {
    "direction": "topbottom",
    "spacing": {
        "layer_gap": 30.0,
        "node_gap": 30.0,
        "dummy_gap": 22.0,
        "port_gap": 18.0,
        "stub": 14.0,
    },
}
_MANY: Final = 300
"""Boxes from which the quick search is taken: 600 boxes take 5 s with it and 9 s without."""
_CLEAR: Final = 6.0
"""Kept free beside every box, if it is wide: graphlay lets a line pass as close as it likes."""
_CLOSE: Final = 6.0
"""How much more than its length the line to a way's words weighs: they stand near its source."""


def layout(boxes: Sequence[Size], links: Sequence[Link]) -> Layout:
    """Return where boxes and lines go; the same for the same input.

    Raises:
        UsageError: US071 when graphlay is not installed.
    """
    try:
        import graphlay
    except ImportError as missing:
        raise UsageError("US071") from missing
    graph = graphlay.Graph()
    sizes = list(boxes)
    for size in boxes:
        graph.node(width=size.width + 2 * _clear(size), height=size.height)
    pieces: list[list[_Piece]] = []
    for link, turned in zip(links, _leading_back(len(boxes), links), strict=True):
        stops = [link.source, link.target]
        if link.words is not None:
            sizes.append(link.words)
            width = link.words.width + 2 * _clear(link.words)
            stops.insert(1, graph.node(width=width, height=link.words.height))
        pieces.append([])
        for place, ends in enumerate(pairwise(stops)):
            first, last = ends[::-1] if turned else ends
            weight = _CLOSE if place == 0 and link.words is not None else 1.0
            edge = graph.edge(first, last, weight=weight, thickness=link.stroke)
            pieces[-1].append(_Piece(edge, turned, (_clear(sizes[first]), _clear(sizes[last]))))
    effort = "fast" if len(graph.nodes) > _MANY else "balanced"
    drawn = graphlay.layout(graph, options={**_OPTIONS, "effort": effort})
    return _moved(boxes, links, pieces, drawn.raw)


@dataclass(frozen=True, slots=True)
class _Piece:
    """One line as it was handed over."""

    edge: int
    turned: bool
    clear: tuple[float, float]
    """What was kept free beside the box at either end, in graphlay's direction."""


def _clear(size: Size) -> float:
    """Return what is kept free on each side of a box.

    Lines join the middle nine tenths of what graphlay takes for the box: so all of
    them meet the box itself.
    """
    return min(_CLEAR, size.width / 18)


def _leading_back(count: int, links: Sequence[Link]) -> list[bool]:
    """Say of each link whether it leads back to where its source was come from.

    Those are laid out turned round and drawn upwards: so the layers follow the talk.
    """
    leaving: list[list[int]] = [[] for _ in range(count)]
    for number, link in enumerate(links):
        leaving[link.source].append(number)
    back = [False] * len(links)
    seen: set[int] = set()
    for root in range(count):
        if root in seen:
            continue
        path = [(root, iter(leaving[root]))]
        seen.add(root)
        on_path = {root}
        while path:
            box, rest = path[-1]
            for number in rest:
                target = links[number].target
                if target in on_path:
                    back[number] = True
                elif target not in seen:
                    seen.add(target)
                    on_path.add(target)
                    path.append((target, iter(leaving[target])))
                    break
            else:
                path.pop()
                on_path.discard(box)
    return back


def _moved(
    boxes: Sequence[Size],
    links: Sequence[Link],
    pieces: Sequence[Sequence[_Piece]],
    drawn: Mapping[str, Any],
) -> Layout:
    """Move everything to the corner: graphlay begins wherever it likes."""
    low, high = _bounds(drawn)
    centres = [_point(node["center"], low) for node in drawn["nodes"]]
    following = iter(centres[len(boxes) :])
    return Layout(
        tuple(centres[: len(boxes)]),
        tuple(None if link.words is None else next(following) for link in links),
        tuple(
            tuple(_line(drawn["edges"][piece.edge], low, piece) for piece in line)
            for line in pieces
        ),
        Size(round(high.x - low.x, 1), round(high.y - low.y, 1)),
    )


def _bounds(drawn: Mapping[str, Any]) -> tuple[Point, Point]:
    places = [point for edge in drawn["edges"] for point in edge["points"]]
    across = [point["x"] for point in places]
    down = [point["y"] for point in places]
    for node in drawn["nodes"]:
        half = Size(node["size"]["width"] / 2, node["size"]["height"] / 2)
        across += (node["center"]["x"] - half.width, node["center"]["x"] + half.width)
        down += (node["center"]["y"] - half.height, node["center"]["y"] + half.height)
    return Point(min(across), min(down)), Point(max(across), max(down))


def _line(edge: Mapping[str, Any], low: Point, piece: _Piece) -> Line:
    line = [_point(point, low) for point in edge["points"]]
    # What joins a box at its side stops short of it, where it was kept free.
    line[0] = _at_the_side(line[0], edge["source_port"]["side"], piece.clear[0])
    line[-1] = _at_the_side(line[-1], edge["target_port"]["side"], piece.clear[1])
    unlike = tuple(dict.fromkeys(line))
    return unlike[::-1] if piece.turned else unlike


def _at_the_side(end: Point, side: str, clear: float) -> Point:
    inwards = {"left": clear, "right": -clear}.get(side, 0.0)
    return Point(round(end.x + inwards, 1), end.y)


def _point(place: Mapping[str, float], low: Point) -> Point:
    return Point(round(place["x"] - low.x, 1), round(place["y"] - low.y, 1))
