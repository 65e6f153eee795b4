"""A team's table: the name stands still, the other columns pass by; only what is seen is drawn.

Warm (orange) is weak and cool (blue) is strong, a pair that the colour-blind tell apart; every
cell says its figure as well.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, MouseScrollDown, MouseScrollUp, Resize
from textual.message import Message
from textual.widget import Widget

from salesdojo.tui.widths import cut, pad, width_of

if TYPE_CHECKING:
    from salesdojo.review.member_row import MemberRow
    from salesdojo.tui.team_columns import Column

_GAP: Final = 1
_STEPS: Final = (
    (0.35, "on $accent 45%"),
    (0.50, "on $accent 22%"),
    (0.65, ""),
    (0.80, "on $primary 22%"),
)
"""Up to which share (0-1) which ground."""
_STRONGEST: Final = "on $primary 45%"


class HeatMap(Widget, can_focus=True):
    """Rows of people by columns, with one cell chosen."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "HeatMap { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1, 0)", show=False),
        Binding("down,j", "move(1, 0)", show=False),
        Binding("left", "move(0, -1)", show=False),
        Binding("right", "move(0, 1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("home", "move(-100000, 0)", show=False),
        Binding("end", "move(100000, 0)", show=False),
    ]

    class Stood(Message):
        """Another cell was chosen."""

    class Opened(Message):
        """The cell chosen is to be opened."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._rows: Sequence[MemberRow] = ()
        self._columns: Sequence[Column] = ()
        self._row = self._column = self._top = 0
        self._left = 1
        """The first column beside the name."""

    @property
    def row(self) -> "MemberRow | None":
        """The person chosen."""
        return self._rows[self._row] if self._rows else None

    @property
    def column(self) -> "Column | None":
        """The column chosen."""
        return self._columns[self._column] if self._columns else None

    def show(self, rows: "Sequence[MemberRow]", columns: "Sequence[Column]") -> None:
        """Show other rows or columns; the person and the column chosen stay chosen."""
        row, column = self.row, self.column
        self._rows, self._columns = rows, columns
        ids = [one.person.id for one in rows]
        if row is not None and row.person.id in ids:
            self._row = ids.index(row.person.id)
        names = [one.id for one in columns]
        if column is not None and column.id in names:
            self._column = names.index(column.id)
        self.action_move(0, 0)

    def on_resize(self, _: Resize) -> None:
        """Keep the cell chosen in sight."""
        self.action_move(0, 0)

    def action_move(self, down: int, right: int) -> None:
        """Choose another cell, and bring it into sight."""
        self._row = min(max(0, self._row + down), max(0, len(self._rows) - 1))
        self._column = min(max(0, self._column + right), max(0, len(self._columns) - 1))
        high = max(1, self.size.height - self._high)
        self._top = min(max(self._top, self._row - high + 1), self._row)
        self._top = max(0, min(self._top, len(self._rows) - high))
        if self._column:
            self._left = min(self._left, self._column)
            while self._column not in self._seen() and self._left < self._column:
                self._left += 1
        else:
            self._left = 1
        self.refresh()
        self.post_message(self.Stood())

    def action_page(self, pages: int) -> None:
        """Move by a screen of people."""
        self.action_move(pages * max(1, self.size.height - self._high - 1), 0)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Move on."""
        event.stop()
        self.action_move(3, 0)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Move back."""
        event.stop()
        self.action_move(-3, 0)

    def on_click(self, event: Click) -> None:
        """Choose the cell hit; the one chosen already is opened."""
        place = self._top + event.y - self._high
        if event.y < self._high or place >= len(self._rows):
            return
        before = self._row, self._column
        x, self._row = 0, place
        for column in (0, *self._seen()):
            x += self._columns[column].width + _GAP
            if event.x < x:
                self._column = column
                break
        self.action_move(0, 0)
        if before == (self._row, self._column):
            self.post_message(self.Opened())

    def render(self) -> Content:
        """Return the part in sight."""
        if not self._columns:
            return Content("")
        seen = (0, *self._seen())
        head = [self._head(line, seen) for line in range(-self._high, 0)]
        below = range(self._top, min(len(self._rows), self._top + self.size.height - self._high))
        return Content("\n").join([*head, *(self._line(place, seen) for place in below)])

    @property
    def _high(self) -> int:
        """The lines of the head: two where a title needs them."""
        return 1 + any(width_of(one.title) > one.width for one in self._columns)

    def _seen(self) -> range:
        """Return the columns in sight beside the name."""
        room = self.size.width - (self._columns[0].width if self._columns else 0)
        last = self._left
        while last < len(self._columns):
            room -= self._columns[last].width + _GAP
            if room < 0:
                break
            last += 1
        return range(self._left, last)

    def _head(self, line: int, seen: Sequence[int]) -> Content:
        parts: list[Content] = []
        for place in seen:
            column = self._columns[place]
            words = two_lines(column.title, column.width)[line]
            chosen = "bold $accent" if place == self._column else "bold $secondary"
            parts.append(Content.styled(pad(words, column.width), chosen))
        return Content(" " * _GAP).join(parts)

    def _line(self, place: int, seen: Sequence[int]) -> Content:
        row = self._rows[place]
        parts: list[Content] = []
        for number in seen:
            column = self._columns[number]
            words = pad(column.words(row), column.width)
            parts.append(Content.styled(words, self._style(row, place, number)))
        return Content(" " * _GAP).join(parts)

    def _style(self, row: "MemberRow", place: int, number: int) -> str:
        column = self._columns[number]
        if (place, number) == (self._row, self._column):
            return "bold reverse"
        if column.share is not None:
            share = column.share(row)
            return "$quiet" if share is None else _ground(share)
        if place == self._row:
            return "bold"
        return "$accent" if column.id == "help" else ""


def _ground(share: float) -> str:
    return next((style for end, style in _STEPS if share < end), _STRONGEST)


def two_lines(title: str, width: int) -> tuple[str, str]:
    """Return a title in two lines: broken between words, a long word with a hyphen, else cut."""
    if width_of(title) <= width:
        return "", title
    words, first = title.split(" "), ""
    while len(words) > 1 and width_of(f"{first} {words[0]}".strip()) <= width:
        first = f"{first} {words.pop(0)}".strip()
    if first:
        return first, cut(" ".join(words), width)
    hyphen = "-" if title[: width + 1].isascii() else ""
    line = ""
    for sign in title:
        if width_of(line + sign + hyphen) > width:
            break
        line += sign
    return line + hyphen, cut(title[len(line) :], width)
