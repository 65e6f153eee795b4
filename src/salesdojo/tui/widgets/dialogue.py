"""The talk as it was said: who speaks stands before each line, so that colour is not needed."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import ClassVar, Final

from textual.containers import VerticalScroll
from textual.message import Message

from salesdojo.tui.page_turning import turn_pages
from salesdojo.tui.term_marks import Mark
from salesdojo.tui.widgets.labelled import Labelled


class Role(StrEnum):
    """Who speaks."""

    CUSTOMER = "customer"
    TRAINEE = "trainee"
    COACH = "coach"
    DIRECTION = "direction"
    """Nobody: a stage direction."""


_TOGETHER: Final = 0.03
"""Seconds that a line waits for the next: laid out together, both come sooner."""
_LABEL_STYLES: Final = {
    Role.CUSTOMER: "$accent bold",
    Role.TRAINEE: "$primary bold",
    Role.COACH: "$secondary",
    Role.DIRECTION: "",
}


class Utterance(Labelled):
    """One line of the talk."""

    DEFAULT_CSS: ClassVar[str] = """
    Utterance.-coach, Utterance.-direction { color: $quiet; }
    Utterance.-trainee { margin-top: 1; }
    """

    def __init__(  # noqa: PLR0913 - who says what, and how it is laid out
        self,
        role: Role,
        label: str,
        text: str,
        marks: Sequence[Mark] = (),
        *,
        gutter: int,
        more: str = "",
    ) -> None:
        """Let `role`, called `label`, say `text`; a stage direction has no label.

        Args:
            role: who speaks.
            label: their name.
            text: their words.
            marks: the terms in it.
            gutter: cells in which names stand, the same for every line of a talk.
            more: an extra class.
        """
        super().__init__(
            label,
            text,
            marks,
            style=_LABEL_STYLES[role],
            gutter=gutter,
            classes=f"-{role} {more}".strip(),
        )


class Dialogue(VerticalScroll, can_focus=False):
    """The lines so far; it scrolls to what is new."""

    DEFAULT_CSS: ClassVar[str] = """
    Dialogue { height: 1fr; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    Dialogue.-no-coach .-coach { display: none; }
    Dialogue.-no-coach .-hint { display: block; }
    """

    class Scrolled(Message):
        """Other lines can be seen."""

        def __init__(self, *, at_end: bool) -> None:
            """Tell whether the last one is among them."""
            super().__init__()
            self.at_end = at_end

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._held: list[Utterance] = []
        self._newest: Utterance | None = None
        """The first of the lines said last; None once they were scrolled, or told anew."""

    def say(self, utterances: Iterable[Utterance] = ()) -> None:
        """Add lines below, and scroll to the first of them, or to the end if all fit."""
        new, self._held = [*self._held, *utterances], []
        if new:
            self._newest = new[0]
            self.mount_all(new)
            self.call_after_refresh(self._show_newest)

    def say_soon(self, utterances: Iterable[Utterance]) -> None:
        """Add lines together with those said next, unless these are long in coming."""
        self._held = [*self._held, *utterances]
        self.set_timer(_TOGETHER, self.say)

    async def retell(self, utterances: Iterable[Utterance]) -> None:
        """Put these lines in the place of all there are, and scroll to the end."""
        self._held, self._newest = [], None
        await self.remove_children()
        await self.mount_all(list(utterances))
        self.call_after_refresh(self._show_newest)

    def turn_pages(self, pages: int) -> None:
        """Scroll by pages; one line of the page before stays."""
        self._newest = None
        turn_pages(self, pages)

    def on_mouse_scroll_down(self) -> None:
        """Let a change of size lead to the end from now on."""
        self._newest = None

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell what can be seen."""
        super().watch_scroll_y(old_value, new_value)
        self._tell_scrolled()

    def watch_virtual_size(self) -> None:
        """Tell what can be seen, once it is laid out."""
        self.call_after_refresh(self._tell_scrolled)

    def on_resize(self) -> None:
        """Show what was said last, or its end once it was read: the choices below answer it."""
        self.call_after_refresh(self._show_newest)
        self.call_after_refresh(self._tell_scrolled)

    def _tell_scrolled(self) -> None:
        self.post_message(self.Scrolled(at_end=self.scroll_y >= self.max_scroll_y))

    def _show_newest(self) -> None:
        newest = self._newest
        if newest is None or newest.parent is not self:
            self.scroll_end(animate=False)
            return
        self.scroll_to(y=min(newest.virtual_region.y, self.max_scroll_y), animate=False)
