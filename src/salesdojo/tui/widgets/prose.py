"""Text that wraps by our own rules and never becomes markup; its terms can be clicked."""

from typing import TYPE_CHECKING, ClassVar, Final

from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.style import Style
from textual.widgets import Static

from salesdojo.content.visible import visible
from salesdojo.tui.wrapping import line_spans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdojo.tui.term_marks import Mark

_TERM: Final = "term"
"""The key under which a click finds the term it hit."""


class Prose(Static):
    """One text of a file or of the catalogue, as wide as there is room."""

    DEFAULT_CSS: ClassVar[str] = """
    Prose { width: 1fr; height: auto; text-wrap: nowrap; text-overflow: clip; }
    """

    class TermClicked(Message):
        """An underlined term was clicked."""

        def __init__(self, term: str) -> None:
            """Name the term by its id."""
            super().__init__()
            self.term = term

    def __init__(
        self,
        text: str = "",
        marks: "Sequence[Mark]" = (),
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
        classes: str | None = None,
    ) -> None:
        """Show `text`, its `marks` (places in the text as it is visible) underlined."""
        super().__init__(markup=False, id=id, classes=classes)
        self._text = marked(text, marks)
        self._laid_out: tuple[int, Content] | None = None

    @property
    def text(self) -> str:
        """What is shown, without the breaks of lines."""
        return self._text.plain

    def set_text(self, text: str, marks: "Sequence[Mark]" = ()) -> None:
        """Show another text."""
        self.set_content(marked(text, marks))

    def set_content(self, content: Content) -> None:
        """Show content made by `marked`, or assembled from it."""
        self._text = content
        self._laid_out = None
        self.refresh(layout=True)

    def laid_out(self, width: int) -> Content:
        """Return the text broken into lines of at most `width` cells."""
        return broken(self._text, width)

    def render(self) -> Content:
        """Return the lines for the width there is."""
        return self._lines(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return the number of lines."""
        return self._lines(width).plain.count("\n") + 1 if width else 0

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        """Return the width of the longest line, where the styles ask for it."""
        return max(line.cell_length for line in self._text.split("\n", allow_blank=True))

    def on_click(self, event: Click) -> None:
        """Tell which term was hit."""
        term = event.style.meta.get(_TERM)
        if isinstance(term, str):
            event.stop()
            self.post_message(self.TermClicked(term))

    def _lines(self, width: int) -> Content:
        if self._laid_out is None or self._laid_out[0] != width:
            self._laid_out = (width, self.laid_out(width))
        return self._laid_out[1]


def marked(text: str, marks: "Sequence[Mark]" = ()) -> Content:
    """Return `text` made visible as content, its `marks` underlined and clickable."""
    content = Content(visible(text))
    for mark in marks:
        style = Style(underline=True) + Style.from_meta({_TERM: mark.term})
        content = content.stylize(style, mark.start, mark.end)
    return content


def broken(content: Content, width: int, indent: int = 0) -> Content:
    """Return `content` in lines of at most `width` cells, all but the first moved in."""
    room = max(1, width - indent)
    lines = [content[start:end] for start, end in line_spans(content.plain, room)]
    return Content("\n" + " " * indent).join(lines) if len(lines) > 1 else lines[0]
