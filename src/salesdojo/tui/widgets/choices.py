"""What the trainee may say: numbered, taken by number, by arrows and Enter, or by mouse."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click, MouseMove
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from salesdojo.content.visible import visible
from salesdojo.tui.widgets.prose import broken

_GUTTER: Final = 5
"""Cells before the words: a sign at the one highlighted, and its number."""
NUMBERED: Final = 9
"""Choices that have a key of their own."""


class Choices(VerticalScroll, can_focus=True, inherit_bindings=False):
    """Choices to take one of. Nothing can be taken while it is `waiting`.

    The keys that scroll are left to the screen, for the talk above.
    """

    DEFAULT_CSS: ClassVar[str] = """
    Choices { height: auto; scrollbar-size-vertical: 1; }
    Choices > ChoiceLines { width: 1fr; height: auto; text-wrap: nowrap; text-overflow: clip; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("home", "move_to(0)", show=False),
        Binding("end", "move_to(-1)", show=False),
        Binding("enter", "take", show=False),
        *(
            Binding(str(number), f"take_number({number})", show=False)
            for number in range(1, NUMBERED + 1)
        ),
    ]

    highlighted: reactive[int] = reactive(0, init=False)
    """The place of the choice that Enter takes, from 0."""

    class Taken(Message):
        """A choice was taken."""

        def __init__(self, place: int) -> None:
            """Name it by its place, from 0."""
            super().__init__()
            self.place = place

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        """Offer nothing yet."""
        super().__init__(id=id)
        self.waiting = True
        self._lines = ChoiceLines()

    def compose(self) -> "list[ChoiceLines]":
        """Lay out the lines."""
        return [self._lines]

    def offer(self, texts: Sequence[str | Content]) -> None:
        """Offer other choices; the first is highlighted. Content is shown as it is."""
        self.waiting = not texts
        self._lines.show(texts)
        self.highlighted = 0
        self.scroll_home(animate=False)

    def reword(self, texts: Sequence[str | Content]) -> None:
        """Say the same choices in other words."""
        self._lines.show(texts)
        self._lines.highlight(self.highlighted)
        if self.waiting:
            self._lines.fade()

    def wait(self) -> None:
        """Take nothing until other choices are offered."""
        self.waiting = True
        self._lines.fade()

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._lines.texts)

    def watch_highlighted(self, place: int) -> None:
        """Show which one Enter takes, and bring it into view."""
        self._lines.highlight(place)
        self.scroll_to_region(self._lines.region_of(place), animate=False, force=True)

    def action_move(self, by: int) -> None:
        """Highlight the next or the one before, round the ends."""
        if self.count:
            self.highlighted = (self.highlighted + by) % self.count

    def action_move_to(self, place: int) -> None:
        """Highlight the first or the last."""
        if self.count:
            self.highlighted = place % self.count

    def action_take(self) -> None:
        """Take the one highlighted."""
        self.take(self.highlighted)

    def action_take_number(self, number: int) -> None:
        """Take the one with this number."""
        self.take(number - 1)

    def take(self, place: int) -> None:
        """Take the choice at `place`, if there is one and it is time."""
        if not self.waiting and 0 <= place < self.count:
            self.highlighted = place
            self.post_message(self.Taken(place))

    def on_choice_lines_pointed(self, event: "ChoiceLines.Pointed") -> None:
        """Highlight what the mouse points at, take what it clicks."""
        event.stop()
        if self.waiting:
            return
        if event.clicked:
            self.take(event.place)
        else:
            self.highlighted = event.place


class ChoiceLines(Static):
    """The lines of all choices, as one text: a hundred redraws cost less than one mount."""

    ALLOW_SELECT = False

    class Pointed(Message):
        """The mouse is over a choice."""

        def __init__(self, place: int, *, clicked: bool) -> None:
            """Tell which, and whether it was clicked."""
            super().__init__()
            self.place = place
            self.clicked = clicked

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__(markup=False)
        self.texts: tuple[Content, ...] = ()
        self._place = 0
        self._faded = False
        self._wrapped: tuple[int, tuple[Content, ...]] = (0, ())

    def show(self, texts: Sequence[str | Content]) -> None:
        """Show other choices."""
        self.texts = tuple(
            text if isinstance(text, Content) else Content(visible(text)) for text in texts
        )
        self._wrapped = (0, ())
        self._place = 0
        self._faded = False
        self.refresh(layout=True)

    def fade(self) -> None:
        """Show that none can be taken now. No class for it: styling anew takes 3 ms."""
        self._faded = True
        self.refresh()

    def highlight(self, place: int) -> None:
        """Show the choice at `place` as the one that Enter takes."""
        self._place = place
        self.refresh()

    def region_of(self, place: int) -> Region:
        """Return the lines that the choice at `place` takes up."""
        heights = [_height(block) for block in self._blocks(self.content_size.width)]
        return Region(0, sum(heights[:place]), 1, sum(heights[place : place + 1]))

    def render(self) -> Content:
        """Return every choice, the highlighted one with a sign as well as a ground."""
        width = self.content_size.width
        blocks = self._blocks(width)
        rows = [
            self._row(line, width, place, first=number == 0)
            for place, block in enumerate(blocks)
            for number, line in enumerate(block.split("\n", allow_blank=True))
        ]
        return Content("\n").join(rows)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        """Return the number of lines."""
        return sum(_height(block) for block in self._blocks(width))

    def on_mouse_move(self, event: MouseMove) -> None:
        """Follow the mouse."""
        self._point(event.y, clicked=False)

    def on_click(self, event: Click) -> None:
        """Take what is clicked."""
        self._point(event.y, clicked=True)

    def _row(self, line: Content, width: int, place: int, *, first: bool) -> Content:
        chosen = place == self._place
        number = str(place + 1) if place < NUMBERED else "-"
        sign = f" {'>' if chosen else ' '} {number} " if first else " " * _GUTTER
        row = Content.styled(sign, "" if chosen else "$accent") + line
        row += " " * max(0, width - row.cell_length)
        if self._faded:
            return row.stylize("$quiet bold" if chosen else "$quiet")
        if not chosen:
            return row
        return row.stylize("$block-cursor-foreground on $block-cursor-background bold")

    def _blocks(self, width: int) -> tuple[Content, ...]:
        if self._wrapped[0] != width:
            room = max(1, width - _GUTTER - 1)
            self._wrapped = (width, tuple(broken(text, room) for text in self.texts))
        return self._wrapped[1]

    def _point(self, y: int, *, clicked: bool) -> None:
        below = 0
        for place, block in enumerate(self._blocks(self.content_size.width)):
            below += _height(block)
            if y < below:
                self.post_message(self.Pointed(place, clicked=clicked))
                return


def _height(block: Content) -> int:
    return block.plain.count("\n") + 1
