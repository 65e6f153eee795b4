"""The history: finished attempts, newest first, by pages; each opens its debrief."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from salesdojo.i18n import message
from salesdojo.tui.debrief_opening import debrief_of
from salesdojo.tui.history_keys import history_keys
from salesdojo.tui.history_pages import HistoryPages
from salesdojo.tui.history_rows import BESIDE, history_row
from salesdojo.tui.notices import notice
from salesdojo.tui.screens.looking import Answers, LookingScreen
from salesdojo.tui.widgets.key_bar import KeyBar
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdojo.records.history import HistoryPage, Past
    from salesdojo.records.model import Person
    from salesdojo.records.staleness import Staleness
    from salesdojo.tui.app import DojoApp


class HistoryScreen(LookingScreen):
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
    def _list(self) -> OptionList:
        return self.query_one("#history", OptionList)

    @property
    def _chosen(self) -> "Past | None":
        place = self._list.highlighted
        attempts = self._pages.attempts
        return attempts[place] if place is not None and place < len(attempts) else None

    def compose(self) -> ComposeResult:
        """Lay out title, note, list and keys."""
        yield TitleLine()
        yield Prose("", id="history-note")
        yield OptionList(id="history", markup=False, compact=True)
        yield KeyBar(history_keys(self._pages, unread=False), self.dojo.language, lines=2)

    def answers(self) -> Answers:
        """Read the page, then what was reviewed, then what says which results are stale."""
        from salesdojo.records.staleness import staleness

        dojo = self.dojo
        page = self._pages.read(dojo.memory)
        yield partial(self._show, page)
        if self.of is None:
            unread = dojo.memory.store().reviews.unread(dojo.memory.person())
            yield partial(self._show_unread, frozenset(unread))
        if self._staleness is None:
            self._staleness = staleness(dojo.memory.store(), dojo.library)
        yield partial(self._show_stale, page, self._staleness.among(page.attempts))

    def on_resize(self) -> None:
        """Lay the rows out in the new width."""
        self.call_after_refresh(self._fill)

    def retranslate(self) -> None:
        """Say everything in the app's language."""
        super().retranslate()
        self._fill()

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
            self._fill()

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

    @on(OptionList.OptionSelected)
    def _open_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_open()

    def _show(self, page: "HistoryPage") -> None:
        self._pages.page = page
        self.say()
        self._fill()

    def _show_stale(self, page: "HistoryPage", stale: "Mapping[str, bool | None]") -> None:
        if page is self._pages.page:
            self._stale = stale
            if any(stale.values()):
                self.say()
                self._fill()

    def _show_unread(self, unread: frozenset[str]) -> None:
        if unread != self._unread:
            self._unread = unread
            self.say()
            self._fill()

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

    def _note(self) -> str:
        from salesdojo.records.history_saying import moment

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
        from salesdojo.records.history_saying import title

        titles = {entry.id: entry.title for entry in self.dojo.library.entries}
        return title(scenario, titles, self.dojo.language)

    def _fill(self) -> None:
        if self._pages.page is None:
            return
        place = self._list.highlighted
        width = max(0, self.app.size.width - BESIDE)
        self._list.set_options(self._row(one, width) for one in self._pages.attempts)
        if self._pages.attempts:
            self._list.highlighted = min(place or 0, len(self._pages.attempts) - 1)

    def _row(self, past: "Past", width: int) -> Option:
        sign = "!" if past.attempt in self._unread else ""
        if self._marked is not None and self._marked.attempt == past.attempt:
            sign = "*"
        row = history_row(
            past,
            self._title(past.scenario),
            width,
            self.dojo.language,
            sign=sign,
            stale=self._stale.get(past.attempt) is True,
        )
        return Option(row)


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
