"""The history: finished attempts, newest first, by pages; each opens its debrief."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from salesdojo.i18n import message
from salesdojo.tui.debrief_opening import debrief_of
from salesdojo.tui.history_keys import history_keys
from salesdojo.tui.history_pages import HistoryPages
from salesdojo.tui.history_rows import MARGIN, history_row
from salesdojo.tui.notices import notice
from salesdojo.tui.screens.asking import Answers
from salesdojo.tui.screens.listing import ListingScreen
from salesdojo.tui.screens.looking import LookingScreen
from salesdojo.tui.widgets.figure_rows import PagedRows
from salesdojo.tui.widgets.key_bar import KeyBar
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from salesdojo.records.auditing.staleness import Staleness
    from salesdojo.records.history.history import HistoryPage, Past
    from salesdojo.records.model import Person
    from salesdojo.tui.app import DojoApp
    from salesdojo.tui.widgets.figure_rows import Row


class HistoryScreen(LookingScreen, ListingScreen[None]):
    """A page of the person's attempts, of all scenarios or of one."""

    CSS_PATH = "history.tcss"
    AUTO_FOCUS = "#history"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", show=False, priority=True),
        Binding("d", "compare", show=False),
        Binding("f", "filter", show=False),
        Binding("u", "open_unread", show=False),
        Binding("n", "turn(1)", show=False),
        Binding("b", "turn(-1)", show=False),
        Binding("escape,q,left", "back", show=False),
    ]

    def __init__(self, scenario: str | None = None, of: "Person | None" = None) -> None:
        """List every attempt, or those at `scenario`; of somebody else to read only."""
        super().__init__(of=of)
        self._pages = HistoryPages(scenario, of)
        self._staleness: Staleness | None = None
        self._stale: Mapping[str, bool | None] = {}
        self._unread: frozenset[str] = frozenset()
        """Attempts of which reviewers said something that is not read yet."""
        self._marked: Past | None = None

    @property
    def _chosen(self) -> "Past | None":
        chosen = self.query_one(PagedRows).chosen
        return next((one for one in self._pages.attempts if one.attempt == chosen), None)

    def compose(self) -> ComposeResult:
        """Lay out title, note, list and keys."""
        yield TitleLine()
        yield Prose("", id="history-note")
        yield PagedRows(id="history")
        yield KeyBar(history_keys(self._pages, unread=False), self.dojo.language, lines=2)

    def answers(self) -> Answers:
        """Read the page, then what was reviewed, then what says which results are stale."""
        from salesdojo.records.auditing.staleness import staleness

        dojo = self.dojo
        page = self._pages.read(dojo.memory)
        yield partial(self._show, page)
        if self.of is None:
            unread = dojo.memory.store().reviews.unread(dojo.memory.person())
            yield partial(self._show_unread, frozenset(unread))
        if self._staleness is None:
            self._staleness = staleness(dojo.memory.store(), dojo.library)
        yield partial(self._show_stale, page, self._staleness.among(page.attempts))

    def action_open(self) -> None:
        """Open the debrief highlighted; with another one marked, compare both."""
        chosen, marked = self._chosen, self._marked
        if chosen is None:
            return
        if marked is not None and marked.attempt != chosen.attempt:
            self.action_compare()
        else:
            self.ask(debrief_of(self, chosen.attempt))

    def action_open_unread(self) -> None:
        """Open the debrief of an attempt that was reviewed and not read, on this page first."""
        here = [one.attempt for one in self._pages.attempts if one.attempt in self._unread]
        for attempt in (here or sorted(self._unread))[:1]:
            self.ask(debrief_of(self, attempt))

    def action_compare(self) -> None:
        """Compare with the one marked, else with the exemplar."""
        from salesdojo.tui.screens.compare import CompareScreen

        chosen, marked = self._chosen, self._marked
        if chosen is None:
            return
        if marked is None or marked.attempt == chosen.attempt:
            self.app.push_screen(CompareScreen(chosen.attempt, of=self.of))
        elif marked.scenario != chosen.scenario:
            notice(self.dojo, message("history.two_scenarios", self.dojo.language))
        else:
            older, newer = sorted((marked, chosen), key=lambda one: one.number)
            self._marked = None
            self.app.push_screen(CompareScreen(older.attempt, newer.attempt, of=self.of))

    def action_mark(self) -> None:
        """Mark the attempt highlighted, or take the mark away."""
        chosen, marked = self._chosen, self._marked
        if chosen is not None:
            same = marked is not None and marked.attempt == chosen.attempt
            self._marked = None if same else chosen
            self.say()

    def action_filter(self) -> None:
        """List only attempts at the scenario highlighted, or all again."""
        chosen = self._chosen
        if self._pages.scenario is not None:
            self.list(None)
        elif chosen is not None:
            self.list(chosen.scenario)

    def list(self, scenario: str | None) -> None:
        """List the attempts at `scenario`, or all, from the newest on."""
        self._pages.list(scenario)
        self.look_up()

    def action_turn(self, by: int) -> None:
        """Show the page of older attempts, or the newer one."""
        if self._pages.turn(by):
            self.look_up()

    def _show(self, page: "HistoryPage") -> None:
        self._pages.page = page
        self.say()

    def _show_stale(self, page: "HistoryPage", stale: "Mapping[str, bool | None]") -> None:
        if page is self._pages.page:
            self._stale = stale
            if any(stale.values()):
                self.say()

    def _show_unread(self, unread: frozenset[str]) -> None:
        if unread != self._unread:
            self._unread = unread
            self.say()

    def say(self) -> None:
        """Say of what the page is, and what it shows."""
        language, scenario = self.dojo.language, self._pages.scenario
        title = message("history.title", language)
        if scenario is not None:
            title = message("history.title_of", language, title=self._title(scenario))
        remark = message("history.page", language, page=self._pages.number)
        if self.of is not None:
            remark = f"{self.of.name}, {remark}"
        self.query_one(TitleLine).show(title, remark)
        self.query_one("#history-note", Prose).set_text(self._note())
        self.query_one(KeyBar).show_keys(history_keys(self._pages, unread=bool(self._unread)))
        self.query_one(PagedRows).show(self._rows)

    def _note(self) -> str:
        from salesdojo.records.history.history_saying import moment

        language, pages = self.dojo.language, self._pages
        if pages.page is None:
            return message("history.looking", language)
        if not pages.attempts:
            if self.of is not None:
                return message("team.attempts_none", language)
            return message("history.empty_of" if pages.scenario else "history.empty", language)
        words = message("history.note", language)
        if self._marked is not None:
            named = self._title(self._marked.scenario)
            when = moment(self._marked.at, language)
            words = message("history.note_marked", language, title=named, time=when)
        if any(self._stale.get(one.attempt) for one in pages.attempts):
            words += "\n" + message("history.note_stale", language)
        if self._unread:
            words += "\n" + message("reviewing.note_unread", language)
        return words

    def _title(self, scenario: str) -> str:
        from salesdojo.records.history.history_saying import title

        return title(scenario, self.dojo.library.titles, self.dojo.language)

    def _rows(self, width: int) -> "Iterator[Row]":
        for past in self._pages.attempts:
            row = history_row(
                past,
                self._title(past.scenario),
                max(0, width - MARGIN),
                self.dojo.language,
                sign=self._sign(past.attempt),
                stale=self._stale.get(past.attempt) is True,
            )
            yield past.attempt, row

    def _sign(self, attempt: str) -> str:
        if self._marked is not None and self._marked.attempt == attempt:
            return "*"
        return "!" if attempt in self._unread else ""


def show_history(dojo: "DojoApp", scenario: str | None = None, of: "Person | None" = None) -> None:
    """Show the history; where only what it opened lies over one, go back to that.

    `of` somebody else it is to be read only.
    """
    below = _opened_from(dojo)
    if below is None or below.of != of:
        dojo.push_screen(HistoryScreen(scenario, of))
        return
    over = dojo.screen is not below
    while dojo.screen is not below:
        dojo.pop_screen()
    if over or scenario is not None:
        below.list(scenario)


def _opened_from(dojo: "DojoApp") -> HistoryScreen | None:
    """Return the history that lies below nothing but its debriefs and comparisons."""
    from salesdojo.tui.screens.compare import CompareScreen
    from salesdojo.tui.screens.debrief import DebriefScreen
    from salesdojo.tui.screens.other_attempt import OtherAttemptScreen

    for screen in reversed(dojo.screen_stack):
        if isinstance(screen, HistoryScreen):
            return screen
        if not isinstance(screen, CompareScreen | DebriefScreen | OtherAttemptScreen):
            return None
    return None
