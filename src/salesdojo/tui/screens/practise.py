"""The session on the screen: what is in it and why, what is done, and what it moved."""

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from salesdojo.i18n import message
from salesdojo.records.planning.practised import Moment, finished, moved
from salesdojo.records.planning.saying import due_again, movement
from salesdojo.records.planning.session_lengths import next_length
from salesdojo.tui.screens.asking import Answers
from salesdojo.tui.screens.listing import ListingScreen
from salesdojo.tui.screens.looking import LookingScreen
from salesdojo.tui.usual_keys import BACK, GLOSSARY, LANGUAGE, THEME
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.session_list import SessionList
from salesdojo.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from salesdojo.content.catalogue import Entry
    from salesdojo.records.planning.plan import Plan

_START: Final = Key("Enter", "practise.key_start", "screen.open")
_LEAVE: Final = Key("Q", "practise.key_leave", "screen.back")
_OTHERS: Final = (
    Key("M", "today.key_length", "screen.change_length"),
    Key("A", "today.key_again", "screen.once_more"),
    LANGUAGE,
    GLOSSARY,
    THEME,
)


class PractiseScreen(LookingScreen, ListingScreen[None]):
    """A session; every talk of it comes back here."""

    CSS_PATH = "practise.tcss"
    AUTO_FOCUS = "#session"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,escape,left", "back", show=False),
        Binding("m", "change_length", show=False),
        Binding("a", "once_more", show=False),
    ]

    def __init__(self, session: "Plan", before: Moment) -> None:
        """Show `session`, which began at `before`; it may be empty."""
        super().__init__()
        self._session = session
        self._before = before
        self._after = before

    def compose(self) -> ComposeResult:
        """Lay out title, note, list, outcome and keys."""
        dojo = self.dojo
        yield TitleLine()
        yield Prose("", id="practise-note")
        yield SessionList(self._session, dojo.clock(), dojo.language)
        yield Prose("", id="practise-outcome")
        leave = _LEAVE if self._first else BACK
        yield KeyBar((_START, leave, *_OTHERS), dojo.language)

    def answers(self) -> Answers:
        """Ask how the person stands now."""
        yield partial(self._show, self.dojo.memory.moment(self.dojo.library, self.dojo.cache))

    def action_open(self) -> None:
        """Open the briefing of the row highlighted."""
        chosen = self.query_one(SessionList).chosen
        if chosen is not None:
            self.dojo.open_briefing(chosen)

    def action_back(self) -> None:
        """Go back to where it was opened, or end the app that began with it."""
        if self._first:
            self.app.exit()
        else:
            super().action_back()

    def action_change_length(self) -> None:
        """Compose a session of the next length."""
        self.ask(self._another(next_length(self._session.asked), again=False))

    def action_once_more(self) -> None:
        """Compose a session that offers again what was done within the last day."""
        self.ask(self._another(self._session.asked, again=True))

    def after(self, scenario: str) -> "Entry | None":
        """Return what follows `scenario` in the session."""
        entries = [item.entry for item in self._session.items]
        return next((after for one, after in pairwise(entries) if one.id == scenario), None)

    @property
    def _first(self) -> bool:
        """Whether the app began with it."""
        return self.app.screen_stack[0] is self

    def _another(self, minutes: int, *, again: bool) -> Answers:
        """Compose a session from what the records say now."""
        memory, library = self.dojo.memory, self.dojo.library
        before = memory.moment(library, self.dojo.cache)
        session = memory.session(library, before, minutes, again=again)
        yield partial(self._show_session, session, before)

    def _show_session(self, session: "Plan", before: Moment) -> None:
        self._session, self._before, self._after = session, before, before
        self.query_one(SessionList).show_session(session, self.dojo.clock())
        self.say()

    def _show(self, after: Moment) -> None:
        self._after = after
        done = finished(self._session, self._before, after)
        self.query_one(SessionList).show_done({one.entry.id: one.quality for one in done})
        self.say()

    def say(self) -> None:
        """Say what is in the session, what of it is done, and what that moved."""
        language, count = self.dojo.language, len(self._session.items)
        done = finished(self._session, self._before, self._after)
        title = message(_head(count), language, count=count, minutes=self._session.minutes)
        self.query_one(TitleLine).show(title, self.dojo.person)
        over = 0 < count == len(done)
        note = "today.nothing" if not count else "practise.over" if over else "practise.done"
        words = message(note, language, done=len(done), count=count)
        self.query_one("#practise-note", Prose).set_text(words)
        outcome = self.query_one("#practise-outcome", Prose)
        outcome.border_title = message("practise.moved", language)
        outcome.set_text(self._outcome())
        outcome.set_class(over, "-over")

    def _outcome(self) -> str:
        language, now = self.dojo.language, self.dojo.clock()
        done = finished(self._session, self._before, self._after)
        return "\n".join(
            message(
                "practise.moved_line",
                language,
                criterion=one.name.spoken(language),
                movement=movement(one, language),
                again=due_again(one.due, now, language),
            )
            for one in moved(done, self._before, self._after)
        )


def _head(count: int) -> str:
    """Return the name of the title's message."""
    if count == 0:
        return "today.title_empty"
    return "practise.head_one" if count == 1 else "practise.head"
