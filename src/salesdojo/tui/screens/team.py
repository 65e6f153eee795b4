"""A team: who needs help, with what, and what to practise; each figure leads to its attempts."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from salesdojo.i18n import message
from salesdojo.review import team_saying as say
from salesdojo.tui.screens.asking import Answers
from salesdojo.tui.screens.looking import LookingScreen
from salesdojo.tui.team_columns import HELP, Column, cell_words, columns
from salesdojo.tui.team_evidence import evidence_of
from salesdojo.tui.team_listing import TeamListing
from salesdojo.tui.team_pages import funnel_page, suggestion, why_page
from salesdojo.tui.usual_keys import BACK, LANGUAGE
from salesdojo.tui.widgets.heat_map import HeatMap
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from salesdojo.records.people.people import Team
    from salesdojo.review.team_table import TeamTable
    from salesdojo.tui.evidence_pages import EvidencePage

_KEYS: Final = (
    Key("Enter", "team.key_open", "screen.open"),
    Key("N", "team.key_help", "screen.help_only"),
    Key("W", "team.key_why", "screen.why"),
    Key("T", "team.key_session", "screen.session"),
    Key("S", "team.key_sort", "screen.sort"),
    Key("/", "team.key_filter", "screen.find"),
    Key("H", "team.key_history", "screen.history"),
    Key("F", "team.key_funnel", "screen.funnel"),
    BACK,
    LANGUAGE,
)
_NARROWEST: Final = 12
_WIDEST: Final = 24
"""Cells of the names' column."""


