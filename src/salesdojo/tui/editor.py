"""The person's own editor, opened at a line of a file while the screen steps aside."""

import shlex
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from errno import ENOENT
from os import strerror
from pathlib import Path
from typing import TYPE_CHECKING, Final

from salesdojo.errors import UsageError

if TYPE_CHECKING:
    from salesdojo.tui.ground import GroundApp

_GOTO: Final = frozenset({"code", "code-insiders", "codium", "cursor"})
"""Editors that want ``--goto FILE:LINE``."""
_COLON: Final = frozenset({"hx", "helix", "subl", "zed"})
"""Editors that want ``FILE:LINE``. All others understand ``+LINE FILE``, as vi does."""


def editor_of(environment: Mapping[str, str]) -> str | None:
    """Return what VISUAL, else EDITOR says; None where neither says anything."""
    for variable in ("VISUAL", "EDITOR"):
        editor = environment.get(variable, "").strip()
        if editor:
            return editor
    return None


def editor_command(editor: str, file: Path, line: int) -> list[str]:
    """Return the command that opens `file` at `line`.

    Raises:
        UsageError: US067 when `editor` cannot be taken apart into words.
    """
    try:
        words = shlex.split(editor)
    except ValueError as fault:
        raise UsageError("US067", editor=editor, reason=str(fault)) from fault
    if not words or not words[0]:
        raise UsageError("US067", editor=editor, reason=strerror(ENOENT))
    place = str(file.absolute())  # no name of a file is taken for an option
    name = Path(words[0]).stem
    if name in _GOTO:
        return [*words, "--goto", f"{place}:{line}"]
    return [*words, f"{place}:{line}"] if name in _COLON else [*words, f"+{line}", place]


def edit(app: "GroundApp", command: list[str]) -> None:
    """Give the terminal to the editor until it ends. The app's messages wait meanwhile.

    Raises:
        UsageError: US067 when it cannot be started.
    """
    refused: OSError | None = None
    # Nothing may be raised within: the app would not take the terminal back (Textual 8.2.8).
    with app.suspend(), _signals_for_the_editor() as editing:
        try:
            with subprocess.Popen(command) as process:  # noqa: S603 - the person's own editor
                editing.append(process)
                process.wait()
        except OSError as fault:
            refused = fault
    if refused is not None:
        reason = refused.strerror or type(refused).__name__
        raise UsageError("US067", editor=command[0], reason=reason) from refused


@contextmanager
def _signals_for_the_editor() -> Iterator[list[subprocess.Popen[bytes]]]:
    """Let Ctrl-C and Ctrl-Z mean what they mean in the editor; TERM ends it, then us."""
    editing: list[subprocess.Popen[bytes]] = []

    def end(number: int, _frame: object) -> None:
        for process in editing:
            process.terminate()
        caught.append(number)

    caught: list[int] = []
    # Ctrl-C reaches all of the terminal's processes: the watch over signals would end the app.
    wakeup = signal.set_wakeup_fd(-1)
    stop = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    terminate = signal.signal(signal.SIGTERM, end)
    try:
        yield editing
    finally:
        signal.signal(signal.SIGTERM, terminate)
        signal.signal(signal.SIGTSTP, stop)
        signal.set_wakeup_fd(wakeup)
        if caught:
            signal.raise_signal(signal.SIGTERM)
