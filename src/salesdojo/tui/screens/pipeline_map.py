"""The map of the pipeline: stage by level; a cell opens its scenarios."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.content import Content
from textual.widget import Widget

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.records.history.pipeline_map import pipeline_map
from salesdojo.tui.screens.cell import CellScreen
from salesdojo.tui.screens.figures import FiguresScreen
from salesdojo.tui.widgets.figure_lines import FigureLines
from salesdojo.tui.widgets.key_bar import Key
from salesdojo.tui.widgets.stage_map import StageMap
from salesdojo.tui.widths import cut

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdojo.content.catalogue import Entry
    from salesdojo.records.history.pipeline_map import Cell
    from salesdojo.records.model import Standing
    from salesdojo.records.store import Store

_TITLES: Final = 5
"""Scenarios of a cell that are named below the map."""


class MapScreen(FiguresScreen["Mapping[str, Standing]"]):
    """What there is in each stage and level, and how far somebody is."""

    OWN_KEYS: ClassVar[tuple[Key, ...]] = (Key("Enter", "overview.key_open", "screen.open"),)

    def body(self) -> Sequence[Widget]:
        """Return the map and what stands in the cell."""
        return StageMap(), FigureLines(id="map-cell")

    def look(self, store: "Store") -> "Mapping[str, Standing]":
        """Ask how the person stands."""
        return store.standings(self.person())

    def title_words(self, language: str) -> str:
        """Return the title."""
        return message("overview.map_title", language)

    def note(self, told: "Mapping[str, Standing]") -> str:  # noqa: ARG002 - the same for all
        """Return what the figures of a cell mean."""
        return "overview.map_note"

    def show(self, told: "Mapping[str, Standing]", language: str) -> None:
        """Show the map."""
        self.query_one(StageMap).show(pipeline_map(self.dojo.library.entries, told), language)
        self._say_cell()

    def action_open(self) -> None:
        """Open the cell stood on."""
        self.query_one(StageMap).action_open()

    @on(StageMap.Stood)
    def _say_cell(self) -> None:
        cell = self.query_one(StageMap).cell
        language, standings = self.dojo.language, self.told or {}
        if cell is not None:
            lines = cell_lines(cell, standings, language)
            self.query_one("#map-cell", FigureLines).show(
                lambda width: [Content(cut(line, width)) for line in lines]
            )

    @on(StageMap.Opened)
    def _open_cell(self, event: StageMap.Opened) -> None:
        if event.cell.entries:
            self.app.push_screen(CellScreen(event.cell.stage, event.cell.level))


def cell_lines(cell: "Cell", standings: "Mapping[str, Standing]", language: str) -> list[str]:
    """Return the name of a cell, then its first scenarios with how somebody stands in each."""
    stage = message(f"tui.home_stage_{cell.stage}", language)
    name = "map_cell" if cell.entries else "map_cell_empty"
    lines = [message(f"overview.{name}", language, stage=stage, level=cell.level)]
    lines += [_scenario(entry, standings, language) for entry in cell.entries[:_TITLES]]
    if len(cell.entries) > _TITLES:
        more = message("overview.map_more", language, count=len(cell.entries) - _TITLES)
        lines.append(f"  {more}")
    return lines


def _scenario(entry: "Entry", standings: "Mapping[str, Standing]", language: str) -> str:
    standing = standings.get(entry.id)
    if standing is None or standing.best is None:
        figure = message("overview.map_not_begun", language)
    else:
        name = "map_passed" if standing.passed else "map_best"
        figure = message(f"overview.{name}", language, best=int(standing.best))
    title = visible(entry.title.spoken(language))
    return "  " + message("overview.map_scenario", language, title=title, figure=figure)
