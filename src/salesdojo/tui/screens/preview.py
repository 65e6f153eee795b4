"""A scenario as its author sees it: played, watched, and taken up again in its next version."""

from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from salesdojo.authoring.previewing.rehearsal import Rehearsal
from salesdojo.authoring.previewing.standing import standing
from salesdojo.practice.table.move_text import move_text
from salesdojo.practice.table.players import Player
from salesdojo.tui.preview_keys import preview_keys
from salesdojo.tui.preview_notes import Note, after_jumping, after_moving, after_stroll
from salesdojo.tui.preview_reading import (
    FileChecked,
    FileGone,
    FileRead,
    FileSolved,
    Jumped,
    PreviewReading,
)
from salesdojo.tui.screens.jump import JumpScreen
from salesdojo.tui.screens.preview_file import RESTING, PreviewFile
from salesdojo.tui.screens.problems import ProblemsScreen
from salesdojo.tui.talk_keys import TABLE_LINES
from salesdojo.tui.widgets.choices import Choices
from salesdojo.tui.widgets.key_bar import KeyBar
from salesdojo.tui.widgets.preview_view import PreviewView, Shown
from salesdojo.tui.widgets.table_pane import TablePane

if TYPE_CHECKING:
    from pathlib import Path

    from salesdojo.authoring.checking.examining import Examined
    from salesdojo.content.model import Scenario

_SEED: Final = 1
"""Chance of the first talk: the same at every opening, so that an author sees what changed."""


