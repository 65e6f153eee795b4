"""The pipeline as a map: rows of stages, columns of levels, and a cell to stand on."""

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.style import Style
from textual.widgets import Static

from salesdojo.i18n import message
from salesdojo.records.history.pipeline_map import LEVELS
from salesdojo.tui.widths import pad

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdojo.records.history.pipeline_map import Cell, Row

_ROOMY: Final = 64
"""Cells of a line from which a cell tells the best quality too."""
_NAME: Final = 16
_SHORT_NAME: Final = 10
_WIDEST: Final = 14
_NONE: Final = "."
_PLACE: Final = "map_cell"
"""The key under which a click finds the cell it hit."""


class StageMap(Static, can_focus=True):
    """Cells with how many are passed of how many, and the best quality."""

    DEFAULT_CSS: ClassVar[str] = """
    StageMap { height: auto; text-wrap: nowrap; text-overflow: clip; }
    """
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1, 0)", show=False),
        Binding("down", "move(1, 0)", show=False),
        Binding("left", "move(0, -1)", show=False),
        Binding("right", "move(0, 1)", show=False),
        Binding("home", "move_to_end(False)", show=False),
        Binding("end", "move_to_end(True)", show=False),
        Binding("enter", "open", show=False),
    ]

    class Stood(Message):
        """Another cell is stood on."""

    class Opened(Message):
        """The cell stood on is to be opened."""

        def __init__(self, cell: "Cell") -> None:
            """Carry it."""
            super().__init__()
            self.cell = cell

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__(markup=False, classes="body")
        self._rows: tuple[Row, ...] = ()
        self._language = "en"
        self._stage = self._level = 0

    @property
    def cell(self) -> "Cell | None":
        """The cell stood on."""
        return self._rows[self._stage][self._level] if self._rows else None

    def show(self, rows: "Sequence[Row]", language: str) -> None:
        """Show other rows; the first cell with something in it is stood on at first."""
        first = not self._rows
        self._rows, self._language = tuple(rows), language
        if first:
            self._stand_on_something()
        self.refresh(layout=True)

    def action_move(self, stages: int, levels: int) -> None:
        """Stand on a cell beside, as far as there is one."""
        self._stand(self._stage + stages, self._level + levels)

    def action_move_to_end(self, end: bool) -> None:
        """Stand on the last stage, or on the first."""
        self._stand(len(self._rows) if end else 0, self._level)

    def action_open(self) -> None:
        """Ask for the scenarios of the cell."""
        if self.cell is not None:
            self.post_message(self.Opened(self.cell))

    def on_click(self, event: Click) -> None:
        """Stand on the cell that was hit; hit again, it opens."""
        place = event.style.meta.get(_PLACE)
        if not isinstance(place, tuple):
            return
        event.stop()
        if place == (self._stage, self._level):
            self.action_open()
        else:
            self._stand(*place)

    def render(self) -> Content:
        """Return the map for the width there is."""
        return Content("\n").join(self._lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return the number of lines."""
        return len(self._rows) + 1

    def _lines(self, width: int) -> list[Content]:
        if not self._rows:
            return []
        roomy = width >= _ROOMY
        name = _NAME if roomy else _SHORT_NAME
        wide = max(1, min(_WIDEST, (width - name) // len(LEVELS)))
        key = "map_level" if roomy else "map_level_short"
        heads = (pad(" " + self._say(key, level=level), wide) for level in LEVELS)
        head = pad(self._say("map_stage"), name) + "".join(heads)
        lines = [Content.styled(head, "$secondary bold")]
        for stage, row in enumerate(self._rows):
            words = message(f"tui.home_stage_{row[0].stage}", self._language)
            cells = [
                self._cell(cell, wide, (stage, level), roomy=roomy)
                for level, cell in enumerate(row)
            ]
            lines.append(Content.assemble(pad(words, name), *cells))
        return lines

    def _cell(self, cell: "Cell", wide: int, place: tuple[int, int], *, roomy: bool) -> Content:
        here = place == (self._stage, self._level)
        text = _figures(cell, roomy=roomy)
        text = f"[{text}]" if here else f" {text} "
        style = "$quiet"
        if cell.complete:
            style = "$success bold"
        elif cell.best is not None:
            style = "$primary bold"
        if here:
            style = "$block-cursor-foreground bold on $block-cursor-background"
        shown = pad(text, wide)
        filled = len(shown.rstrip())
        content = Content.assemble((shown[:filled], style), shown[filled:])
        return content.stylize(Style.from_meta({_PLACE: place}))

    def _stand(self, stage: int, level: int) -> None:
        if not self._rows:
            return
        self._stage = min(max(stage, 0), len(self._rows) - 1)
        self._level = min(max(level, 0), len(LEVELS) - 1)
        self.refresh()
        self.post_message(self.Stood())

    def _stand_on_something(self) -> None:
        places = (
            (stage, level)
            for stage, row in enumerate(self._rows)
            for level, cell in enumerate(row)
            if cell.entries
        )
        self._stage, self._level = next(places, (0, 0))

    def _say(self, name: str, **values: int) -> str:
        return message(f"overview.{name}", self._language, **values)


def _figures(cell: "Cell", *, roomy: bool) -> str:
    """Return how many are passed of how many, the best quality, and ``*`` where all are passed."""
    if not cell.entries:
        return _NONE
    told = f"{cell.passed}/{len(cell.entries)}"
    if roomy and cell.best is not None:
        told += f" {int(cell.best)}"
    return told + ("*" if cell.complete else "")
