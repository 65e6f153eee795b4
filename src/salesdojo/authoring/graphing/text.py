"""The picture as an outline for the terminal: 80 columns, ASCII arrows, each scene once."""

from collections.abc import Iterator
from typing import Final

from salesdojo.authoring.graphing.fitting import columns, fitted, one_line, wrapped
from salesdojo.authoring.graphing.parts import Node, Picture, Way, percent
from salesdojo.authoring.graphing.words import count_words, marks, step_words
from salesdojo.i18n import message

WIDTH: Final = 80
"""Columns; no line is longer."""
_FIGURE: Final = 6
"""Columns kept for a figure at the right."""


def text(picture: Picture, language: str) -> str:
    """Return the picture as lines; the last ends with a line feed."""
    legend = "legend_text" if picture.solved else "legend_unsolved"
    title = one_line(picture.title.spoken(language))
    lines = [
        fitted(f"{title} ({one_line(picture.scenario)})", WIDTH),
        count_words(picture, language),
        *wrapped(message(f"graph.{legend}", language), WIDTH, 3),
    ]
    for node in picture.nodes:
        lines.append("")
        lines.extend(_scene(node, language))
        for way in picture.ways_from(node.scene):
            lines.extend(_way(way, language))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _scene(node: Node, language: str) -> Iterator[str]:
    said = marks(node, language)
    name = one_line(node.scene) + (f" ({', '.join(said)})" if said else "")
    yield _with_figure(f"{_star(node.best)} {name}", node.traffic)
    yield f"      {fitted(node.line.spoken(language), WIDTH - 6)}"


def _way(way: Way, language: str) -> Iterator[str]:
    yield _with_figure(f"  {_star(way.best)} -> {one_line(way.target)}", way.traffic)
    steps = [
        f"{words} *" if step.best else words
        for step in way.steps
        if (words := step_words(step, language))
    ]
    for line in _listed(steps, WIDTH - 9):
        yield f"         {line}"


def _listed(steps: list[str], width: int) -> Iterator[str]:
    """Yield the steps, separated by commas, as many a line as fit."""
    line = ""
    for place, step in enumerate(steps):
        here = fitted(step, width - 1) + ("," if place + 1 < len(steps) else "")
        if line and columns(line) + 1 + columns(here) > width:
            yield line
            line = here
        else:
            line = f"{line} {here}" if line else here
    if line:
        yield line


def _with_figure(line: str, traffic: float | None) -> str:
    if traffic is None:
        return fitted(line, WIDTH)
    room = WIDTH - _FIGURE
    shown = fitted(line, room)
    return shown + " " * (room - columns(shown)) + percent(traffic).rjust(_FIGURE)


def _star(best: bool) -> str:
    return "*" if best else " "
