"""Chapbook, Snowman and formats unknown here: links and text; what acts is named as lost."""

import re
from typing import Final

from salesdojo.authoring.importing.links import link_end, link_parts
from salesdojo.authoring.importing.passage_parts import Layers, Link, Part, Passage, Sketch, Words

_MARK: Final = re.compile(
    r"\[\[|<%.*?(?:%>|\Z)|<!--.*?(?:-->|\Z)|</?[A-Za-z][^<>]*>|^\[[A-Za-z][^\[\]\n]*\]$"
    r"|\{[A-Za-z][^{}\n]*\}",
    re.DOTALL | re.MULTILINE,
)
_VARIABLES: Final = re.compile(r"\A(?:[A-Za-z_][^\n:]*:[^\n]*\n)+--\n")


def other_markup(passage: Passage, sketch: Sketch) -> tuple[Part, ...]:
    """Read a passage of any other format."""
    layers = Layers()
    text = passage.text
    at = 0
    head = _VARIABLES.match(text)
    if head is not None:
        for line in re.finditer(r".+", head[0].removesuffix("--\n")):
            sketch.lose("assignment", line[0], passage.place(line.start()))
        at = head.end()
    while found := _MARK.search(text, at):
        layers.add(Words(text[at : found.start()]))
        end = link_end(text, found.start()) if found[0] == "[[" else -1
        if end >= 0:
            say, to = link_parts(text[found.end() : end])
            layers.add(Link(say, to, (), passage.place(found.start())))
            at = end + 2
            continue
        at = found.end()
        if found[0] == "[[":
            layers.add(Words("[["))
        elif not found[0].startswith("<!--"):
            kind = (
                "style" if found[0].startswith("<") and not found[0].startswith("<%") else "macro"
            )
            sketch.lose(kind, found[0], passage.place(found.start()))
    layers.add(Words(text[at:]))
    return layers.close()
