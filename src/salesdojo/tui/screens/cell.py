"""The scenarios of one stage and level, each with its figures; one can be practised."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual.content import Content
from textual.widget import Widget

from salesdojo.i18n import message
from salesdojo.records.model import Standing
from salesdojo.tui.opening import practise
from salesdojo.tui.screens.figures import FiguresScreen
from salesdojo.tui.screens.listing import ListingScreen
from salesdojo.tui.widgets.figure_rows import FigureRows, Row
from salesdojo.tui.widgets.key_bar import Key
from salesdojo.tui.widgets.progress_rows import scenario_heading, scenario_row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdojo.content.catalogue import Stage
    from salesdojo.records.store import Store

_UNTOUCHED: Final = Standing(None, None, None, 0, passed=False, unfinished=False)


class CellScreen(FiguresScreen["Mapping[str, Standing]"], ListingScreen[None]):
    """One cell of the map."""

    OWN_KEYS: ClassVar[tuple[Key, ...]] = (Key("Enter", "progress.key_practise", "screen.open"),)

    def __init__(self, stage: "Stage", level: int) -> None:
        """Show the scenarios of `stage` and `level`."""
        super().__init__()
        self._stage = stage
        self._level = level

    def body(self) -> Sequence[Widget]:
        """Return the list."""
        return (FigureRows(id="cell"),)

    def look(self, store: "Store") -> "Mapping[str, Standing]":
        """Ask how the person stands."""
        return store.standings(self.person())

    def title_words(self, language: str) -> str:
        """Return which cell it is."""
        stage = message(f"tui.home_stage_{self._stage}", language)
        return message("overview.map_cell", language, stage=stage, level=self._level)

    def note(self, told: "Mapping[str, Standing]") -> str:  # noqa: ARG002 - the same for all
        """Return what can be done."""
        return "overview.cell_note"

    def show(self, told: "Mapping[str, Standing]", language: str) -> None:
        """Fill the list."""
        entries = [
            entry
            for entry in self.dojo.library.entries
            if (entry.kind, entry.stage, entry.level) == ("scenario", self._stage, self._level)
        ]
        name = message("tui.home_column_scenario", language)

        def rows(width: int) -> Iterator[Row]:
            yield None, Content.styled(scenario_heading(name, width, language), "$secondary bold")
            for entry in entries:
                standing = told.get(entry.id, _UNTOUCHED)
                yield entry.id, scenario_row(entry, standing, width, language)

        self.query_one(FigureRows).show(rows)

    def action_open(self) -> None:
        """Open the briefing of the row highlighted."""
        practise(self.dojo, self.query_one(FigureRows).chosen)
