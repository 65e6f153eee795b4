"""A scene as a card: its name, what the customer says, and what it is, in words and in shape."""

from dataclasses import dataclass
from typing import Final

from salesdojo.authoring.graphing.fitting import columns, fitted, one_line, wrapped
from salesdojo.authoring.graphing.layout import Point, Size
from salesdojo.authoring.graphing.parts import Kind, Node, percent
from salesdojo.authoring.graphing.svg_marks import element, escaped, words
from salesdojo.authoring.graphing.words import marks
from salesdojo.i18n import message

WIDTH: Final = 264.0
_SIDE: Final = 14.0
_LEADING: Final = 17.0
_COLUMN: Final = 6.4
"""Points a column takes at the size of the customer's line, a little more than half a letter."""
_BADGE: Final = 20.0
_BADGE_COLUMN: Final = 5.8
_LINES: Final = 3
_CORNER: Final = 9.0
_NAME_COLUMNS: Final = 27


@dataclass(frozen=True, slots=True)
class Card:
    """A scene, ready to be placed."""

    node: Node
    lines: tuple[str, ...]
    badges: tuple[str, ...]
    label: str
    """What a screen reader says of it."""

    @property
    def size(self) -> Size:
        """How large it is."""
        badges = _BADGE + 4 if self.badges else 0
        return Size(WIDTH, 36 + _LEADING * len(self.lines) + badges)


def card(node: Node, language: str) -> Card:
    """Return the card of a scene."""
    line = node.line.spoken(language)
    said = marks(node, language)
    return Card(
        node,
        wrapped(line, int((WIDTH - 2 * _SIDE) / _COLUMN), _LINES),
        said,
        _alternative(node, one_line(line), said, language),
    )


def _alternative(node: Node, line: str, said: tuple[str, ...], language: str) -> str:
    more = [*said, *([message("graph.best", language)] if node.best else [])]
    if node.traffic is not None:
        more.append(percent(node.traffic))
    key = "graph.alternative" if more else "graph.alternative_plain"
    return message(key, language, scene=node.scene, line=line, marks=", ".join(more))


def drawn_card(card: Card, centre: Point) -> str:
    """Return a card as SVG, its middle at `centre`."""
    node, size = card.node, card.size
    left, top = centre.x - size.width / 2, centre.y - size.height / 2
    x, y = left + _SIDE, top + 21
    name = fitted(f"★ {node.scene}" if node.best else node.scene, _NAME_COLUMNS)
    parts = [_outline(node.kind, left, top, size), words(name, x, y, "name")]
    if node.traffic is not None:
        parts.append(
            element(
                "text",
                escaped(percent(node.traffic)),
                x=left + size.width - _SIDE,
                y=y,
                class_="figure end-of-line",
            )
        )
    for place, line in enumerate(card.lines):
        parts.append(words(line, x, y + 2 + _LEADING * (place + 1), "say"))
    parts.extend(_badges(card.badges, x, top + size.height - _BADGE - 9))
    return element("g", *parts, class_=_class(node), role="graphics-symbol", aria_label=card.label)


def _outline(kind: Kind, left: float, top: float, size: Size) -> str:
    """Return the shape: square for passing, cut for chance, a pill at ends, else rounded."""
    if kind is Kind.CHANCE:
        right, bottom, cut = left + size.width, top + size.height, _CORNER
        corners = (
            (left + cut, top), (right - cut, top), (right, top + cut), (right, bottom - cut),
            (right - cut, bottom), (left + cut, bottom), (left, bottom - cut), (left, top + cut),
        )  # fmt: skip
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
        return element("polygon", points=points, class_="outline")
    round_ = {Kind.CHOICES: 8.0, Kind.TABLE: 3.0, Kind.PASSING: 0.0, Kind.END: 22.0}[kind]
    return element(
        "rect", x=left, y=top, width=size.width, height=size.height, rx=round_, class_="outline"
    )


def _badges(said: tuple[str, ...], x: float, y: float) -> list[str]:
    parts = []
    for badge in said:
        width = columns(badge) * _BADGE_COLUMN + 14
        parts.append(element("rect", x=x, y=y, width=width, height=_BADGE, rx=4.0, class_="badge"))
        parts.append(words(badge, x + 7, y + 14, "badge-words"))
        x += width + 6
    return parts


def _class(node: Node) -> str:
    names = ["card", node.kind.value]
    names += [] if node.outcome is None else [node.outcome.value]
    names += [name for name in ("best", "stuck") if getattr(node, name)]
    return " ".join(names if node.reached else [*names, "unreached"])
