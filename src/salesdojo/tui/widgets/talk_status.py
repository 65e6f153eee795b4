"""The line between talk and choices: what is kept, what to do now, and the time left."""

from math import ceil
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import Static

from salesdojo.i18n import message
from salesdojo.tui.widths import cut, width_of

if TYPE_CHECKING:
    from salesdojo.content.model import Outcome

_HURRY = 5
"""Seconds left from which the countdown warns."""


class TalkStatus(Static):
    """One line. The marks ``saved N`` and ``resumed N`` are a contract (CLI.md)."""

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = """
    TalkStatus {
        width: 100%;
        height: 1;
        padding: 0 1;
        background: $panel;
        color: $foreground;
        text-wrap: nowrap;
        text-overflow: clip;
    }
    """

    def __init__(self, language: str) -> None:
        """Speak `language`."""
        super().__init__(markup=False)
        self._language = language
        self._mark = ""
        self._note = "tui.talk_your_turn"
        self._outcome: Outcome | None = None
        self._seconds: int | None = None
        self._more = False

    def retranslate(self, language: str) -> None:
        """Say it in `language`."""
        self._language = language
        self.refresh()

    def saved(self, count: int) -> None:
        """Show that `count` decisions are durable."""
        self._mark = f"saved {count}"
        self.refresh()

    def resumed(self, count: int) -> None:
        """Show that the talk was taken up with `count` stored decisions."""
        self._mark = f"resumed {count}"
        self.refresh()

    def say(self, note: str) -> None:
        """Say the message `note`, of the room ``tui`` or with its own, until another."""
        self._note = note if "." in note else f"tui.{note}"
        self.refresh()

    def end(self, outcome: "Outcome | None") -> None:
        """Show how the talk ended, or that it goes on."""
        self._outcome = outcome
        self.refresh()

    def count_down(self, left: float | None) -> None:
        """Show the seconds left, where time is limited."""
        seconds = None if left is None else ceil(left)
        if seconds != self._seconds:
            self._seconds = seconds
            self.refresh()

    def more_below(self, more: bool) -> None:
        """Show whether the talk goes on below what can be seen."""
        if more != self._more:
            self._more = more
            self.refresh()

    def render(self) -> Content:
        """Return mark and note on the left, time or outcome on the right."""
        width = self.content_size.width
        right = self._right()
        room = width - width_of(self._mark) - right.cell_length - 4
        note = cut(message(self._note, self._language), max(0, room))
        mark = Content.styled(self._mark, "$success bold") + ("  " if self._mark else "")
        gap = width - mark.cell_length - width_of(note) - right.cell_length
        return mark + note + " " * max(1, gap) + right

    def _right(self) -> Content:
        parts: list[Content] = []
        if self._more:
            more = message("tui.talk_more_below", self._language)
            parts.append(Content.styled(more, "$accent"))
        if self._outcome is not None:
            words = message(f"tui.debrief_outcome_{self._outcome}", self._language)
            parts.append(Content.styled(words, "$accent bold"))
        elif self._seconds is not None:
            words = message("tui.talk_seconds_left", self._language, seconds=self._seconds)
            hurry = self._seconds <= _HURRY
            parts.append(Content.styled(words, "$error bold" if hurry else "$accent bold"))
        return Content("  ").join(parts)
