"""Someone who has practised, on the small pack with a clock that can be set."""

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

from salesdojo.records.mode import Mode
from salesdojo.tui.app import DojoApp
from tui.screens_as_text import dojo
from tui.small_pack import COURSES, DRILLS, both, drill, small_library

LINES = [
    drill(f"line{number}", both(f"一言その{number}", f"Line {number}"), level=number % 5 + 1)
    for number in range(1, 9)
]


class Clock:
    """Noon of a day that can be set."""

    def __init__(self) -> None:
        self.day = datetime(2026, 1, 10, 12, tzinfo=UTC)
        self._ticks = count()

    def set(self, month: int) -> None:
        self.day = self.day.replace(month=month)

    def __call__(self) -> int:
        return int(self.day.timestamp() * 1000) + next(self._ticks)


def opened(home: Path, clock: Callable[[], int] | None = None, **changes: Any) -> DojoApp:
    library = changes.pop("library", None) or small_library(
        home, drills=[*DRILLS, *LINES], courses=COURSES
    )
    return dojo(home, library=library, clock=clock or Clock(), **changes)


def play(app: DojoApp, name: str, *choices: str) -> None:
    """Play a scenario or a drill to its end."""
    from salesdojo.records.values import solution

    found = app.library.scenario(name)
    session = app.memory.begin(found, Mode.PRACTICE, "en", cache=app.cache, fresh=False)
    for choice in choices:
        session.take(choice)
    session.result(solution(found, app.cache))
    app.memory.close()


def practised(home: Path, **changes: Any) -> DojoApp:
    """Return an app of someone whose first course has run out, with enough attempts to say."""
    clock = Clock()
    app = opened(home, clock, **changes)
    play(app, "first_call", "ask", "offer")
    clock.set(2)
    play(app, "second_call", "pitch", "boast")
    play(app, "second_call", "ask", "offer")
    play(app, "discount", "ask", "offer")
    clock.set(8)
    for one in LINES:
        play(app, one["id"], "nod" if one["level"] == 3 else "ask")
    play(app, "wrong_name", "nod")
    return app
