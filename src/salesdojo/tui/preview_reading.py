"""A preview's traffic with its file: watched and examined in threads, told by messages."""

import time
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.message import Message
from textual.worker import get_current_worker

from salesdojo.authoring.previewing.companions import companions
from salesdojo.authoring.previewing.examination import examination, glance, solved_at_last
from salesdojo.authoring.previewing.jumping import jump, scenes_met
from salesdojo.authoring.previewing.watcher import FileWatcher
from salesdojo.authoring.previewing.watching import Look, Sight, look

if TYPE_CHECKING:
    from textual.screen import Screen

    from salesdojo.authoring.checking.examining import Examined
    from salesdojo.authoring.previewing.jumping import Jump
    from salesdojo.authoring.previewing.rehearsal import Rehearsal
    from salesdojo.content.model import Scenario
    from salesdojo.practice.solving import Explored

_BAD_NEWS: Final = 0.1
"""Seconds that a version which cannot be played is held back: it may be half of one."""


class FileRead(Message):
    """The file was read, and has not changed since."""

    def __init__(
        self, examined: "Examined", met: frozenset[str], seen: Look, *, solving: bool = False
    ) -> None:
        """Carry what was found, the scenes that some road leads to, and the file's state.

        With `solving` the figures come later, by `FileSolved`.
        """
        super().__init__()
        self.examined = examined
        self.met = met
        self.seen = seen
        self.solving = solving


class FileSolved(Message):
    """A version of the file is solved; there may be a later one by now."""

    def __init__(
        self, scenario: "Scenario", explored: "Explored | None", met: frozenset[str], seen: Look
    ) -> None:
        """Carry which, its figures if it is not too large, and what `FileRead` carries."""
        super().__init__()
        self.scenario = scenario
        self.explored = explored
        self.met = met
        self.seen = seen


class FileChecked(Message):
    """Everything that is wrong with the file was found, and it has not changed since."""

    def __init__(self, examined: "Examined") -> None:
        """Carry what was found."""
        super().__init__()
        self.examined = examined


class FileGone(Message):
    """There is no file any more."""


class Jumped(Message):
    """A road to a scene was looked for."""

    def __init__(self, scene: str, start: "Rehearsal", jump: "Jump | None") -> None:
        """Carry which, from where, and what was found."""
        super().__init__()
        self.scene = scene
        self.start = start
        self.jump = jump


class PreviewReading:
    """What a screen asks of a file. Answers are posted to the screen as messages."""

    def __init__(self, screen: "Screen[None]", file: Path) -> None:
        """Answer `screen` about `file`."""
        self._screen = screen
        self._file = file
        seen = look((file,))
        self._watcher = FileWatcher(file, seen, self._saw)
        self._first = seen

    def begin(self) -> None:
        """Read the file, and again whenever it changes.

        `FileRead`, after which `check` is to be called, or `FileGone`. Where it is still
        solving, `check` waits for `FileSolved`.
        """
        self._read(self._first, patient=False)
        self._watcher.start()

    def stop(self) -> None:
        """Let the file be."""
        self._watcher.stop()

    def check(self, seen: Look) -> None:
        """Find everything that is wrong with the file as it was `seen`: `FileChecked`.

        Called once the reading is on the screen: the rules take several times as long, and
        two threads at once would both be late.
        """

        def checked() -> None:
            found = examination(self._file)
            if _at_rest(seen):
                self._screen.post_message(FileChecked(found))

        self._screen.run_worker(checked, thread=True, exclusive=True, group="check")

    def look_for(self, scene: str, rehearsal: "Rehearsal", explored: "Explored") -> None:
        """Look for a road to `scene`: `Jumped`."""

        def looked() -> None:
            found = jump(rehearsal, explored, scene)
            self._screen.post_message(Jumped(scene, rehearsal, found))

        self._screen.run_worker(looked, thread=True, exclusive=True, group="jump")

    def _saw(self, sight: Sight, seen: Look) -> None:
        """Be told by the watcher, in its thread."""
        with suppress(RuntimeError):  # the app has ended
            if sight is Sight.GONE:
                self._screen.post_message(FileGone())
            else:
                self._screen.app.call_from_thread(partial(self._read, seen, patient=True))

    def _read(self, seen: Look, *, patient: bool) -> None:
        def read() -> None:
            found = glance(self._file)
            if patient and found.scenario is None:
                time.sleep(_BAD_NEWS)
            if not _at_rest(seen):
                return
            scenario = found.scenario
            solving = scenario is not None and scenario.bargains
            self._watcher.watch_also(companions(self._file, found.document))
            self._screen.post_message(FileRead(found, _met(found.explored), seen, solving=solving))
            if scenario is not None and solving:
                solved = solved_at_last(scenario)
                self._screen.post_message(FileSolved(scenario, solved, _met(solved), seen))

        self._screen.run_worker(read, thread=True, exclusive=True, group="read")


def _met(explored: "Explored | None") -> frozenset[str]:
    return scenes_met(explored) if explored else frozenset()


def _at_rest(seen: Look) -> bool:
    """Say whether what was just done still holds: else the watcher tells of the change soon."""
    return look(seen) == seen and not get_current_worker().is_cancelled
