"""A scenario as its author sees it: played, watched, and taken up again in its next version."""

from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from salesdojo.authoring.previewing.rehearsal import Rehearsal
from salesdojo.authoring.previewing.standing import standing
from salesdojo.practice.following import AS, follow
from salesdojo.practice.table.players import Player
from salesdojo.tui.preview_notes import Note, after_jumping, after_moving, after_stroll
from salesdojo.tui.preview_reading import FileChecked, FileGone, FileRead, Jumped, PreviewReading
from salesdojo.tui.screens.jump import JumpScreen
from salesdojo.tui.screens.outline import OutlineScreen
from salesdojo.tui.screens.problems import ProblemsScreen
from salesdojo.tui.widgets.choices import Choices
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.preview_view import PreviewView, Shown
from salesdojo.tui.widgets.problem_strip import ProblemStrip

if TYPE_CHECKING:
    from pathlib import Path

    from salesdojo.authoring.checking.examining import Examined
    from salesdojo.content.model import Scenario
    from salesdojo.practice.solving import Explored
    from salesdojo.tui.preview_app import PreviewApp

_SEED: Final = 1
"""Chance of the first talk: the same at every opening, so that an author sees what changed."""
_RESTING: Final = Note("first")


class PreviewScreen(Screen[None]):
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
        Binding("q", "app.quit", show=False),
    ]

    def __init__(self, file: "Path") -> None:
        """Play `file`."""
        super().__init__()
        self._file = file
        self._reading = PreviewReading(self, file)
        self._read: Examined | None = None
        """What the last reading found at a glance."""
        self._examined: Examined | None = None
        """What the last check found; a moment older than `_read`."""
        self._rehearsal: Rehearsal | None = None
        self._explored: Explored | None = None
        """Of the version that is played; None where that is too large."""
        self._met: frozenset[str] = frozenset()
        self._checking = False
        self._gone = False
        self._reloads = -1
        self._talks = 0
        self._note = _RESTING

    @property
    def _preview(self) -> "PreviewApp":
        return cast("PreviewApp", self.app)

    @property
    def _view(self) -> PreviewView:
        return self.query_one(PreviewView)

    def compose(self) -> ComposeResult:
        """Lay out the view and the keys."""
        yield PreviewView(str(self._file))
        yield KeyBar(self._keys(), self._preview.language)

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
            self._move_to(scenario)
        else:
            self._note = Note("broken" if self._rehearsal else "nothing")
            self._tell_problems(read.examined)
        self._checking = True
        self._show()
        self.call_after_refresh(self._reading.check, read.seen)

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
            self._rehearsal, self._note = Rehearsal.begun(scenario, _SEED), _RESTING
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
            player = tuple(Player)[taken.place]
            self._go(Rehearsal(follow(attempt, f"{AS} {player}")), _RESTING)
            return
        choice = attempt.shown[taken.place]
        self._go(self._rehearsal.taken(choice.id), _RESTING)

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
            self._go(self._rehearsal, Note("jump_unsolved"))
        else:
            self._reading.look_for(scene, self._rehearsal, self._explored)

    @on(Jumped)
    def _land(self, jumped: Jumped) -> None:
        if jumped.start is not self._rehearsal:
            return  # the person, or the file, has gone on
        found = jumped.jump
        landed = found.rehearsal if found else jumped.start
        self._go(landed, after_jumping(jumped.scene, found))

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

    def action_scroll_talk(self, pages: int) -> None:
        """Scroll the talk by pages."""
        self._view.script.turn_pages(pages)

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
            old=rehearsal is not None and (self._gone or unplayable),
            reloads=max(0, self._reloads),
            note=self._note,
        )
        with self.app.batch_update():
            self._view.show(shown, self._preview.language)

    def _keys(self) -> tuple[Key, ...]:
        keys = (
            Key("1-9", "preview.key_choose", "screen.take"),
            Key("B", "preview.key_back", "screen.back"),
            Key("R", "preview.key_restart", "screen.restart"),
            Key("J", "preview.key_jump", "screen.jump"),
            Key("X", "preview.key_random", "screen.random"),
            Key("P", "preview.key_problems", "screen.problems"),
            Key("O", "preview.key_outline", "screen.outline"),
            Key("E", "preview.key_edit", "screen.edit"),
            Key("Q", "tui.app_key_quit", "app.quit"),
            Key("L", "tui.app_key_language", "app.switch_language"),
            Key("D", "preview.key_theme", "app.switch_theme"),
            Key("S", "preview.key_random_step", "screen.random_step"),
        )
        return keys if self._preview.editor else tuple(key for key in keys if key.shown != "E")
