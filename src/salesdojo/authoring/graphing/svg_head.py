"""What stands above the drawing: the title, how large the scenario is, and what signs mean."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from salesdojo.authoring.graphing.fitting import columns, fitted
from salesdojo.authoring.graphing.layout import Size
from salesdojo.authoring.graphing.parts import Picture
from salesdojo.authoring.graphing.svg_marks import element, words
from salesdojo.authoring.graphing.words import count_words
from salesdojo.i18n import message

_COLUMN: Final = 6.6
_LEADING: Final = 21.0
_SAMPLE: Final = 42.0
"""How long the sample of a line is."""
_TITLE_COLUMNS: Final = 70


@dataclass(frozen=True, slots=True)
class Head:
    """The lines above the drawing."""

    title: str
    count: str
    legend: tuple[tuple[str, str], ...]
    """(which sample, its meaning)."""

    @property
    def size(self) -> Size:
        """How much room they take."""
        widest = max(columns(meaning) for _, meaning in self.legend)
        legend = widest * _COLUMN + _SAMPLE + 12
        title = columns(self.title) * 1.6 * _COLUMN
        return Size(max(legend, title), 58 + _LEADING * len(self.legend) + 16)


def head(picture: Picture, language: str) -> Head:
    """Return what stands above the picture."""
    title = fitted(f"{picture.title.spoken(language)} ({picture.scenario})", _TITLE_COLUMNS)
    legend = tuple(
        (sample, message(f"graph.legend_{name}", language)) for sample, name in _legend(picture)
    )
    return Head(title, count_words(picture, language), legend)


def drawn_head(head: Head, x: float, y: float) -> Iterator[str]:
    """Yield the lines as SVG, from (x, y) downwards."""
    yield words(head.title, x, y + 20, "heading")
    yield words(head.count, x, y + 44, "quiet")
    for place, (sample, meaning) in enumerate(head.legend):
        middle = y + 62 + place * _LEADING
        yield from _SAMPLES[sample](x, middle)
        yield words(meaning, x + _SAMPLE + 12, middle + 4.5, "say")


def _legend(picture: Picture) -> Iterator[tuple[str, str]]:
    if picture.solved:
        yield "best", "best"
        yield "widths", "traffic"
        if any(way.traffic == 0 for way in picture.ways):
            yield "never", "never"
        if any(step.conditional and step.choice for way in picture.ways for step in way.steps):
            yield "none", "if"
    else:
        yield "none", "unsolved"


def _best(x: float, y: float) -> Iterator[str]:
    line = element("path", d=f"M{x} {y}h{_SAMPLE}", class_="line", stroke_width=3.0)
    yield element("g", line, class_="way best")


def _widths(x: float, y: float) -> Iterator[str]:
    for place, width in enumerate((1.0, 4.0, 7.0)):
        start, length = x + place * 15, 12
        yield element("path", d=f"M{start} {y}h{length}", class_="line", stroke_width=width)


def _never(x: float, y: float) -> Iterator[str]:
    line = element("path", d=f"M{x} {y}h{_SAMPLE}", class_="line", stroke_width=1.0)
    yield element("g", line, class_="way never")


def _none(x: float, y: float) -> Iterator[str]:
    del x, y
    yield from ()


_SAMPLES: Final[dict[str, Callable[[float, float], Iterator[str]]]] = {
    "best": _best,
    "widths": _widths,
    "never": _never,
    "none": _none,
}
