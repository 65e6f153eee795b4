"""The line between a rehearsal and its choices: how often the file was read, and where we are."""

from typing import ClassVar

from textual.content import Content
from textual.widgets import Static

from salesdojo.tui.widths import cut, width_of


class PreviewStatus(Static):
    """One line. The mark ``reloaded N`` is the same in both languages, for whoever reads it."""

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = """
    PreviewStatus {
        width: 100%;
        height: 1;
        padding: 0 1;
        background: $panel;
        text-wrap: nowrap;
        text-overflow: clip;
    }
    """

    def __init__(self) -> None:
        """Say nothing yet."""
        super().__init__(markup=False)
        self._reloads = 0
        self._figures = ""
        self._place = ""
        self._old = ""

    def show(self, reloads: int, figures: str, place: str) -> None:
        """Show how often the file was read again, the figures, and where the talk stands."""
        self._reloads, self._figures, self._place = reloads, figures, place
        self.refresh()

    def mark_old(self, words: str) -> None:
        """Say that what is played is not what the file holds; with no words it is."""
        self._old = words
        self.refresh()

    def render(self) -> Content:
        """Return mark and figures on the left, the place on the right."""
        width = self.content_size.width
        mark = f"reloaded {self._reloads}" if self._reloads else ""
        left = Content.styled(mark, "$success bold")
        if self._old:
            left += Content.assemble("  " if mark else "", (self._old, "$error bold"))
        elif self._figures:
            left += Content.assemble("  " if mark else "", (self._figures, "$accent bold"))
        place = cut(self._place, max(0, width - left.cell_length - 2))
        gap = width - left.cell_length - width_of(place)
        return Content.assemble(left, " " * max(1, gap), (place, "bold"))
