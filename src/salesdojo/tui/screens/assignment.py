"""One assignment: everybody who has it, and who is where."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from salesdojo.i18n import message
from salesdojo.tui.assignment_rows import Listed, listed, person_row
from salesdojo.tui.screens.asking import Answers
from salesdojo.tui.screens.looking import LookingScreen
from salesdojo.tui.usual_keys import BACK, LANGUAGE
from salesdojo.tui.widgets.figure_rows import PagedRows
from salesdojo.tui.widgets.key_bar import KeyBar
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from salesdojo.tui.widgets.figure_rows import Row

_KEYS: Final = (
    BACK,
    LANGUAGE,
)


class AssignmentScreen(LookingScreen):
    """A row a person, those who need help first."""

    CSS_PATH = "assignments.tcss"
    AUTO_FOCUS = "#assignments"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,left", "back", show=False)]

    def __init__(self, one: Listed) -> None:
        """Show `one`, as it was found."""
        super().__init__()
        self._one = one

    def compose(self) -> ComposeResult:
        """Lay out title, note, list and keys."""
        yield TitleLine()
        yield Prose("", id="assignments-note")
        yield PagedRows(id="assignments")
        yield KeyBar(_KEYS, self.dojo.language)

    def answers(self) -> Answers:
        """Ask again who is where."""
        found = listed(self.dojo.memory, [self._one.kept.id])
        if found:
            yield partial(self._show, found[0])

    def say(self) -> None:
        """Say what was assigned, by when, and under which rules."""
        from salesdojo.records.assignments import assignment_saying as said
        from salesdojo.records.days import local_day

        dojo, one = self.dojo, self._one
        language, asked = dojo.language, one.kept.assignment
        counts = said.counts_in_words((place.standing.status for _, place in one.held), language)
        self.query_one(TitleLine).show(said.whom_in_words(asked, language), counts)
        words = message(
            "assigning.note_one",
            language,
            what=said.what_in_words(asked, dojo.library, language),
            due=said.due_in_words(asked.due, local_day(dojo.clock()), language),
            rules=said.rules_in_words(asked, language),
        )
        if not one.held:
            words = f"{words}\n{message('assigning.note_nobody', language)}"
        self.query_one("#assignments-note", Prose).set_text(words)
        self.query_one(PagedRows).show(self._rows)

    def _show(self, one: Listed) -> None:
        self._one = one
        self.say()

    def _rows(self, width: int) -> "Iterator[Row]":
        from salesdojo.records.assignments.assignment_status import Status

        order = list(Status)
        held = sorted(self._one.held, key=lambda pair: order.index(pair[1].standing.status))
        for holder, one in held:
            yield holder.person.id, person_row(holder, one, width, self.dojo.language)
