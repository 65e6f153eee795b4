"""An app with nothing but a negotiation table, for tests of its keys."""

from typing import TYPE_CHECKING

from textual import on
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from salesdojo.content.table import Table
from salesdojo.practice.table.answering import moved
from salesdojo.practice.table.state import TableState, opened
from salesdojo.tui.themes import NIGHT
from salesdojo.tui.widgets.table_pane import TablePane
from salesdojo.tui.widgets.table_sheet import TableSheet

if TYPE_CHECKING:
    from salesdojo.practice.table.moves import Move


class TableApp(App[None]):
    """Plays a table: every move that is made is answered at once."""

    def __init__(self, table: Table, *, language: str = "en", mood: int = 50) -> None:
        super().__init__()
        self.register_theme(NIGHT)
        self.theme = NIGHT.name
        self.language = language
        self.state: TableState = opened(table, mood)
        self.moves: list[Move] = []

    def compose(self) -> ComposeResult:
        yield TablePane(self.language)

    def on_mount(self) -> None:
        self.pane.offer(self.state)
        self.pane.take_focus()

    @property
    def pane(self) -> TablePane:
        return self.query_one(TablePane)

    @property
    def package(self) -> tuple[int, ...]:
        draft = self.query_one(TableSheet).draft
        assert draft is not None
        return draft.package

    @on(TablePane.Made)
    def _answer(self, made: TablePane.Made) -> None:
        self.moves.append(made.move)
        self.state, _ = moved(self.state, made.move)
        self.pane.offer(self.state)


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
