"""The sheet of a negotiation table: what stands where, and the arrow keys that change the offer."""

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

from salesdojo.practice.table.view import view
from salesdojo.tui.figures.table_lines import table_lines
from salesdojo.tui.figures.table_rows import ROW, STEP, Told

if TYPE_CHECKING:
    from salesdojo.practice.table.state import TableState
    from salesdojo.tui.table_draft import Draft

_FEWEST: Final = 5
"""Lines in which a table can still be played."""
_KEYS: Final = 2
"""Lines of the keys; of the others the talk's turn takes up to three fifths, its state included."""
_AROUND: Final = 7
"""Lines that stand round it in the lowest terminal: gauges, talk, state and keys."""


class TableSheet(Static, can_focus=True):
    """Shows a negotiation as it stands, with an offer in the making."""

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = """
    TableSheet { width: 1fr; height: auto; padding: 0 1; text-wrap: nowrap; text-overflow: clip; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
        Binding("home", "step(-1000)", show=False),
        Binding("end", "step(1000)", show=False),
    ]

    class Changed(Message):
        """The arrow keys changed the offer, or went to another issue."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__(markup=False)
        self._told: Told | None = None
        self._notice: str | None = None
        self._made: tuple[tuple[int, int], list[Content]] | None = None

    @property
    def draft(self) -> "Draft | None":
        """The offer in the making."""
        return None if self._told is None else self._told.draft

    def show(
        self, state: "TableState", draft: "Draft", language: str, notice: str | None = None
    ) -> None:
        """Show a negotiation, an offer in the making, and what there is to say of the last key."""
        self._told = Told(state, view(state), draft, language)
        self._notice = notice
        self._draw()

    def render(self) -> Content:
        """Return the lines for the room there is."""
        return Content("\n").join(self._lines(self.content_size.width))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        """Return the number of lines."""
        return len(self._lines(width)) if width else 0

    def action_move(self, by: int) -> None:
        """Go to the next issue or the one before."""
        if self._told is not None:
            self._change(self._told, self._told.draft.moved(by))

    def action_step(self, by: int) -> None:
        """Change the option of the issue gone to."""
        if self._told is not None:
            self._change(self._told, self._told.draft.stepped(self._told.seen, by))

    def on_click(self, event: Click) -> None:
        """Go to the issue that was hit; an arrow changes its option."""
        told, row = self._told, event.style.meta.get(ROW)
        if told is None or not isinstance(row, int):
            return
        event.stop()
        draft, step = told.draft.at(row), event.style.meta.get(STEP)
        self._change(told, draft if step is None else draft.stepped(told.seen, step[1]))

    def _change(self, told: Told, draft: "Draft") -> None:
        # Here and now: the next key comes before any message is heard.
        self._told = replace(told, draft=draft)
        self._notice = None
        self._draw()
        self.post_message(self.Changed())

    def _draw(self) -> None:
        self._made = None
        self.refresh(layout=True)

    def _lines(self, width: int) -> list[Content]:
        if self._told is None:
            return []
        room = width, lines_for(self.app.size.height)
        if self._made is None or self._made[0] != room:
            self._made = room, table_lines(self._told, self._notice, *room)
        return self._made[1]


def lines_for(height: int) -> int:
    """Return the lines that a table may take of a terminal's: the talk above wants some too."""
    return max(_FEWEST, min((height - _KEYS) * 3 // 5 - 1, height - _AROUND))
