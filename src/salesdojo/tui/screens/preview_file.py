"""What an author asks about the file in its preview: its scenes, its problems, its lines."""

from typing import TYPE_CHECKING, Final, cast

from textual import on
from textual.screen import Screen

from salesdojo.tui.preview_notes import Note
from salesdojo.tui.screens.outline import OutlineScreen
from salesdojo.tui.screens.problems import ProblemsScreen
from salesdojo.tui.widgets.preview_view import PreviewView
from salesdojo.tui.widgets.problem_strip import ProblemStrip

if TYPE_CHECKING:
    from pathlib import Path

    from salesdojo.authoring.checking.examining import Examined
    from salesdojo.authoring.previewing.rehearsal import Rehearsal
    from salesdojo.practice.solving import Explored
    from salesdojo.tui.preview_app import PreviewApp

RESTING: Final = Note("first")


class PreviewFile(Screen[None]):
    """A file that is played: what was read of it, and where its talk stands."""

    def __init__(self, file: "Path") -> None:
        """Know nothing of `file` yet."""
        super().__init__()
        self._file = file
        self._read: Examined | None = None
        """What the last reading found at a glance."""
        self._examined: Examined | None = None
        """What the last check found; a moment older than `_read`."""
        self._rehearsal: Rehearsal | None = None
        self._explored: Explored | None = None
        """Of the version that is played; None where that is too large."""
        self._note = RESTING

    @property
    def _preview(self) -> "PreviewApp":
        return cast("PreviewApp", self.app)

    @property
    def _view(self) -> PreviewView:
        return self.query_one(PreviewView)

    def action_outline(self) -> None:
        """Show where every choice leads."""
        if self._rehearsal is not None:
            self.app.push_screen(OutlineScreen(self._rehearsal.scenario, self._explored))

    def action_problems(self) -> None:
        """List the problems."""
        self._ask_problem(0)

    @on(ProblemStrip.Asked)
    def _show_asked(self, asked: ProblemStrip.Asked) -> None:
        self._ask_problem(asked.place)

    def _ask_problem(self, place: int) -> None:
        self.app.push_screen(ProblemsScreen(self._file, self._examined, place))

    def action_scroll_talk(self, pages: int) -> None:
        """Scroll the talk by pages."""
        self._view.script.turn_pages(pages)
