"""The picture as a Mermaid flowchart, for pages that draw one: wikis, READMEs, notes."""

from collections.abc import Iterator
from typing import Final

from salesdojo.authoring.graphing.colours import BEST, LIGHT, WARNING, stroke
from salesdojo.authoring.graphing.fitting import fitted
from salesdojo.authoring.graphing.parts import Kind, Node, Picture, Way, percent
from salesdojo.authoring.graphing.words import marks, step_words

_LINE: Final = 48
"""Columns of the customer's line that are shown."""
_SHAPES: Final = {
    Kind.CHOICES: '["{}"]',
    Kind.TABLE: '[["{}"]]',
    Kind.PASSING: '("{}")',
    Kind.CHANCE: '{{{{"{}"}}}}',
    Kind.END: '(["{}"])',
}
_BREAK: Final = "<br/>"


def mermaid(picture: Picture, language: str) -> str:
    """Return the picture in Mermaid's language; the last line ends with a line feed."""
    numbers = {node.scene: number for number, node in enumerate(picture.nodes)}
    lines = [
        "flowchart TD",
        *(f"  n{number}{_shape(node, language)}" for number, node in enumerate(picture.nodes)),
        *(_arrow(way, numbers, language) for way in picture.ways),
        *_styles(picture),
    ]
    return "\n".join(lines) + "\n"


def _shape(node: Node, language: str) -> str:
    said = marks(node, language)
    parts = [
        f"{'★ ' if node.best else ''}{node.scene}",
        fitted(node.line.spoken(language), _LINE),
        ", ".join(said),
        "" if node.traffic is None else percent(node.traffic),
    ]
    return _SHAPES[node.kind].format(_BREAK.join(_written(part) for part in parts if part))


def _arrow(way: Way, numbers: dict[str, int], language: str) -> str:
    words = [
        f"{words} ★" if step.best else words
        for step in way.steps
        if (words := step_words(step, language))
    ]
    if way.traffic is not None:
        words.append(percent(way.traffic))
    arrow = "-.->" if way.traffic == 0 else "-->"
    label = f'|"{_BREAK.join(map(_written, words))}"|' if words else ""
    return f"  n{numbers[way.source]} {arrow}{label} n{numbers[way.target]}"


def _styles(picture: Picture) -> Iterator[str]:
    for outcome, shade in LIGHT.items():
        ends = [f"n{place}" for place, node in enumerate(picture.nodes) if node.outcome is outcome]
        if ends:
            yield (
                f"  classDef {outcome.value} "
                f"fill:{shade.fill},stroke:{shade.line},stroke-width:3px,color:{shade.ink}"
            )
            yield f"  class {','.join(ends)} {outcome.value}"
    for number, node in enumerate(picture.nodes):
        if node.stuck:
            yield f"  style n{number} stroke:{WARNING},stroke-width:3px"
        elif not node.reached:
            yield f"  style n{number} stroke-dasharray:6 4"
        elif node.best and node.outcome is None:
            yield f"  style n{number} stroke:{BEST},stroke-width:3px"
    for number, way in enumerate(picture.ways):
        colour = f",stroke:{BEST}" if way.best else ""
        yield f"  linkStyle {number} stroke-width:{stroke(way.traffic):.1f}px{colour}"


def _written(text: str) -> str:
    """Return `text` so that Mermaid shows it and obeys none of it.

    Everything in ASCII but letters, figures and a few signs becomes ``#NN;``, Mermaid's
    own way to write a character: quotes and brackets would end a label, ``<`` begin a
    tag. Mermaid looks for formulas and icons only after it has read those: a space
    keeps them apart.
    """
    shown = fitted(text, 10 * _LINE).replace("$$", "$ $").replace(":fa-", ": fa-")
    return "".join(_sign(sign) for sign in shown)


def _sign(sign: str) -> str:
    safe = not sign.isascii() or sign.isalnum() or sign in " .,?/_"
    return sign if safe else f"#{ord(sign)};"
