"""Opens the dojo, or a preview, on a terminal and returns its exit code.

What happens before the first paint is counted in milliseconds: garbage
collection pauses over the import of Textual (200 ms with it, 173 without), and
nothing that the first screen does not show is imported.
"""

import asyncio
import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

from salesdojo.i18n import LANGUAGES, message

if TYPE_CHECKING:
    from salesdojo.content.library import Library
    from salesdojo.content.model import Scenario
    from salesdojo.records.planning.plan import Plan
    from salesdojo.records.planning.practised import Moment
    from salesdojo.tui.app import DojoApp
    from salesdojo.tui.ground import GroundApp
    from salesdojo.tui.preview_app import PreviewApp
    from salesdojo.tui.team_app import TeamApp

_LAST_WORK: Final = 0.5
"""Seconds that work still running may take after the app has ended."""


class Surroundings(Protocol):
    """What the dojo needs from the door it was opened by."""

    @property
    def language(self) -> str:
        """Spoken unless the person chose another."""

    @property
    def database(self) -> str:
        """The records, as an SQLAlchemy URL."""

    @property
    def name(self) -> str:
        """Who practises."""

    @property
    def team(self) -> str | None:
        """Their team; None where only one person has the name."""

    @property
    def cache(self) -> Path:
        """The user's cache folder."""

    @property
    def library(self) -> "Library":
        """The pack."""

    @property
    def clock(self) -> Callable[[], int]:
        """UTC in milliseconds."""

    @property
    def new_id(self) -> Callable[[], str]:
        """Ids for attempts."""

    @property
    def new_seed(self) -> Callable[[], int]:
        """Seeds for attempts."""


def launch(  # noqa: PLR0913 - a wish of the command line each
    here: Surroundings,
    *,
    first: "Scenario | None" = None,
    exam: bool = False,
    fresh: bool = False,
    seed: int | None = None,
    journey: str | None = None,
    language_asked: bool = False,
) -> int:
    """Run the dojo until it is left; return the exit code.

    Args:
        here: places, person, sources of time and chance.
        first: a scenario to open straight away.
        exam: open it as an exam.
        fresh: leave its unfinished attempt behind.
        seed: for attempts begun, instead of `here.new_seed`.
        journey: the id of a journey to play on straight away.
        language_asked: `here.language` was asked for and wins over the one remembered.

    Raises:
        SalesdojoError: what keeps the dojo from opening, or what it fell over.
    """
    return run_built(lambda: _app(here, first, exam, fresh, seed, journey, language_asked))


def launch_practice(
    here: Surroundings, session: "Plan", before: "Moment", *, language_asked: bool
) -> tuple[int, str]:
    """Run the dojo at a session of practice until it is left.

    Returns the exit code, and the language that was spoken last.

    Args:
        here: places, person, sources of time and chance.
        session: not empty.
        before: the person as the session begins.
        language_asked: `here.language` was asked for and wins over the one remembered.

    Raises:
        SalesdojoError: what keeps the dojo from opening, or what it fell over.
    """
    built: list[DojoApp] = []

    def build() -> "DojoApp":
        built.append(_practice(here, session, before, language_asked))
        return built[0]

    return run_built(build), built[0].language


def launch_team(here: Surroundings, *, language_asked: bool) -> int:
    """Run the dojo at a team until it is left; return the exit code.

    Args:
        here: places and clock; its team is the one to show, None asks where there are several.
        language_asked: `here.language` was asked for and wins over the one remembered.

    Raises:
        SalesdojoError: what keeps the dojo from opening, or what it fell over.
    """
    return run_built(lambda: _team(here, language_asked))


def launch_preview(file: Path, *, language: str, language_asked: bool) -> int:
    """Run the preview of a scenario file until it is left; return the exit code.

    Args:
        file: the scenario.
        language: spoken unless the person chose another.
        language_asked: it was asked for and wins over the one remembered.

    Raises:
        SalesdojoError: what the preview fell over.
    """
    return run_built(lambda: _preview(file, language, language_asked))


