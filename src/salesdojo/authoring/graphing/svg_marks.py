"""SVG written safely: every text escaped, every figure short."""

import re
from typing import Final
from xml.sax.saxutils import escape

from salesdojo.content.visible import visible

_NEVER_IN_XML: Final = re.compile("[\ufffe\uffff]")


def escaped(text: str) -> str:
    """Return `text` made visible, as it may stand in an element or an attribute in quotes."""
    return escape(_NEVER_IN_XML.sub("\ufffd", visible(text)), {'"': "&quot;", "'": "&#39;"})


def element(name: str, *inside: str, **attributes: str | float) -> str:
    """Return an element around `inside`, which is SVG already; attributes are escaped.

    An underscore in an attribute's name stands for a hyphen, one at its end for nothing.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{written}>{''.join(inside)}</{name}>" if inside else f"<{name}{written}/>"


def words(text: str, x: float, y: float, style: str) -> str:
    """Return a line of text that begins at (x, y)."""
    return element("text", escaped(text), x=x, y=y, class_=style)


def figure(value: float) -> str:
    """Return a figure with one decimal at most."""
    return f"{value:.1f}".removesuffix(".0")


def _value(value: str | float) -> str:
    return escaped(value) if isinstance(value, str) else figure(value)
