"""What is wrong with a file: every problem, and the lines around the one highlighted."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from salesdojo.authoring.previewing.source_lines import source_lines
from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.tui.preview_notes import Note
from salesdojo.tui.usual_keys import LANGUAGE
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.problem_strip import problem_line, worst_first
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.source_pane import SourcePane

if TYPE_CHECKING:
    from salesdojo.authoring.checking.examining import Examined
    from salesdojo.content.problem import Problem
    from salesdojo.tui.preview_app import PreviewApp

_WIDEST: Final = 200
"""Cells of a problem in the list; the list cuts what it has no room for."""
_KEYS: Final = (
    Key("Up/Down", "preview.key_move", "screen.move(1)"),
    Key("E", "preview.key_edit", "screen.edit"),
    Key("Esc", "preview.key_close", "screen.close"),
    LANGUAGE,
)


class ProblemsScreen(ModalScreen[None]):
    """Problems above, the place of the one highlighted below."""

    AUTO_FOCUS = "#problems-list"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", show=False),
        Binding("escape,p,q", "close", show=False),
    ]

    def __init__(self, file: Path, examined: "Examined | None", place: int) -> None:
        """Show what was found in `file`, beginning with the problem at `place`, worst first."""
        super().__init__()
        self._file = file
        self._examined = examined
        self._place = place

    @property
    def _preview(self) -> "PreviewApp":
        return cast("PreviewApp", self.app)

    @property
    def _problems(self) -> "tuple[Problem, ...]":
        return worst_first(self._examined.problems) if self._examined else ()

    def compose(self) -> ComposeResult:
        """Lay out list, words, lines and keys."""
        with Vertical(id="problems-box"):
            yield OptionList(id="problems-list", markup=False, compact=True)
            yield Prose(id="problems-words")
            yield Static(id="problems-place", markup=False)
            yield SourcePane(id="problems-source")
        yield KeyBar(_KEYS, self._preview.language)

    def on_mount(self) -> None:
        """List what there is."""
        self._fill(self._place)

    def show(self, examined: "Examined") -> None:
        """Show what was found in another version; the same problem stays highlighted."""
        highlighted = self._highlighted
        self._examined = examined
        alike = [
            place
            for place, one in enumerate(self._problems)
            if highlighted and (one.code, one.values) == (highlighted.code, highlighted.values)
        ]
        self._fill(alike[0] if alike else self._place)

    def retranslate(self) -> None:
        """Say it in the app's language."""
        self.query_one(KeyBar).retranslate(self._preview.language)
        self._fill(self._place)

    def action_move(self, by: int) -> None:
        """Highlight the next problem, or the one before."""
        listed = self.query_one(OptionList)
        if self._problems:
            listed.highlighted = ((listed.highlighted or 0) + by) % len(self._problems)

    def action_close(self) -> None:
        """Go back to the talk."""
        self.dismiss(None)

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_edit()

    def action_edit(self) -> None:
        """Open the editor at the problem."""
        problem = self._highlighted
        if problem is None:
            return
        if self._preview.editor is None:
            words = Note("no_editor").said(self._preview.language)
            self.query_one("#problems-words", Prose).set_text(words)
        else:
            self._preview.edit(Path(problem.path), problem.line)

    @on(OptionList.OptionHighlighted)
    def _show_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._show_place()

    @property
    def _highlighted(self) -> "Problem | None":
        problems, place = self._problems, self.query_one(OptionList).highlighted
        return None if place is None or place >= len(problems) else problems[place]

    def _fill(self, place: int) -> None:
        language, problems = self._preview.language, self._problems
        title = message("preview.problems_title", language)
        self.query_one("#problems-box").border_title = Content(title)
        listed = self.query_one(OptionList)
        if not problems:
            none = "no_problems" if self._examined else "reading"
            listed.set_options([Option(Content(message(f"preview.{none}", language)))])
            listed.highlighted = None
        else:
            lines = (problem_line(one, str(self._file), language, _WIDEST) for one in problems)
            listed.set_options(map(Option, lines))
            listed.highlighted = min(place, len(problems) - 1)
        self._show_place()

    def _show_place(self) -> None:
        language, problem = self._preview.language, self._highlighted
        words, place, line, column = "", "", 1, 1
        lines: tuple[str, ...] = ()
        if problem is not None:
            self._place = self.query_one(OptionList).highlighted or 0
            words = f"{problem.code} {problem.message(language)}"
            line, column = problem.line, problem.column
            name = visible(problem.path)
            place = message("preview.source_title", language, file=name, line=line)
            lines = self._lines_of(problem)
        self.query_one("#problems-words", Prose).set_text(words)
        self.query_one("#problems-place", Static).update(Content(place))
        none = message("preview.source_none", language) if problem else ""
        self.query_one(SourcePane).show(lines, line, column, none)

    def _lines_of(self, problem: "Problem") -> tuple[str, ...]:
        """Return the lines the problem was found in: those read, not those of this moment."""
        read = self._examined.document if self._examined else None
        if read is not None and problem.path == read.name and read.lines:
            return read.lines
        return source_lines(Path(problem.path))
