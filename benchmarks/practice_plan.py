"""How long a session of practice takes to compose, and what thirty days of it look like.

    .venv/bin/python benchmarks/practice_plan.py [ATTEMPTS]

The shipped pack is played by a scripted trainee, who takes a best line more and more often,
five minutes a day, with the clock moved on from day to day; then a session is composed.
"""

import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

from salesdojo import settings
from salesdojo.content.library import Library, open_library
from salesdojo.practice.following import AS, moves_of
from salesdojo.practice.scoring import best_choices
from salesdojo.practice.table.players import Player
from salesdojo.records.mastery.known import known
from salesdojo.records.mastery.skills import DAY
from salesdojo.records.mode import Mode
from salesdojo.records.planning.plan import Plan, plan
from salesdojo.records.planning.saying import reason
from salesdojo.records.session import Session
from salesdojo.records.store import Store
from salesdojo.records.values import solution

BEGIN = 1_760_000_000_000
SHOWN = (1, 2, 3, 5, 8, 15, 30)
"""Days whose session is printed."""


class Trainee:
    """Someone who gets better with practice, and plays what the plan says."""

    def __init__(self, library: Library, store: Store, cache: Path) -> None:
        """Practise `library`, remembered in `store`."""
        self.library = library
        self.store = store
        self.cache = cache
        self.person = store.person("trainee")
        self.now = BEGIN
        self.played = 0
        self._dice = Random(1)  # noqa: S311 - a simulation
        self._names = (f"attempt{number}" for number in count())

    def session(self, minutes: int, *, again: bool = False) -> Plan:
        """Return what the plan says now."""
        told = known(self.store, self.person, self.library, self.now, self.cache)
        return plan(
            self.library.entries,
            self.library.pack,
            told,
            now=self.now,
            minutes=minutes,
            again=again,
        )

    def play(self, name: str) -> None:
        """Play one scenario or drill to its end."""
        scenario = self.library.scenario(name)
        solved = solution(scenario, self.cache)
        talk = Session.start(
            self.store,
            self.person,
            scenario,
            seed=self.played,
            mode=Mode.PRACTICE,
            language="en",
            clock=lambda: self.now,
            new_id=lambda: next(self._names),
        )
        skill = min(0.9, 0.4 + self.played / 400)
        while talk.attempt.outcome is None:
            best = best_choices(talk.attempt.state, solved)
            known_line = self._dice.random() < skill
            if talk.attempt.table is not None:
                line = f"{AS} {Player.EXPERT if known_line else self._dice.choice(list(Player))}"
            else:
                offered = best if known_line else [one.id for one in talk.attempt.offered]
                line = self._dice.choice(list(offered))
            for move in moves_of(talk.attempt, line):
                talk.take(move)
        talk.result(solved)
        self.played += 1
        self.now += 60_000


def main() -> None:
    """Print thirty days, then the seconds that a session takes with many attempts."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with TemporaryDirectory() as folder:
        root = Path(folder)
        library = open_library(settings.shipped_pack(), root / "cache")
        with Store.open(f"sqlite:///{root / 'dojo.db'}") as store:
            trainee = Trainee(library, store, root / "cache")
            for line in thirty_days(trainee):
                print(line)
            names = [entry.id for entry in library.entries]
            while trainee.played < wanted:
                trainee.play(names[trainee.played % len(names)])
            trainee.now += 2 * DAY
            for _ in range(3):
                began = perf_counter()
                session = trainee.session(15)
                seconds = perf_counter() - began
                print(f"{trainee.played} attempts: {seconds:.3f} s, {len(session.items)} items")


def thirty_days(trainee: Trainee) -> Iterator[str]:
    """Yield what a trainee is told, day by day: five minutes, fifteen on every fifth day."""
    for day in range(1, 31):
        session = trainee.session(15 if day % 5 == 0 else 5)
        if day in SHOWN:
            yield f"day {day}: {session.minutes} min"
            for item in session.items:
                because = reason(item.because, trainee.now, "en")
                yield f"  {item.entry.id:<32} {item.priority:.2f}  {because}"
        for item in session.items:
            trainee.play(item.entry.id)
        trainee.now = BEGIN + day * DAY


if __name__ == "__main__":
    main()
