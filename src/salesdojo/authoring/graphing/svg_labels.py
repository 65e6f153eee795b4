"""What stands on a line: which choices lead along it, and how often it is gone."""

from dataclasses import dataclass
from typing import Final

from salesdojo.authoring.graphing.fitting import columns, fitted
from salesdojo.authoring.graphing.layout import Point, Size
from salesdojo.authoring.graphing.parts import Way, percent
from salesdojo.authoring.graphing.svg_marks import element, words
from salesdojo.authoring.graphing.words import step_words

_COLUMN: Final = 6.6
_LEADING: Final = 15.0
_SIDE: Final = 7.0
_LEAST: Final = 42.0
"""Wide enough for two lines side by side."""
_MOST: Final = 40
"""Columns of one line."""


@dataclass(frozen=True, slots=True)
class Label:
    """The words of a way, ready to be placed."""

    lines: tuple[tuple[str, str], ...]
    """(words, class); never empty."""

    @property
    def size(self) -> Size:
        """How large they are."""
        widest = max(columns(line) for line, _ in self.lines)
        return Size(max(_LEAST, widest * _COLUMN + 2 * _SIDE), len(self.lines) * _LEADING + 7)


def label(way: Way, language: str) -> Label | None:
    """Return the words of a way; None where there is nothing to say."""
    lines = [
        (fitted(f"★ {said}" if step.best else said, _MOST), "step best" if step.best else "step")
        for step in way.steps
        if (said := step_words(step, language))
    ]
    if way.traffic is not None:
        lines.append((percent(way.traffic), "figure"))
    return Label(tuple(lines)) if lines else None


def drawn_label(label: Label, centre: Point) -> str:
    """Return the words as SVG, their middle at `centre`."""
    size = label.size
    top = centre.y - size.height / 2
    box = element(
        "rect", x=centre.x - size.width / 2, y=top, width=size.width, height=size.height, rx=5.0,
        class_="plate",
    )  # fmt: skip
    lines = [
        words(line, centre.x, top + 14 + place * _LEADING, f"{style} middle")
        for place, (line, style) in enumerate(label.lines)
    ]
    return element("g", box, *lines)
