"""The picture in DOT, for Graphviz and the editors that read it."""

from collections.abc import Iterator
from typing import Final

from salesdojo.authoring.graphing.colours import BEST, LIGHT, SCENE, WARNING, stroke
from salesdojo.authoring.graphing.fitting import one_line, wrapped
from salesdojo.authoring.graphing.parts import Kind, Node, Picture, Way, percent
from salesdojo.authoring.graphing.words import marks, step_words

_LINE: Final = 36
"""Columns of a line within a scene."""
_LINES: Final = 3
_SHAPES: Final = {
    Kind.CHOICES: ("box", "rounded,filled"),
    Kind.TABLE: ("hexagon", "filled"),
    Kind.PASSING: ("box", "filled"),
    Kind.CHANCE: ("octagon", "filled"),
    Kind.END: ("box", "rounded,filled,bold"),
}
_FONTS: Final = "Noto Sans CJK JP,Hiragino Sans,Yu Gothic,Meiryo,sans-serif"


def dot(picture: Picture, language: str) -> str:
    """Return the picture in DOT; the last line ends with a line feed."""
    title = picture.title.spoken(language)
    lines = [
        f"digraph {_quoted(picture.scenario)} {{",
        f"  graph [{_attributes(label=title, labelloc='t', rankdir='TB', fontname=_FONTS)}]",
        f"  node [{_attributes(fontname=_FONTS, fontsize='11', margin='0.15,0.08')}]",
        f"  edge [{_attributes(fontname=_FONTS, fontsize='10')}]",
        *(f"  {_quoted(node.scene)} [{_node(node, language)}]" for node in picture.nodes),
        *_arrows(picture, language),
        "}",
    ]
    return "\n".join(lines) + "\n"


def _node(node: Node, language: str) -> str:
    said = [*marks(node, language), *([] if node.traffic is None else [percent(node.traffic)])]
    parts = [
        f"{'★ ' if node.best else ''}{node.scene}",
        *wrapped(node.line.spoken(language), _LINE, _LINES),
        ", ".join(said),
    ]
    shape, style = _SHAPES[node.kind]
    shade = SCENE if node.outcome is None else LIGHT[node.outcome]
    line = WARNING if node.stuck else BEST if node.best and node.outcome is None else shade.line
    return _attributes(
        label="\n".join(part for part in parts if part),
        shape=shape,
        style=style if node.reached else f"{style},dashed",
        fillcolor=shade.fill,
        color=line,
        fontcolor=shade.ink,
        penwidth="2" if node.best or node.stuck else "1",
    )


def _arrows(picture: Picture, language: str) -> Iterator[str]:
    for way in picture.ways:
        ends = f"{_quoted(way.source)} -> {_quoted(way.target)}"
        yield f"  {ends} [{_way(way, language)}]"


def _way(way: Way, language: str) -> str:
    words = [
        f"{words} ★" if step.best else words
        for step in way.steps
        if (words := step_words(step, language))
    ]
    if way.traffic is not None:
        words.append(percent(way.traffic))
    return _attributes(
        # Beside the line, not on it, however wide it is.
        label="\n".join(f"   {one_line(word)}" for word in words),
        penwidth=f"{stroke(way.traffic):.1f}",
        color=BEST if way.best else SCENE.line,
        style="dotted" if way.traffic == 0 else "solid",
    )


def _attributes(**values: str) -> str:
    return ", ".join(f"{name}={_quoted(value)}" for name, value in values.items())


def _quoted(text: str) -> str:
    """Return `text` as a string of DOT that Graphviz shows as it stands.

    A backslash would begin an escape, a quote end the string, and ``&`` begin an
    entity: Graphviz decodes those of HTML in every label.
    """
    lines = [one_line(line) for line in text.split("\n")]
    shown = "\n".join(lines).replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
    return '"' + shown.replace("\n", "\\n") + '"'
