"""Someone who has practised, on the small pack with a clock that can be set."""

import atexit
import shutil
from collections.abc import Callable, Iterator
from copy import copy, deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
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
    return _lent(_practised(), home, **changes)


def experienced(home: Path, **changes: Any) -> DojoApp:
    """Return an app of someone who went wrong in the same way more than once."""
    return _lent(_experienced(), home, **changes)


def having_played(home: Path, *roads: tuple[str, ...], **changes: Any) -> DojoApp:
    """Return an app of someone who has played `roads`, each a scenario and the choices."""
    return _lent(_having_played(roads), home, **changes)


@dataclass(frozen=True)
class _Played:
    """Records that were played once a test process; each test goes on in a copy of its own."""

    home: Path
    clock: Clock
    ids: Iterator[int]

    def app(self, home: Path, **changes: Any) -> DojoApp:
        """Return an app on what lies in `home`, that goes on where these were left."""
        ids = copy(self.ids)
        own = {"clock": deepcopy(self.clock), "new_id": lambda: f"attempt{next(ids)}"}
        return opened(home, **{**own, **changes})


def _lent(played: _Played, home: Path, **changes: Any) -> DojoApp:
    for file in played.home.glob("dojo.db*"):
        shutil.copyfile(file, home / file.name)
    shutil.copytree(played.home / "cache", home / "cache")
    return played.app(home, **changes)


@cache
def _practised() -> _Played:
    clock, ids, home = Clock(), count(1), _folder()
    app = opened(home, clock, new_id=lambda: f"attempt{next(ids)}")
    play(app, "first_call", "ask", "offer")
    clock.set(2)
    play(app, "second_call", "pitch", "boast")
    play(app, "second_call", "ask", "offer")
    play(app, "discount", "ask", "offer")
    clock.set(8)
    for one in LINES:
        play(app, one["id"], "nod" if one["level"] == 3 else "ask")
    play(app, "wrong_name", "nod")
    return _Played(home, clock, ids)


@cache
def _experienced() -> _Played:
    before, home = _practised(), _folder()
    clock, ids = deepcopy(before.clock), copy(before.ids)
    app = _lent(before, home, clock=clock, new_id=lambda: f"attempt{next(ids)}")
    for _ in range(3):
        play(app, "first_call", "pitch", "offer")
        play(app, "discount", "pitch", "boast")
        play(app, "second_call", "ask", "offer")
    return _Played(home, clock, ids)


@cache
def _having_played(roads: tuple[tuple[str, ...], ...]) -> _Played:
    clock, ids, home = Clock(), count(1), _folder()
    app = opened(home, clock, new_id=lambda: f"attempt{next(ids)}")
    for name, *choices in roads:
        play(app, name, *choices)
    return _Played(home, clock, ids)


def _folder() -> Path:
    folder = Path(mkdtemp(prefix="salesdojo-practised-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
