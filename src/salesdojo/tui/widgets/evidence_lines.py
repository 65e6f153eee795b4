"""Sentences, then lines in columns, as many as there are: only those in sight are made."""

from typing import TYPE_CHECKING, ClassVar, Final

from rich.segment import Segment
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from salesdojo.content.visible import visible
from salesdojo.tui.widths import pad, pad_left
from salesdojo.tui.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual.events import Resize

    from salesdojo.tui.evidence_pages import EvidencePage

_GAP: Final = "  "


def in_columns(cells: "Sequence[str]", widths: "Sequence[int]", room: int) -> str:
    """Return `cells` as one line of `room` cells, in columns of `widths` (`EvidencePage`)."""
    left = max(0, room - sum(map(abs, widths)) - len(_GAP) * (len(widths) - 1))
    parts = (
        pad_left(cell, -width) if width < 0 else pad(cell, width or left)
        for cell, width in zip(cells, widths, strict=True)
    )
    return pad(_GAP.join(parts), room)


class EvidenceLines(ScrollView):
    """A page: its sentences, then its lines under the names of their columns."""

    DEFAULT_CSS: ClassVar[str] = """
    EvidenceLines { height: 1fr; scrollbar-size-vertical: 1; background: $background; }
    EvidenceLines > .evidence-lines--words { color: $quiet; }
    EvidenceLines > .evidence-lines--head { color: $secondary; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"evidence-lines--words", "evidence-lines--head"}

    def __init__(self, page: "EvidencePage") -> None:
        """Show `page`."""
        super().__init__(id="evidence-lines")
        self.can_focus = False
        self._page = page
        self._words: list[str] = []

    def show(self, page: "EvidencePage") -> None:
        """Show another page, from the same place."""
        self._page = page
        self._lay_out()

    def on_mount(self) -> None:
        """Take as many lines as there are."""
        self._lay_out()

    def on_resize(self, _: "Resize") -> None:
        """Lay the page out in the new width."""
        self._lay_out()

    def render_line(self, y: int) -> Strip:
        """Return one line of those in sight."""
        width = self.scrollable_content_region.width
        text, style = self._line(self.scroll_offset.y + y, width)
        return Strip([Segment(pad(text, width), style)], width)

    def _line(self, place: int, width: int) -> "tuple[str, Style]":
        if place < len(self._words):
            return self._words[place], self.get_component_rich_style("evidence-lines--words")
        place -= len(self._words) + 1
        if place < 0:
            head = in_columns(self._page.head, self._page.widths, width)
            return head, self.get_component_rich_style("evidence-lines--head")
        if place >= self._page.count:
            return "", self.rich_style
        return in_columns(self._page.line(place), self._page.widths, width), self.rich_style

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        self._words = []
        for paragraph in self._page.paragraphs:
            self._words += wrap(visible(paragraph), max(1, width))
        self._words.append("")
        self.virtual_size = Size(width, len(self._words) + 1 + self._page.count)
        self.refresh()
