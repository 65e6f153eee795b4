"""Assignments for who manages: what is assigned to whom, how many are where; N for a new one."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList

from salesdojo.i18n import message
from salesdojo.tui.assignment_rows import Listed, assignment_rows, listed, nearest, unread
from salesdojo.tui.notices import notice
from salesdojo.tui.screens.asking import Answers
from salesdojo.tui.screens.listing import ListingScreen
from salesdojo.tui.screens.looking import LookingScreen
from salesdojo.tui.usual_keys import BACK, LANGUAGE
from salesdojo.tui.widgets.figure_rows import PagedRows
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from salesdojo.tui.app import DojoApp
    from salesdojo.tui.widgets.figure_rows import Row

_KEYS: Final = (
    Key("Enter", "assigning.key_open", "screen.open"),
    Key("N", "assigning.key_new", "screen.new"),
    Key("W", "assigning.key_withdraw", "screen.withdraw"),
    BACK,
    LANGUAGE,
)


class AssignmentsScreen(LookingScreen, ListingScreen[None]):
    """The assignments due nearest to today that were not withdrawn, the one due first on top."""

    CSS_PATH = "assignments.tcss"
    AUTO_FOCUS = "#assignments"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", show=False),
        Binding("w", "withdraw", show=False),
        Binding("escape,q,left", "back", show=False),
    ]

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._listed: tuple[Listed, ...] | None = None
        self._many = 0
        """How many there are, shown or not."""
        self._sure: str | None = None
        """What W was pressed on just now."""

    @property
    def _chosen(self) -> Listed | None:
        chosen = self.query_one(PagedRows).chosen
        return next((one for one in self._listed or () if one.kept.id == chosen), None)

    def compose(self) -> ComposeResult:
        """Lay out title, note, list and keys."""
        yield TitleLine()
        yield Prose("", id="assignments-note")
        yield PagedRows(id="assignments")
        yield KeyBar(_KEYS, self.dojo.language)

    def answers(self) -> Answers:
        """Ask what is assigned, then who is where."""
        kept, many = nearest(self.dojo.memory)
        if self._listed is None:
            yield partial(self._show, unread(kept), many)
        yield partial(self._show, listed(self.dojo.memory, [one.id for one in kept]), many)

    def action_open(self) -> None:
        """Show who is where."""
        from salesdojo.tui.screens.assignment import AssignmentScreen

        chosen = self._chosen
        if chosen is not None:
            self.app.push_screen(AssignmentScreen(chosen))

    def action_new(self) -> None:
        """Ask for a new one."""
        from salesdojo.tui.screens.assign import AssignScreen

        self.app.push_screen(AssignScreen())

    def action_withdraw(self) -> None:
        """Withdraw the one highlighted, where W is pressed twice."""
        chosen = self._chosen
        if chosen is None:
            return
        if self._sure != chosen.kept.id:
            self._sure = chosen.kept.id
            what = self._what(chosen)
            notice(self.dojo, message("assigning.sure", self.dojo.language, what=what))
            return
        self._sure = None
        self.ask(self._withdrawing(chosen.kept.id))

    def _withdrawing(self, name: str) -> Answers:
        memory = self.dojo.memory
        memory.store().assignments.withdraw(name, memory.clock())
        yield self.look_up

    @on(OptionList.OptionHighlighted)
    def _moved_on(self) -> None:
        self._sure = None

    def _show(self, rows: tuple[Listed, ...], many: int) -> None:
        self._listed, self._many = rows, many
        self.say()

    def say(self) -> None:
        """Say what the list is."""
        language, rows = self.dojo.language, self._listed
        count = "" if rows is None else message("assigning.count", language, count=self._many)
        self.query_one(TitleLine).show(message("assigning.title", language), count)
        self.query_one("#assignments-note", Prose).set_text(self._note(rows))
        self.query_one(PagedRows).show(self._rows)

    def _note(self, rows: tuple[Listed, ...] | None) -> str:
        language = self.dojo.language
        if rows and len(rows) < self._many:
            return message("assigning.note_nearest", language, shown=len(rows))
        form = "looking" if rows is None else "note" if rows else "empty"
        return message(f"assigning.{form}", language)

    def _what(self, chosen: Listed) -> str:
        from salesdojo.records.assignments.assignment_saying import what_in_words

        return what_in_words(chosen.kept.assignment, self.dojo.library, self.dojo.language)

    def _rows(self, width: int) -> "Iterator[Row]":
        dojo, rows = self.dojo, self._listed or ()
        told = assignment_rows(rows, dojo.library, width, dojo.language)
        return zip((one.kept.id for one in rows), told, strict=True)


def show_assignments(dojo: "DojoApp") -> None:
    """Show the assignments."""
    dojo.push_screen(AssignmentsScreen())
