"""A talk as one text that scrolls: a hundred lines anew cost less than one mount."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, Final

from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from salesdojo.tui.page_turning import turn_pages
from salesdojo.tui.rehearsal_lines import ScriptLine
from salesdojo.tui.widgets.labelled import gutter_for
from salesdojo.tui.widgets.prose import broken
from salesdojo.tui.widths import cut, pad

_ROOMY: Final = 44
"""Cells from which labels get a column of their own."""


class Script(VerticalScroll, can_focus=False):
    """Lines with labels; it keeps to its end."""

    DEFAULT_CSS: ClassVar[str] = """
    Script { height: 1fr; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    Script > ScriptText { width: 1fr; height: auto; text-wrap: nowrap; text-overflow: clip; }
    """

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._text = ScriptText()

    def compose(self) -> "list[ScriptText]":
        """Lay out the text."""
        return [self._text]

    def show(self, lines: Iterable[ScriptLine]) -> None:
        """Show other lines, the last one in view."""
        self._text.show(lines)
        self.call_after_refresh(self.scroll_end, animate=False)

    def turn_pages(self, pages: int) -> None:
        """Scroll by pages; one line of the page before stays."""
        turn_pages(self, pages)

    def on_resize(self) -> None:
        """Keep to the end."""
        self.call_after_refresh(self.scroll_end, animate=False)


class ScriptText(Static):
    """The lines, broken for the width there is."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__(markup=False)
        self._lines: tuple[ScriptLine, ...] = ()
        self._laid_out: tuple[int, Content] | None = None

    def show(self, lines: Iterable[ScriptLine]) -> None:
        """Show other lines."""
        self._lines = tuple(lines)
        self._laid_out = None
        self.refresh(layout=True)

    def render(self) -> Content:
        """Return the lines for the width there is."""
        return self._for(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return the number of lines."""
        return self._for(width).plain.count("\n") + 1 if width else 0

    def _for(self, width: int) -> Content:
        if self._laid_out is None or self._laid_out[0] != width:
            gutter = gutter_for("", *(line.label for line in self._lines))
            gutter = gutter if width >= _ROOMY else 0
            blocks = [_block(line, width, gutter) for line in self._lines]
            self._laid_out = (width, Content("\n").join(blocks)[_blank(self._lines) :])
        return self._laid_out[1]


def _blank(lines: Sequence[ScriptLine]) -> int:
    """Return how many characters of nothing the first line begins with."""
    return 1 if lines and lines[0].apart else 0


def _block(line: ScriptLine, width: int, gutter: int) -> Content:
    """Return a line with its label: in `gutter` cells before it, or in front where that is 0."""
    above = Content("\n" if line.apart else "")
    words = Content.styled(line.text, line.text_style)
    if gutter:
        label = Content.styled(pad(line.label, gutter - 1) + " ", line.label_style)
        return above + label + broken(words, width, gutter)
    if not line.label:
        return above + broken(words, width)
    label = Content.styled(cut(line.label, max(1, width - 2)), line.label_style)
    return above + broken(Content.assemble(label, ": ", words), width, 2)
