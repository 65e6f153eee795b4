"""The history: finished attempts, newest first, by pages; each opens its debrief."""

from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from salesdojo.errors import SalesdojoError
from salesdojo.i18n import message
from salesdojo.tui.history_pages import HistoryPages
from salesdojo.tui.history_rows import BESIDE, history_row
from salesdojo.tui.notices import notice
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdojo.records.history import HistoryPage, Past
    from salesdojo.records.looking_back import PlayedAttempt
    from salesdojo.records.model import Person
    from salesdojo.records.staleness import Staleness
    from salesdojo.tui.app import DojoApp

_KEYS: Final = (
    Key("Enter", "history.key_open", "screen.open"),
    Key("D", "history.key_compare", "screen.compare"),
    Key("Esc", "tui.app_key_back", "screen.back"),
    Key("Space", "history.key_mark", "screen.mark"),
    Key("F", "history.key_filter", "screen.filter"),
    Key("N", "history.key_older", "screen.turn(1)"),
    Key("B", "history.key_newer", "screen.turn(-1)"),
    Key("L", "tui.app_key_language", "app.switch_language"),
)


class HistoryScreen(Screen[None]):
    """A page of the person's attempts, of all scenarios or of one."""

    CSS_PATH = "history.tcss"
    AUTO_FOCUS = "#history"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", show=False, priority=True),
        Binding("d", "compare", show=False),
        Binding("f", "filter", show=False),
        Binding("n", "turn(1)", show=False),
        Binding("b", "turn(-1)", show=False),
        Binding("escape,q,left", "back", show=False),
    ]

    class Looked(Message):
        """A worker has read a page."""

        def __init__(self, page: "HistoryPage") -> None:
            """Carry it."""
            super().__init__()
            self.page = page

    class Weighed(Message):
        """A worker has found out which results on a page are stale."""

        def __init__(self, page: "HistoryPage", stale: "Mapping[str, bool | None]") -> None:
            """Carry it."""
            super().__init__()
            self.page = page
            self.stale = stale

    class Opened(Message):
        """A worker has played an attempt again."""

        def __init__(self, played: "PlayedAttempt") -> None:
            """Carry it."""
            super().__init__()
            self.played = played

    class Failed(Message):
        """The records could not be read."""

        def __init__(self, error: SalesdojoError) -> None:
            """Carry the reason."""
            super().__init__()
            self.error = error

    def __init__(self, scenario: str | None = None, of: "Person | None" = None) -> None:
        """List every attempt, or those at `scenario`; of somebody else to read only."""
        super().__init__()
        self.of = of
        """Whose it is; None of the app's person."""
        self._pages = HistoryPages(scenario, of)
        self._staleness: Staleness | None = None
        self._stale: Mapping[str, bool | None] = {}
        self._marked: Past | None = None
        self._opening = False

    @property
    def _dojo(self) -> "DojoApp":
        return cast("DojoApp", self.app)

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
        yield KeyBar(_KEYS, self._dojo.language, lines=2)

    def on_mount(self) -> None:
        """Say what is known without the records."""
        self._say()

    def on_screen_resume(self) -> None:
        """Read the page, at first and whenever a talk was left."""
        self._look()

    def on_resize(self) -> None:
        """Lay the rows out in the new width."""
        self.call_after_refresh(self._fill)

    def retranslate(self) -> None:
        """Say everything in the app's language."""
        self.query_one(KeyBar).retranslate(self._dojo.language)
        self._say()
        self._fill()

    def action_open(self) -> None:
        """Open the debrief highlighted; with another one marked, compare both."""
        chosen, marked = self._chosen, self._marked
        if chosen is None:
            return
        if marked is not None and marked.attempt != chosen.attempt:
            self.action_compare()
        elif not self._opening:
            self._opening = True
            self._replay(chosen.attempt)

    def action_compare(self) -> None:
        """Compare with the one marked, else with the exemplar."""
        from salesdojo.tui.screens.compare import CompareScreen

        chosen, marked = self._chosen, self._marked
        if chosen is None:
            return
        if marked is None or marked.attempt == chosen.attempt:
            self.app.push_screen(CompareScreen(chosen.attempt, of=self.of))
        elif marked.scenario != chosen.scenario:
            notice(self._dojo, message("history.two_scenarios", self._dojo.language))
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
            self._say()
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
        self._look()

    def action_turn(self, by: int) -> None:
        """Show the page of older attempts, or the newer one."""
        if self._pages.turn(by):
            self._look()

    def action_back(self) -> None:
        """Go back to where it was opened."""
        self.dismiss(None)

    @on(OptionList.OptionSelected)
    def _open_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_open()

    @work(thread=True, exclusive=True, group="records")
    def _look(self) -> None:
        """Read the page, then what it takes to say which results are stale, in a thread."""
        from salesdojo.records.staleness import staleness

        dojo = self._dojo
        try:
            page = self._pages.read(dojo.memory)
            self.post_message(self.Looked(page))
            if self._staleness is None:
                self._staleness = staleness(dojo.memory.store(), dojo.library)
            self.post_message(self.Weighed(page, self._staleness.among(page.attempts)))
        except SalesdojoError as error:
            self.post_message(self.Failed(error))

    @work(thread=True, group="replay")
    def _replay(self, attempt: str) -> None:
        from salesdojo.records.looking_back import played_attempt

        memory = self._dojo.memory
        try:
            played = played_attempt(
                memory.store(),
                self.of or memory.person(),
                attempt,
                memory.clock,
                memory.new_id,
            )
        except SalesdojoError as error:
            self.post_message(self.Failed(error))
        else:
            self.post_message(self.Opened(played))

    @on(Looked)
    def _show(self, event: Looked) -> None:
        self._pages.page = event.page
        self._say()
        self._fill()

    @on(Weighed)
    def _show_stale(self, event: Weighed) -> None:
        if event.page is self._pages.page:
            self._stale = event.stale
            if any(event.stale.values()):
                self._say()
                self._fill()

    @on(Opened)
    def _show_debrief(self, event: Opened) -> None:
        from salesdojo.tui.screens.debrief import DebriefScreen

        self._opening = False
        if self.app.screen is not self:
            return
        session = event.played.session
        try:
            taught = frozenset(session.attempt.scenario.terms)
            terms = tuple(term for term in self._dojo.library.glossary if term.id in taught)
        except SalesdojoError:
            terms = ()  # the debrief does without the glossary
        played = event.played
        debrief = DebriefScreen(
            session,
            played.result,
            terms,
            hinted=played.hinted,
            recalls=played.recalls,
            of=self.of,
        )
        self.app.push_screen(debrief)

    @on(Failed)
    def _show_failure(self, event: Failed) -> None:
        self._opening = False
        self._dojo.tell(event.error)

    def _say(self) -> None:

        language, scenario = self._dojo.language, self._pages.scenario
        title = message("history.title", language)
        if scenario is not None:
            title = message("history.title_of", language, title=self._title(scenario))
        remark = message("history.page", language, page=self._pages.number)
        if self.of is not None:
            remark = f"{self.of.name}, {remark}"
        self.query_one(TitleLine).show(title, remark)
        self.query_one("#history-note", Prose).set_text(self._note())

    def _note(self) -> str:
        from salesdojo.records.history_saying import moment

        language, pages = self._dojo.language, self._pages
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
        return words

    def _title(self, scenario: str) -> str:
        from salesdojo.records.history_saying import title

        titles = {entry.id: entry.title for entry in self._dojo.library.entries}
        return title(scenario, titles, self._dojo.language)

    def _fill(self) -> None:
        if self._pages.page is None:
            return
        place = self._list.highlighted
        width = max(0, self.app.size.width - BESIDE)
        self._list.set_options(self._row(one, width) for one in self._pages.attempts)
        if self._pages.attempts:
            self._list.highlighted = min(place or 0, len(self._pages.attempts) - 1)

    def _row(self, past: "Past", width: int) -> Option:
        row = history_row(
            past,
            self._title(past.scenario),
            width,
            self._dojo.language,
            sign="*" if self._marked and self._marked.attempt == past.attempt else "",
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
