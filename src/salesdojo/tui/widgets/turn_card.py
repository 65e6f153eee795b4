"""A part of a debrief that stands for a decision: it can be chosen, to retry from there."""

from typing import ClassVar

from textual.containers import Vertical
from textual.content import Content

from salesdojo.tui.widgets.prose import Prose, broken


class _Head(Prose):
    """A line that goes on below itself, moved in."""

    def laid_out(self, width: int) -> Content:
        """Return the lines for a width."""
        return broken(self._text, width, 2)


class TurnCard(Vertical, can_focus=True):
    """A head, and what there is to say below it; also without colour it shows if it is chosen."""

    DEFAULT_CSS: ClassVar[str] = """
    TurnCard { height: auto; margin-bottom: 1; }
    TurnCard:focus { background: $block-cursor-blurred-background; }
    TurnCard .head { text-style: bold; }
    TurnCard .why { color: $quiet; }
    """

    def __init__(self, turn: int, choice: str) -> None:
        """Stand for the decision `turn` (from 1), in which `choice` was taken."""
        super().__init__()
        self.turn = turn
        self.choice = choice

    def head(self) -> Content:
        """Return the first line, without the sign of being chosen."""
        raise NotImplementedError

    def head_line(self) -> Prose:
        """Return the head as a line of its own."""
        line = _Head(classes="head")
        line.set_content(self._signed_head())
        return line

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show whether it is chosen."""
        super().watch_has_focus(has_focus)
        if self.is_mounted:
            self.query_one(".head", Prose).set_content(self._signed_head())
        if has_focus:
            self.scroll_visible(top=True, animate=False)

    def _signed_head(self) -> Content:
        return Content("> " if self.has_focus else "  ") + self.head()
