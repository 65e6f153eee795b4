"""A text with a label before it: beside it where there is room, else in front of it."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from salesdojo.tui.term_marks import Mark
from salesdojo.tui.widgets.prose import Prose, broken
from salesdojo.tui.widths import cut, pad, width_of

_GUTTER: Final = 12
_WIDEST_GUTTER: Final = 18
"""Cells before the words; labels stand in them."""
_ROOMY: Final = 56
"""Cells from which labels get a column of their own."""


def gutter_for(*labels: str) -> int:
    """Return the cells that hold all `labels`, if they are not too long."""
    longest = max(width_of(label) for label in labels)
    return max(_GUTTER, min(_WIDEST_GUTTER, longest + 3))


class Labelled(Prose):
    """One text and what it is."""

    def __init__(  # noqa: PLR0913 - a label, a text, and how they look
        self,
        label: str,
        text: str,
        marks: Sequence[Mark] = (),
        *,
        style: str = "$secondary",
        gutter: int = _GUTTER,
        roomy: int = _ROOMY,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
        classes: str | None = None,
    ) -> None:
        """Show `text` with `label` in `style`; an empty label leaves its place empty.

        The label stands in a column of `gutter` cells where there are `roomy` cells in all.
        """
        super().__init__(text, marks, id=id, classes=classes)
        self._label = label
        self._style = style
        self._gutter = gutter
        self._roomy = roomy

    def laid_out(self, width: int) -> Content:
        """Return label and words for this width."""
        if width >= self._roomy:
            name = Content.styled(pad(f" {self._label}", self._gutter - 1) + " ", self._style)
            return name + broken(self._text, width, self._gutter)
        if not self._label:
            return broken(self._text, width)
        name = Content.styled(cut(self._label, max(1, width - 2)), self._style)
        return broken(Content.assemble(name, ": ", self._text), width, 2)
