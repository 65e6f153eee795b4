"""The picture as an SVG document: no script, nothing from outside, for light and dark screens."""

from collections.abc import Iterator
from typing import Final

from salesdojo.authoring.graphing.colours import stroke
from salesdojo.authoring.graphing.fitting import one_line
from salesdojo.authoring.graphing.layout import Layout, Link, Point, layout
from salesdojo.authoring.graphing.parts import Picture, Way
from salesdojo.authoring.graphing.svg_cards import card, drawn_card
from salesdojo.authoring.graphing.svg_head import drawn_head, head
from salesdojo.authoring.graphing.svg_labels import Label, drawn_label, label
from salesdojo.authoring.graphing.svg_lines import drawn_way
from salesdojo.authoring.graphing.svg_marks import element, escaped
from salesdojo.authoring.graphing.svg_style import style
from salesdojo.authoring.graphing.words import step_words
from salesdojo.i18n import message

_MARGIN: Final = 28.0


def svg(picture: Picture, language: str) -> str:
    """Return the picture as a document; the last line ends with a line feed.

    Raises:
        UsageError: US071 when the library that lays it out is not installed.
    """
    cards = [card(node, language) for node in picture.nodes]
    labels = [label(way, language) for way in picture.ways]
    numbers = {node.scene: number for number, node in enumerate(picture.nodes)}
    links = [
        Link(
            numbers[way.source],
            numbers[way.target],
            None if said is None else said.size,
            stroke(way.traffic),
        )
        for way, said in zip(picture.ways, labels, strict=True)
    ]
    placed = layout([card.size for card in cards], links)
    above = head(picture, language)
    width = max(placed.size.width, above.size.width) + 2 * _MARGIN
    height = placed.size.height + above.size.height + 2 * _MARGIN
    corner = Point((width - placed.size.width) / 2, _MARGIN + above.size.height)
    drawing = [
        *_lines(picture, placed, language),
        *_labels(labels, placed),
        *(drawn_card(card, centre) for card, centre in zip(cards, placed.boxes, strict=True)),
    ]
    return _document(
        picture,
        language,
        (width, height),
        *drawn_head(above, _MARGIN, _MARGIN),
        element(
            "g",
            "\n",
            "\n".join(drawing),
            "\n",
            transform=f"translate({corner.x:.1f} {corner.y:.1f})",
        ),
    )


def _document(picture: Picture, language: str, size: tuple[float, float], *parts: str) -> str:
    width, height = size
    described = message(
        "graph.described", language, scenes=len(picture.nodes), ways=len(picture.ways)
    )
    inside = [
        element("title", escaped(one_line(picture.title.spoken(language))), id="title"),
        element("desc", escaped(described), id="description"),
        element("style", f"\n{style()}"),
        element("rect", width=width, height=height, class_="page"),
        *parts,
    ]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        + element(
            "svg",
            "\n",
            "\n".join(inside),
            "\n",
            xmlns="http://www.w3.org/2000/svg",
            lang=language,
            width=width,
            height=height,
            viewBox=f"0 0 {width:.1f} {height:.1f}",
            role="graphics-document document",
            aria_labelledby="title description",
        )
        + "\n"
    )


def _lines(picture: Picture, placed: Layout, language: str) -> Iterator[str]:
    """Yield the lines, the best road last: nothing may cover it."""
    drawn = sorted(zip(picture.ways, placed.lines, strict=True), key=lambda one: one[0].best)
    for way, lines in drawn:
        yield drawn_way(way, lines, _title(way, language))


def _title(way: Way, language: str) -> str:
    """Return, for a pointer that rests on a line, what each choice says."""
    lines = [message("graph.way", language, source=way.source, target=way.target)]
    for step in way.steps:
        said = step_words(step, language)
        lines.append(said if step.say is None else f"{said}: {one_line(step.say.spoken(language))}")
    return "\n".join(line for line in lines if line)


def _labels(labels: list[Label | None], placed: Layout) -> Iterator[str]:
    for said, centre in zip(labels, placed.words, strict=True):
        if said is not None and centre is not None:
            yield drawn_label(said, centre)
