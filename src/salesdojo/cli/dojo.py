"""`salesdojo` alone: the full screen in a terminal, a talk in line mode without one."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.surroundings import Surroundings, surroundings
from salesdojo.errors import ReviewError

if TYPE_CHECKING:
    from salesdojo.records.planning.plan import Plan
    from salesdojo.records.planning.practised import Moment


def open_dojo(wish: Arguments) -> int:
    """Open the dojo where there is a terminal; without one, or asked to, play line by line."""
    if in_a_terminal() and not wish.plain:
        return full_screen(wish)
    from salesdojo.cli.play_command import run

    return run(wish)


def in_a_terminal() -> bool:
    """Say whether a full screen can be drawn and keys can be read here."""
    # The screen is drawn on stderr: `salesdojo 2>file` must not leave a blank terminal.
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(stream.isatty() for stream in streams) and os.environ.get("TERM", "dumb") != "dumb"


def full_screen(wish: Arguments) -> int:
    """Open the app, at a scenario where one was named; return its exit code."""
    here = surroundings(wish)
    first = None
    if wish.scenario is not None:
        from salesdojo.cli.naming import named_scenario

        first = named_scenario(here, wish.scenario)
    from salesdojo.tui.launching import launch

    return launch(
        here,
        first=first,
        exam=wish.exam,
        fresh=wish.fresh,
        seed=wish.seed,
        language_asked=wish.language_asked,
    )


def full_screen_journey(
    here: Surroundings, journey: str, *, seed: int | None, language_asked: bool
) -> int:
    """Open the app at the chapter of a journey that comes next; return its exit code."""
    from salesdojo.tui.launching import launch

    return launch(here, journey=journey, seed=seed, language_asked=language_asked)


def open_team(here: Surroundings, *, language_asked: bool) -> int:
    """Open the app at a team; return its exit code.

    Raises:
        ReviewError: RV032 there is no terminal to open it in.
    """
    if not in_a_terminal():
        raise ReviewError("RV032")
    from salesdojo.tui.launching import launch_team

    return launch_team(here, language_asked=language_asked)


def practise_on_screen(
    here: Surroundings, session: "Plan", before: "Moment", *, language_asked: bool
) -> tuple[int, str]:
    """Open the app at a session of practice; return its exit code and its last language."""
    from salesdojo.tui.launching import launch_practice

    return launch_practice(here, session, before, language_asked=language_asked)


def open_preview(wish: Arguments, file: Path) -> int:
    """Open the preview of a scenario file; return its exit code."""
    from salesdojo.tui.launching import launch_preview

    return launch_preview(file, language=wish.language, language_asked=wish.language_asked)
