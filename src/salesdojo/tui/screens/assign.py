"""The form for a new assignment: what, for whom, by when, how well, how often, in which mode."""

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Select, Static

from salesdojo.errors import SalesdojoError
from salesdojo.i18n import message
from salesdojo.records.mode import Mode
from salesdojo.tui.assign_form import Answered, assignment_of, whats, whoms
from salesdojo.tui.screens.asking import Answers
from salesdojo.tui.screens.looking import LookingScreen
from salesdojo.tui.usual_keys import LANGUAGE_BY_CTRL
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from salesdojo.records.assignments.assignment import Assignment

_KEYS: Final = (
    Key("Ctrl+S", "assigning.form_key_save", "screen.save"),
    Key("Esc", "assigning.form_key_leave", "screen.back"),
    LANGUAGE_BY_CTRL,
)
_WRITTEN: Final = ("due", "minimum", "attempts")
_LONGEST: Final = 20
_TERM: Final = timedelta(weeks=2)
"""From today to the day given as an example."""


class AssignScreen(LookingScreen):
    """Asks for one assignment; it closes once that is set."""

    CSS_PATH = "assign.tcss"
    AUTO_FOCUS = "#assign-what"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", show=False, priority=True),
        Binding("escape", "back", show=False),
        # Letters are for writing here.
        Binding("ctrl+l", "app.switch_language", show=False, priority=True),
    ]

    def __init__(self) -> None:
        """Offer nothing yet."""
        super().__init__()
        self._trouble: SalesdojoError | str | None = None
        """What is wrong with the answers: an error, or a key of the catalogue."""
        self._offered = False

    def compose(self) -> ComposeResult:
        """Lay out title, note, fields, trouble and keys."""
        yield TitleLine()
        yield Prose("", id="assign-note")
        with VerticalScroll(id="assign-fields", can_focus=False):
            for name in ("what", "whom"):
                yield self._row(name, Select[object]([], id=f"assign-{name}", compact=True))
            for name in _WRITTEN:
                field = Input(id=f"assign-{name}", max_length=_LONGEST, compact=True)
                yield self._row(name, field)
            yield self._row("mode", Select[object]([], id="assign-mode", compact=True))
        yield Prose("", id="assign-trouble")
        yield KeyBar(_KEYS, self.dojo.language)

    def answers(self) -> Answers:
        """Ask who there is, once: answers given stay."""
        if not self._offered:
            yield partial(self._offer, whoms(self.dojo.memory, self.dojo.language))

    def say(self) -> None:
        """Say what each field asks for, and what is wrong with an answer."""
        language = self.dojo.language
        self.query_one(TitleLine).show(message("assigning.form_title", language), "")
        self.query_one("#assign-note", Prose).set_text(message("assigning.form_note", language))
        for name in ("what", "whom", *_WRITTEN, "mode"):
            label = self.query_one(f"#label-{name}", Static)
            label.update(Content(message(f"assigning.form_{name}", language)))
        for name in ("what", "whom"):
            self._select(name).prompt = message(f"assigning.form_{name}_choose", language)
        for name in _WRITTEN:
            field = self.query_one(f"#assign-{name}", Input)
            hint = message(f"assigning.form_{name}_hint", language, day=self._example())
            field.placeholder = hint
        self._say_modes()
        self._say_trouble()

    def action_save(self) -> None:
        """Set it, where every answer makes sense."""
        what, whom = self._select("what").value, self._select("whom").value
        if not isinstance(what, tuple):
            self._refuse("assigning.form_nothing")
            return
        if whom is Select.NULL:
            self._refuse("assigning.form_nobody")
            return
        due, minimum, attempts = (self.query_one(f"#assign-{one}", Input).value for one in _WRITTEN)
        if not due.strip():
            self._refuse("assigning.form_no_day")
            return
        exam = self._select("mode").value is Mode.EXAM
        answered = Answered(what, whom, due, minimum, attempts, exam=exam)  # type: ignore[arg-type]
        dojo = self.dojo
        try:
            wanted = assignment_of(answered, dojo.library, dojo.memory.new_id(), dojo.language)
        except SalesdojoError as error:
            self._refuse(error)
            return
        self.ask(self._setting(wanted))

    def _example(self) -> str:
        """Return a day as it is to be written."""
        from salesdojo.records.days import local_day

        return (local_day(self.dojo.clock()) + _TERM).isoformat()

    def _setting(self, wanted: "Assignment") -> Answers:
        from salesdojo.errors import UsageError
        from salesdojo.records.assignments.assigning import require_time
        from salesdojo.records.days import local_day

        memory = self.dojo.memory
        assignments, now = memory.store().assignments, memory.clock()
        try:
            require_time(assignments.difference([wanted], None), local_day(now))
        except UsageError as error:
            yield partial(self._refuse, error)
            return
        assignments.set([wanted], None, now)
        yield self.action_back

    def _offer(self, people: "tuple[tuple[str, object], ...]") -> None:
        self._offered = True
        things = whats(self.dojo.library, self.dojo.language)
        self._select("what").set_options([(Content(line), value) for line, value in things])
        self._select("whom").set_options([(Content(line), value) for line, value in people])

    def _say_modes(self) -> None:
        modes = self._select("mode")
        chosen = Mode.PRACTICE if modes.value is Select.NULL else modes.value
        modes.set_options(
            (message(f"assigning.form_mode_{mode}", self.dojo.language), mode) for mode in Mode
        )
        modes.value = chosen

    def _refuse(self, why: SalesdojoError | str) -> None:
        self._trouble = why
        self._say_trouble()

    def _say_trouble(self) -> None:
        language, why = self.dojo.language, self._trouble
        words = "" if why is None else message(why, language) if isinstance(why, str) else (
            f"{why.cause(language)} {why.remedy(language)}"
        )  # fmt: skip
        line = self.query_one("#assign-trouble", Prose)
        line.display = bool(words)
        line.set_text(words)

    def _select(self, name: str) -> "Select[object]":
        return self.query_one(f"#assign-{name}", Select)

    def _row(self, name: str, field: "Select[object] | Input") -> Horizontal:
        label = Static(id=f"label-{name}", classes="assign-label", markup=False)
        return Horizontal(label, field, classes="assign-row")