def run_built(build: "Callable[[], GroundApp]") -> int:
    """Build an app and run it until it is left; return the exit code.

    Raises:
        SalesdojoError: what keeps it from opening, or what it fell over.
    """
    # Set before textual is first imported: its parser of kitty's keys gives up after 32
    # characters, so that こんにちは arrives as 36 keys of garbage (Textual 8.2.8).
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    gc.disable()
    try:
        app = build()
    finally:
        gc.freeze()
        gc.enable()
    code = _run(app)
    if app.fault is not None:
        raise app.fault
    _end_of_work(app, code)
    return code


def _app(  # noqa: PLR0913, PLR0917 - the arguments of `launch`
    here: Surroundings,
    first: "Scenario | None",
    exam: bool,
    fresh: bool,
    seed: int | None,
    journey: str | None,
    language_asked: bool,
) -> "DojoApp":
    from salesdojo.records.mode import Mode
    from salesdojo.tui.app import DojoApp

    usual = _usual(here, asked=language_asked)
    if seed is not None:
        usual["new_seed"] = lambda: seed
    return DojoApp(
        **usual,
        first=first,
        mode=Mode.EXAM if exam else Mode.PRACTICE,
        fresh=fresh,
        journey=journey,
    )


def _practice(
    here: Surroundings, session: "Plan", before: "Moment", language_asked: bool
) -> "DojoApp":
    from salesdojo.tui.practise_app import PractiseApp

    return PractiseApp(session, before, **_usual(here, asked=language_asked))


def _team(here: Surroundings, language_asked: bool) -> "TeamApp":
    from salesdojo.tui.team_app import TeamApp

    return TeamApp(**_usual(here, asked=language_asked))


def _usual(here: Surroundings, *, asked: bool) -> "dict[str, Any]":
    """Return what every dojo takes, wherever it begins."""
    from salesdojo.tui.preferences import Preferences, preferences_file

    file = preferences_file()
    kept = Preferences.read(file)
    return {
        "library": here.library,
        "database": here.database,
        "person": here.name,
        "team": here.team,
        "language": _spoken(here.language, kept.language, asked=asked),
        "clock": here.clock,
        "new_seed": here.new_seed,
        "new_id": here.new_id,
        "cache": here.cache,
        "theme": kept.theme,
        "preferences": file,
        "on_terminal": not os.environ.get("TEXTUAL_DRIVER"),
    }


def _preview(file: Path, language: str, language_asked: bool) -> "PreviewApp":
    from salesdojo.tui.editor import editor_of
    from salesdojo.tui.preferences import Preferences, preferences_file
    from salesdojo.tui.preview_app import PreviewApp

    remembered = preferences_file()
    kept = Preferences.read(remembered)
    return PreviewApp(
        file,
        language=_spoken(language, kept.language, asked=language_asked),
        theme=kept.theme,
        preferences=remembered,
        editor=editor_of(os.environ),
        on_terminal=not os.environ.get("TEXTUAL_DRIVER"),
    )


def _spoken(wished: str, kept: str | None, *, asked: bool) -> str:
    return kept if kept in LANGUAGES and not asked else wished


def _run(app: "GroundApp") -> int:
    from salesdojo.tui.signals import SHELL_BASE, SignalWatch

    loop = asyncio.new_event_loop()
    with SignalWatch(loop, app.leave):
        app.run(loop=loop)
    loop.close()
    code = app.return_code or 0
    if code > SHELL_BASE and app.fault is None:
        ended = message(app.ENDED, app.language, signal=_signal_name(code - SHELL_BASE))
        sys.stderr.write(f"{ended}\n")
    return code


def _signal_name(number: int) -> str:
    return signal.Signals(number).name


def _end_of_work(app: "GroundApp", code: int) -> None:
    """Let work in other threads come to its end, but not keep the person waiting.

    A worker that waits for a locked database would hold the process for half a
    minute. Nothing it might still write has been shown to anyone.
    """
    deadline = time.monotonic() + _LAST_WORK
    working = [
        thread
        for thread in threading.enumerate()
        if thread is not threading.current_thread() and not thread.daemon
    ]
    for thread in working:
        thread.join(max(0.0, deadline - time.monotonic()))
    if any(thread.is_alive() for thread in working):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    app.close_files()