class PreviewScreen(PreviewFile):
    """One file, played and watched."""

    AUTO_FOCUS = "#preview-choices"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual declares it
        (0, "-narrow"),
        (60, "-usual"),
        (104, "-wide"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b,left,backspace", "back", show=False),
        Binding("r", "restart", show=False),
        # Before the choices, which move by it.
        Binding("j", "jump", show=False, priority=True),
        Binding("x", "random", show=False),
        Binding("s", "random_step", show=False),
        Binding("p", "problems", show=False),
        Binding("o", "outline", show=False),
        Binding("e", "edit", show=False),
        Binding("pageup", "scroll_talk(-1)", show=False),
        Binding("pagedown,space", "scroll_talk(1)", show=False),
        Binding("tab", "turn_table", show=False),
        Binding("q", "app.quit", show=False),
    ]

    def __init__(self, file: "Path") -> None:
        """Play `file`."""
        super().__init__(file)
        self._reading = PreviewReading(self, file)
        self._met: frozenset[str] = frozenset()
        self._checking = False
        self._solving = False
        self._gone = False
        self._reloads = -1
        self._talks = 0

    def compose(self) -> ComposeResult:
        """Lay out the view and the keys."""
        yield PreviewView(str(self._file), self._preview.language)
        yield KeyBar((), self._preview.language)

    def on_mount(self) -> None:
        """Read the file, and whenever it changes."""
        self._show()
        self._reading.begin()

    def on_unmount(self) -> None:
        """Let the file be."""
        self._reading.stop()

    def retranslate(self) -> None:
        """Say everything in the app's language, at the same place."""
        self._show()
        self.query_one(KeyBar).retranslate(self._preview.language)

    # what becomes of the file

    @on(FileRead)
    def _take_in(self, read: FileRead) -> None:
        """Go on in the new version if it can be played, else in the last one that could."""
        self._read, self._gone = read.examined, False
        self._reloads += 1
        scenario = read.examined.scenario
        if scenario is not None:
            self._explored, self._met = read.examined.explored, read.met
            self._solving = read.solving
            self._move_to(scenario)
        else:
            self._note = Note("broken" if self._rehearsal else "nothing")
            self._tell_problems(read.examined)
        self._checking = True
        self._show()
        if not read.solving:
            self.call_after_refresh(self._reading.check, read.seen)

    @on(FileSolved)
    def _take_in_figures(self, solved: FileSolved) -> None:
        if self._rehearsal is None or solved.scenario is not self._rehearsal.scenario:
            return  # a later version is played already
        self._explored, self._met, self._solving = solved.explored, solved.met, False
        self._show()
        if self._read is not None and solved.scenario is self._read.scenario:
            self.call_after_refresh(self._reading.check, solved.seen)

    @on(FileChecked)
    def _judge(self, checked: FileChecked) -> None:
        self._tell_problems(checked.examined)
        self._checking = False
        self._view.judge(checked.examined.problems, self._preview.language)

    def _tell_problems(self, examined: "Examined") -> None:
        self._examined = examined
        for screen in self.app.screen_stack:
            if isinstance(screen, ProblemsScreen):
                screen.show(examined)

    def _move_to(self, scenario: "Scenario") -> None:
        before = self._rehearsal
        if before is None:
            self._rehearsal, self._note = Rehearsal.begun(scenario, _SEED), RESTING
        else:
            self._rehearsal, parting = before.moved_to(scenario)
            self._note = after_moving(before, self._rehearsal, parting)

    @on(FileGone)
    def _miss_file(self) -> None:
        self._gone = True
        self._note = Note("missing" if self._rehearsal else "missing_nothing")
        self._show()

    # what the person does

    @on(Choices.Taken)
    def _choose(self, taken: Choices.Taken) -> None:
        if self._rehearsal is None:
            return
        if self._rehearsal.over:
            self.action_restart()
            return
        attempt = self._rehearsal.attempt
        if attempt.table is not None:
            self._go(self._rehearsal.left_to(tuple(Player)[taken.place]), RESTING)
            return
        choice = attempt.shown[taken.place]
        self._go(self._rehearsal.taken(choice.id), RESTING)

    @on(TablePane.Made)
    def _bargain(self, made: TablePane.Made) -> None:
        # The file may have been read again since: then the table is another.
        if self._rehearsal is not None and made.state is self._rehearsal.attempt.table:
            move = move_text(made.state.table, made.move)
            self._go(self._rehearsal.taken(move), RESTING)

    def action_bargain(self, name: str) -> None:
        """Do at the table what a key in the last line stands for."""
        self._view.table.action_do(name)

    def action_turn_table(self) -> None:
        """Let named players take the table over, or bargain again."""
        self._view.turn_table()
        self._show_keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Leave the key of the scenes to the table, which gives reasons by it."""
        return not (action == "jump" and self.is_mounted and self._view.bargaining)

    def action_take(self) -> None:
        """Take the choice highlighted."""
        self._view.choices.action_take()

    def action_back(self) -> None:
        """Take the last decision back."""
        if self._rehearsal is not None:
            moved = bool(self._rehearsal.road)
            self._go(self._rehearsal.back(), Note("back" if moved else "at_start"))

    def action_restart(self) -> None:
        """Begin again."""
        if self._rehearsal is not None:
            self._go(self._rehearsal.cut(0), Note("restart"))

    def action_random(self) -> None:
        """Play at random to the end; from the end, another talk with other chance."""
        if self._rehearsal is None:
            return
        self._talks += 1
        begun = self._rehearsal
        if begun.over:
            begun = Rehearsal.begun(begun.scenario, self._talks)
        ended = begun.strolled(self._talks)
        self._go(ended, after_stroll(ended, self._talks))

    def action_random_step(self) -> None:
        """Take one choice at random."""
        if self._rehearsal is not None and not self._rehearsal.over:
            self._talks += 1
            self._go(self._rehearsal.strolled(self._talks, 1), Note("random_step"))

    def action_jump(self) -> None:
        """Ask for a scene, and go there."""
        if self._rehearsal is None:
            return
        scenario, here = self._rehearsal.scenario, self._rehearsal.attempt.scene.id
        met = self._met if self._explored else frozenset(scenario.scenes)
        self.app.push_screen(JumpScreen(scenario, here, met), self._jump_to)

    def _jump_to(self, scene: str | None) -> None:
        if scene is None or self._rehearsal is None or scene not in self._rehearsal.scenario.scenes:
            return
        if self._explored is None:
            self._go(self._rehearsal, Note("jump_solving" if self._solving else "jump_unsolved"))
        else:
            self._reading.look_for(scene, self._rehearsal, self._explored)

    @on(Jumped)
    def _land(self, jumped: Jumped) -> None:
        if jumped.start is not self._rehearsal:
            return  # the person, or the file, has gone on
        found = jumped.jump
        landed = found.rehearsal if found else jumped.start
        self._go(landed, after_jumping(jumped.scene, found))

    def action_edit(self) -> None:
        """Open the editor where the scene is written."""
        if self._preview.editor is None:
            self._note = Note("no_editor")
            self._show()
            return
        line = 1
        if self._rehearsal is not None and self._read is not None:
            scene = self._rehearsal.attempt.scene.id
            line = self._read.document.marks.key(("scenes", scene)).line
        self._preview.edit(self._file, line)

    # what is shown

    def _go(self, rehearsal: Rehearsal, note: Note) -> None:
        self._rehearsal, self._note = rehearsal, note
        self._show()

    def _show(self) -> None:
        rehearsal, examined = self._rehearsal, self._examined
        solution = self._explored.solution if self._explored else None
        figures = standing(rehearsal.attempt, solution) if rehearsal and solution else None
        unplayable = self._read is not None and self._read.scenario is None
        shown = Shown(
            problems=None if examined is None else examined.problems,
            checking=self._checking,
            attempt=rehearsal.attempt if rehearsal else None,
            figures=figures,
            solving=self._solving,
            old=rehearsal is not None and (self._gone or unplayable),
            reloads=max(0, self._reloads),
            note=self._note,
        )
        with self.app.batch_update():
            self._view.show(shown, self._preview.language)
            self._show_keys()

    @on(TablePane.Turned)
    def _show_keys(self) -> None:
        keys = preview_keys(
            bargaining=self._view.bargaining,
            choosing=self._view.choosing,
            players=self._view.players,
            edits=bool(self._preview.editor),
        )
        self.query_one(KeyBar).show_keys(keys, TABLE_LINES if self._view.bargaining else 1)
