"""The history: finished attempts, newest first, by pages; each opens its debrief."""

from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from salesdojo.errors import SalesdojoError
from salesdojo.i18n import message
from salesdojo.i18n.figures import quality_figure
from salesdojo.tui.notices import notice
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.scenario_list import NARROW
from salesdojo.tui.widgets.title_line import TitleLine
from salesdojo.tui.widths import pad, pad_left, width_of

if TYPE_CHECKING:
    from salesdojo.records.history import HistoryPage, Past
    from salesdojo.records.looking_back import PlayedAttempt
    from salesdojo.tui.app import DojoApp

_KEYS: Final = (
    Key("Enter", "history.key_open", "screen.open"),
    Key("D", "history.key_compare", "screen.compare"),
    Key("Space", "history.key_mark", "screen.mark"),
    Key("F", "history.key_filter", "screen.filter"),
    Key("N", "history.key_older", "screen.turn(1)"),
    Key("B", "history.key_newer", "screen.turn(-1)"),
    Key("Esc", "tui.app_key_back", "screen.back"),
    Key("L", "tui.app_key_language", "app.switch_language"),
)
_BESIDE: Final = 8
"""Cells of a screen that are not a row's text."""
_ROOMY: Final = 96
"""Cells from which a row tells how it was played and how it ended, too."""


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

    def __init__(self, scenario: str | None = None) -> None:
        """List every attempt, or those at `scenario`."""
        super().__init__()
        self._scenario = scenario
        self._pages: list[int | None] = [None]
        """What each page up to the one shown was asked for with."""
        self._page: HistoryPage | None = None
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
        attempts = () if self._page is None else self._page.attempts
        return attempts[place] if place is not None and place < len(attempts) else None

    def compose(self) -> ComposeResult:
        """Lay out title, note, list and keys."""
        yield TitleLine()
        yield Prose("", id="history-note")
        yield OptionList(id="history", markup=False, compact=True)
        yield KeyBar(_KEYS, self._dojo.language)

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
            self.app.push_screen(CompareScreen(chosen.attempt))
        elif marked.scenario != chosen.scenario:
            notice(self._dojo, message("history.two_scenarios", self._dojo.language))
        else:
            older, newer = sorted((marked, chosen), key=lambda one: one.number)
            self._marked = None
            self.app.push_screen(CompareScreen(older.attempt, newer.attempt))

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
        if self._scenario is None and chosen is None:
            return
        self._scenario = chosen.scenario if self._scenario is None and chosen else None
        self._pages = [None]
        self._look()

    def action_turn(self, by: int) -> None:
        """Show the page of older attempts, or the newer one."""
        if by > 0 and self._page is not None and self._page.older is not None:
            self._pages.append(self._page.older)
            self._look()
        elif by < 0 and len(self._pages) > 1:
            self._pages.pop()
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
        """Read the page, in a thread."""
        memory = self._dojo.memory
        try:
            history = memory.store().history
            page = history.page(memory.person(), scenario=self._scenario, before=self._pages[-1])
        except SalesdojoError as error:
            self.post_message(self.Failed(error))
        else:
            self.post_message(self.Looked(page))

    @work(thread=True, group="replay")
    def _replay(self, attempt: str) -> None:
        from salesdojo.records.looking_back import played_attempt

        memory = self._dojo.memory
        try:
            played = played_attempt(
                memory.store(), memory.person(), attempt, memory.clock, memory.new_id
            )
        except SalesdojoError as error:
            self.post_message(self.Failed(error))
        else:
            self.post_message(self.Opened(played))

    @on(Looked)
    def _show(self, event: Looked) -> None:
        self._page = event.page
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
            session, played.result, terms, hinted=played.hinted, recalls=played.recalls
        )
        self.app.push_screen(debrief)

    @on(Failed)
    def _show_failure(self, event: Failed) -> None:
        self._opening = False
        self._dojo.tell(event.error)

    def _say(self) -> None:
        from salesdojo.records.history_saying import moment

        language, scenario = self._dojo.language, self._scenario
        title = message("history.title", language)
        if scenario is not None:
            title = message("history.title_of", language, title=self._title(scenario))
        remark = message("history.page", language, page=len(self._pages))
        self.query_one(TitleLine).show(title, remark)
        words = message("history.note", language)
        if self._page is None:
            words = message("history.looking", language)
        elif not self._page.attempts:
            words = message("history.empty" if scenario is None else "history.empty_of", language)
        elif self._marked is not None:
            named = self._title(self._marked.scenario)
            when = moment(self._marked.at, language)
            words = message("history.note_marked", language, title=named, time=when)
        self.query_one("#history-note", Prose).set_text(words)

    def _title(self, scenario: str) -> str:
        from salesdojo.records.history_saying import title

        titles = {entry.id: entry.title for entry in self._dojo.library.entries}
        return title(scenario, titles, self._dojo.language)

    def _fill(self) -> None:
        if self._page is None:
            return
        place = self._list.highlighted
        width = max(0, self.app.size.width - _BESIDE)
        self._list.set_options(Option(self._row(one, width)) for one in self._page.attempts)
        if self._page.attempts:
            self._list.highlighted = min(place or 0, len(self._page.attempts) - 1)

    def _row(self, past: "Past", width: int) -> Content:
        from salesdojo.records import history_saying as say

        language = self._dojo.language
        marked = self._marked is not None and self._marked.attempt == past.attempt
        cells = [say.moment(past.at, language), pad_left(quality_figure(past.quality), 5)]
        if width >= NARROW:
            cells.append(pad(say.verdict(past, language), 10))
        if width >= _ROOMY:
            cells += [pad(say.how(past, language), 18), pad(say.ending(past, language), 8)]
        if width >= NARROW:
            cells.append(pad(say.marks(past, language), 14))
        room = width - width_of("  ".join(cells)) - 4
        told = "  ".join([cells[0], pad(self._title(past.scenario), max(8, room)), *cells[1:]])
        return Content(pad(("* " if marked else "  ") + told, width))


def show_history(dojo: "DojoApp", scenario: str | None = None) -> None:
    """Show the history, once."""
    if not isinstance(dojo.screen, HistoryScreen):
        dojo.push_screen(HistoryScreen(scenario))