class TeamScreen(LookingScreen):
    """A table of people by criteria, the team above it, the cell chosen told below it."""

    CSS_PATH = "team.tcss"
    AUTO_FOCUS = "HeatMap"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", show=False),
        Binding("n", "help_only", show=False),
        Binding("w", "why", show=False),
        Binding("t", "session", show=False),
        Binding("s", "sort", show=False),
        Binding("slash", "find", show=False),
        Binding("h", "history", show=False),
        Binding("f", "funnel", show=False),
        Binding("escape,q", "back", show=False),
    ]

    def __init__(self, team: str | None) -> None:
        """Show `team`; None shows the only one, or asks which."""
        super().__init__()
        self._team = team
        self._asked = False
        """Whether the team was chosen from a list, to which the way back leads."""
        self._table: TeamTable | None = None
        self._anew: tuple[int, int] | None = None
        """How many of how many people were told anew so far."""
        self._listing = TeamListing()
        self._columns: tuple[Column, ...] = ()

    @property
    def _map(self) -> HeatMap:
        return self.query_one(HeatMap)

    def compose(self) -> ComposeResult:
        """Lay out title, team, table, the cell chosen and keys."""
        yield TitleLine()
        yield Prose("", id="team-summary")
        yield Prose("", id="team-weakest")
        yield Input(id="team-find", select_on_focus=False)
        yield HeatMap()
        yield Prose("", id="team-note")
        yield Prose("", id="team-detail")
        yield KeyBar(_KEYS, self.dojo.language, lines=2)

    def answers(self) -> Answers:
        """Ask for the team, and everyone in it."""
        from salesdojo.review.team_reading import read_team, teams_to_choose

        store, dojo = self.dojo.memory.store(), self.dojo
        team, several = teams_to_choose(store, self._team)
        if team is None:
            self._asked = False
            yield partial(self._ask_which, several)
            return

        def step(place: int, many: int) -> None:
            self.call_later(self._show_step, place, many)

        yield partial(self._show, read_team(store, team, dojo.library, dojo.clock(), step))

    def action_back(self) -> None:
        """Show everyone again where only some are; else go back, or end where it began."""
        if self._listing.wanted or self.has_class("-finding"):
            self._find("")
        elif self._asked:
            self._team = self._table = None
            self.look_up()
        elif self.app.screen_stack[0] is self:
            self.app.exit()
        else:
            self.dismiss(None)

    def action_help_only(self) -> None:
        """Show only who needs help, or everyone."""
        self._listing.help_only = not self._listing.help_only
        self._fill()

    def action_sort(self) -> None:
        """Sort by the column chosen; once more, the other way round."""
        if (column := self._map.column) is not None:
            self._listing.sort_by(column)
            self._fill()

    def action_find(self) -> None:
        """Ask for a part of a name."""
        self.add_class("-finding")
        self.query_one(Input).focus()

    def action_why(self) -> None:
        """Show why the person chosen needs help."""
        row, table = self._map.row, self._table
        if row is not None and table is not None:
            self._show_page(partial(why_page, table, row))

    def action_session(self) -> None:
        """Show what to practise together."""
        from salesdojo.tui.screens.team_session import TeamSessionScreen

        if self._table is not None:
            self.app.push_screen(TeamSessionScreen(self._table))

    def action_funnel(self) -> None:
        """Show the team's pipeline."""
        if self._table is not None:
            self._show_page(partial(funnel_page, self._table))

    def action_history(self) -> None:
        """Show the attempts of the person chosen."""
        from salesdojo.tui.screens.history import show_history

        row = self._map.row
        if row is not None:
            show_history(self.dojo, of=row.person)

    @on(HeatMap.Opened)
    def action_open(self) -> None:
        """Show what the cell chosen rests on: of a criterion its attempts, else the person."""
        row, column = self._map.row, self._map.column
        if row is None or column is None:
            return
        if row.fault is not None:
            self.dojo.tell(row.fault)
        elif column.id == HELP:
            self.action_why()
        elif column.skill and column.id in row.cells:
            self.ask(evidence_of(self, row, column.id))
        else:
            from salesdojo.tui.screens.progress import ProgressScreen

            self.app.push_screen(ProgressScreen(row.person))

    def _show_page(self, page_in: "Callable[[str], EvidencePage]") -> None:
        from salesdojo.tui.screens.evidence import EvidenceScreen

        self.app.push_screen(EvidenceScreen(page_in, None))

    def _ask_which(self, teams: "Sequence[Team]") -> None:
        from salesdojo.tui.screens.teams import TeamsScreen

        if self.is_current:
            self.app.push_screen(TeamsScreen(teams), self._choose)

    def _choose(self, team: str | None) -> None:
        if team is None:
            self.call_later(self.action_back)
        else:
            self._team, self._asked = team, True

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        self._listing.wanted = event.value.strip()
        self._fill()

    @on(Input.Submitted)
    def _found(self, event: Input.Submitted) -> None:
        event.stop()
        self._find(event.value.strip())

    def _find(self, wanted: str) -> None:
        """Leave the search with what was found, or with everyone."""
        self._listing.wanted = wanted
        self.query_one(Input).value = wanted
        self.set_class(bool(wanted), "-finding")
        self._map.focus()
        self._fill()

    def _show_step(self, place: int, many: int) -> None:
        self._anew = place, many
        if self._table is None:
            self._say_note()

    def _show(self, table: "TeamTable") -> None:
        self._team, self._table = table.team, table
        self.say()

    def say(self) -> None:
        """Say everything that is known in the app's language."""
        language, table = self.dojo.language, self._table
        self.query_one(Input).placeholder = message("team.filter", language)
        title = message("team.command", language)
        if self._team is not None:
            title = say.title(self._team, language)
        remark = ""
        if table is not None:
            remark = message("team.teams_row", language, people=len(table.rows))
            self.query_one("#team-summary", Prose).set_text(
                say.joined(say.summary_sentences(table, language), language)
            )
            self.query_one("#team-weakest", Prose).set_text(suggestion(table, language))
            longest = max((len(one.person.name) for one in table.rows), default=0)
            width = max(_NARROWEST, min(_WIDEST, longest + 1, self.app.size.width // 5))
            self._columns = columns(table, language, width)
        self.query_one(TitleLine).show(title, remark)
        self._fill()

    def _fill(self) -> None:
        table = self._table
        if table is not None:
            self._map.show(self._listing.rows(table, self._columns), self._columns)
        self._say_note()

    def _say_note(self) -> None:
        self.query_one("#team-note", Prose).set_text(self._note(self.dojo.language))

    def _note(self, language: str) -> str:
        table = self._table
        if table is None:
            if self.unread is not None:
                return message("team.unread", language)
            if self._anew is None:
                return message("team.looking", language)
            place, many = self._anew
            return message("team.telling", language, place=place, many=many)
        if not table.rows:
            return message("team.empty", language)
        shown = len(self._listing.rows(table, self._columns))
        if not shown:
            return message("team.none_found", language)
        return self._listing.in_words(shown, len(table.rows), self._columns, language)

    @on(HeatMap.Stood)
    def _say_detail(self) -> None:
        row, column, table = self._map.row, self._map.column, self._table
        words = ""
        if row is not None and column is not None and table is not None:
            words = cell_words(table, row, column, self.dojo.language)
        self.query_one("#team-detail", Prose).set_text(words)
