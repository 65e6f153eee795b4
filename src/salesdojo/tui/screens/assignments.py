"""Assignments for who manages: what is assigned to whom, how many are where; N for a new one."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from salesdojo.i18n import message
from salesdojo.tui.assignment_rows import BESIDE, Listed, assignment_rows, listed, nearest, unread
from salesdojo.tui.notices import notice
from salesdojo.tui.screens.asking import Answers
from salesdojo.tui.screens.listing import ListingScreen
from salesdojo.tui.screens.looking import LookingScreen
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from salesdojo.tui.app import DojoApp

_KEYS: Final = (
    Key("Enter", "assigning.key_open", "screen.open"),
    Key("N", "assigning.key_new", "screen.new"),
    Key("W", "assigning.key_withdraw", "screen.withdraw"),
    Key("Esc", "tui.app_key_back", "screen.back"),
    Key("L", "tui.app_key_language", "app.switch_language"),
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
        place = self.query_one("#assignments", OptionList).highlighted
        rows = self._listed or ()
        return rows[place] if place is not None and place < len(rows) else None

    def compose(self) -> ComposeResult:
        """Lay out title, note, list and keys."""
        yield TitleLine()
        yield Prose("", id="assignments-note")
        yield OptionList(id="assignments", markup=False, compact=True)
        yield KeyBar(_KEYS, self.dojo.language)

    def answers(self) -> Answers:
        """Ask what is assigned, then who is where."""
        kept, many = nearest(self.dojo.memory)
        if self._listed is None:
            yield partial(self._show, unread(kept), many)
        yield partial(self._show, listed(self.dojo.memory, [one.id for one in kept]), many)

    def on_resize(self) -> None:
        """Lay the rows out in the new width."""
        self.call_after_refresh(self._fill)

    def retranslate(self) -> None:
        """Say everything in the app's language."""
        super().retranslate()
        self._fill()

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
        self._fill()

    def say(self) -> None:
        """Say what the list is."""
        language, rows = self.dojo.language, self._listed
        count = "" if rows is None else message("assigning.count", language, count=self._many)
        self.query_one(TitleLine).show(message("assigning.title", language), count)
        self.query_one("#assignments-note", Prose).set_text(self._note(rows))

    def _note(self, rows: tuple[Listed, ...] | None) -> str:
        language = self.dojo.language
        if rows and len(rows) < self._many:
            return message("assigning.note_nearest", language, shown=len(rows))
        form = "looking" if rows is None else "note" if rows else "empty"
        return message(f"assigning.{form}", language)

    def _what(self, chosen: Listed) -> str:
        from salesdojo.records.assignment_saying import what_in_words

        return what_in_words(chosen.kept.assignment, self.dojo.library, self.dojo.language)

    def _fill(self) -> None:
        if self._listed is None:
            return
        rows = self.query_one("#assignments", OptionList)
        place, width = rows.highlighted, max(0, self.app.size.width - BESIDE)
        dojo = self.dojo
        told = assignment_rows(self._listed, dojo.library, width, dojo.language)
        rows.set_options(map(Option, told))
        if self._listed:
            rows.highlighted = min(place or 0, len(self._listed) - 1)


def show_assignments(dojo: "DojoApp") -> None:
    """Show the assignments."""
    dojo.push_screen(AssignmentsScreen())
