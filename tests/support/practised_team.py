"""A company that has practised: twelve people of one team, each a story a manager should see."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random
from typing import Any, Final

from salesdojo.content.library import Library
from salesdojo.records.mode import Mode
from salesdojo.records.model import Person
from salesdojo.records.session import Session
from salesdojo.records.store import Store
from salesdojo.records.values import solution
from support.once_a_run import made_once
from tui.small_pack import COURSES, DRILLS, SCENARIOS, both, drill, scenario, small_library

DAY: Final = 86_400_000
NOW: Final = 1_780_056_000_000
"""Noon UTC of a day in 2026."""
LINES: Final = [
    drill(f"line{number}", both(f"一言その{number}", f"Line {number}"), level=number % 5 + 1)
    for number in range(1, 4)
]


def _call(number: int) -> dict[str, Any]:
    """Return a scenario; some end with a deal won or a talk that stalled."""
    made = scenario(
        f"call{number}",
        both(f"電話その{number}", f"Call {number}"),
        level=number % 5 + 1,
        motion="inbound" if number % 2 else "outbound",
        stage=("lead", "discovery", "proposal", "closing")[number % 4],
    )
    good, bad = (("advanced", "lost"), ("won", "stalled"), ("won", "lost"))[number % 3]
    scenes = made["scenes"]
    ends = {"good": {**scenes["good"], "end": good}, "bad": {**scenes["bad"], "end": bad}}
    return {**made, "scenes": {**scenes, **ends}}


CALLS: Final = [_call(number) for number in range(1, 9)]
NAMES: Final = (
    "Aoki", "Baba", "Chiba", "Doi", "Endo", "Fujii", "Goto", "Hara", "Ito", "Joh", "Kato", "Mori",
)  # fmt: skip
GOOD, BAD = ("ask", "offer"), ("pitch", "boast")
MIXED: Final = (GOOD, ("ask", "boast"), ("pitch", "offer"), BAD)


@dataclass(slots=True)
class Company:
    """The records of a company, and the pack that it practises."""

    store: Store
    library: Library
    cache: Path
    at: int = NOW
    """What the clock says."""
    _ids: Callable[[], str] = field(default_factory=lambda: map("c{}".format, count()).__next__)

    def play(self, person: Person, name: str, *choices: str) -> Session:
        """Let somebody play to the end."""
        found = self.library.scenario(name)
        session = Session.start(
            self.store,
            person,
            found,
            seed=7,
            mode=Mode.PRACTICE,
            language="en",
            clock=lambda: self.at,
            new_id=self._ids,
        )
        for choice in choices:
            session.take(choice)
        session.result(solution(found, self.cache))
        return session

    def story(self, name: str, team: str = "east") -> Person:
        """Let somebody play what `STORIES` says of them."""
        person = self.store.person(name, team)
        for days, scenario_id, choices in _story(NAMES.index(name)):
            self.at = NOW - days * DAY
            self.play(person, scenario_id, *choices)
        self.at = NOW
        return person


def opened(home: Path) -> Company:
    """Return a company in which nobody has practised."""
    library = small_library(home, *SCENARIOS, *CALLS, drills=[*DRILLS, *LINES], courses=COURSES)
    return Company(Store.open(f"sqlite:///{home / 'dojo.db'}"), library, home / "cache")


def company(home: Path, names: Sequence[str] = NAMES) -> Company:
    """Return a company whose people have practised, in the folder `home`."""
    if tuple(names) == NAMES:
        shutil.copytree(made_once("practised-team", _everyone), home, dirs_exist_ok=True)
        return opened(home)
    made = opened(home)
    for name in names:
        made.story(name)
    return made


def _everyone(home: Path) -> None:
    """Write the records of all into the folder `home`: playing them takes seconds."""
    made = opened(home)
    for name in NAMES:
        made.story(name)
    made.store.close()


def _story(number: int) -> list[tuple[int, str, tuple[str, ...]]]:
    """Return what the person of that number played: how many days ago, what, and how."""
    talks = [one["id"] for one in (*SCENARIOS, *CALLS)]
    lines = [one["id"] for one in (*DRILLS, *LINES)]
    last = (0, 1, 30, 2, 14, 3, 5, 13, 0, 8, 21)[number % 11]
    if number == 0:  # good throughout
        return [(last + 11 - place, one, GOOD) for place, one in enumerate(talks)]
    if number == 1:  # weak throughout, drills too
        played = [(last + 12 - place, one, BAD) for place, one in enumerate(talks)]
        return [*played, *((last, one, ("push",)) for one in lines)]
    if number == 2:  # fell, and stays away
        return [
            (last + 12 - place, one, GOOD if place < 5 else BAD) for place, one in enumerate(talks)
        ]
    if number == 3:  # two attempts: too few to say
        return [(last, one, GOOD) for one in talks[:2]]
    if number == 11:  # never began
        return []
    chance = Random(number)  # noqa: S311 - a story, no secret
    story = [(last + 14 - place, one, chance.choice(MIXED)) for place, one in enumerate(talks)]
    drills = [(last + 3, one, (chance.choice(["ask", "nod", "push"]),)) for one in lines]
    again = [(last, one, GOOD) for one in talks[:3]]
    return [*story, *drills, *again]
