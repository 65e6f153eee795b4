"""The session suggested to a team: each part of it opens as its briefing."""

from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from salesdojo.i18n import message
from salesdojo.tui.screens.listing import ListingScreen
from salesdojo.tui.team_pages import session_page
from salesdojo.tui.usual_keys import BACK, GLOSSARY, LANGUAGE
from salesdojo.tui.widgets.evidence_lines import in_columns
from salesdojo.tui.widgets.figure_rows import FigureRows
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.scenario_list import NARROW
from salesdojo.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from salesdojo.review.team_table import TeamTable
    from salesdojo.tui.evidence_pages import EvidencePage
    from salesdojo.tui.widgets.figure_rows import Row

_KEYS: Final = (
    Key("Enter", "team.key_briefing", "screen.open"),
    BACK,
    LANGUAGE,
    GLOSSARY,
)
_FEW: Final = (1, 3)
"""The columns that a narrow screen has room for: title and minutes."""


class TeamSessionScreen(ListingScreen[None]):
    """Why these, and a row for each scenario and drill."""

    CSS_PATH = "team.tcss"
    AUTO_FOCUS = "#session-rows"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,left", "back", show=False)]

    def __init__(self, table: "TeamTable") -> None:
        """Show what is suggested to the team of `table`."""
        super().__init__()
        self._table = table

    def compose(self) -> ComposeResult:
        """Lay out title, reasons, rows and keys."""
        yield TitleLine()
        yield Prose("", id="session-words")
        yield FigureRows(id="session-rows")
        yield KeyBar(_KEYS, self.dojo.language)

    def action_open(self) -> None:
        """Show the briefing of the row highlighted."""
        chosen = self.query_one(FigureRows).chosen
        if chosen is not None:
            self.dojo.open_briefing(chosen)

    def say(self) -> None:
        """Say everything in the app's language."""
        language = self.dojo.language
        page = session_page(self._table, language)
        self.query_one(TitleLine).show(page.title, message("progress.evidence", language))
        self.query_one("#session-words", Prose).set_text("\n".join(page.paragraphs))
        self.query_one(FigureRows).show(lambda width: self._rows(page, width))

    def _rows(self, page: "EvidencePage", width: int) -> "Iterator[Row]":
        shown = range(len(page.widths)) if width >= NARROW else _FEW

        def row(cells: "Sequence[str]") -> str:
            return in_columns(
                [cells[one] for one in shown], [page.widths[one] for one in shown], width
            )

        items = self._table.session.items
        if items:
            yield None, Content.styled(row(page.head), "$secondary bold")
        for place, one in enumerate(items):
            yield one.entry.id, Content(row(page.line(place)))
