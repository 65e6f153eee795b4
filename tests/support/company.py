"""A company that practises, retries, is rescored and erased by any clock, step by step."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

from salesdojo.content.judged_by import judged_by
from salesdojo.content.model import Scenario
from salesdojo.practice.solving import Solution, solve
from salesdojo.records.auditing import rescored
from salesdojo.records.auditing.rescoring import Rescoring
from salesdojo.records.database.database import PATIENCE, Database
from salesdojo.records.database.place import place as read_place
from salesdojo.records.mode import Mode
from salesdojo.records.model import AttemptRecord, Person
from salesdojo.records.session import Session
from salesdojo.records.store import Store
from support.erasing import STORY
from support.histories import TALK
from support.records import Talk, begun, raw, result, url
from support.scenarios import rubric
from support.servers import Base

if TYPE_CHECKING:
    from salesdojo.practice.scoring import Result

NOON: Final = 1_760_000_000_000
DAY: Final = 86_400_000
TEAMS: Final = ("east", "west", "")
NAMES: Final = ("青木", "馬場", "Chiba", "千葉")
STEPS: Final = (
    "play", "play", "play", "begin", "finish", "retry", "other_window", "chapter",
    "judge", "judge_back", "marks", "jump", "join", "erase", "foreign_row",
)  # fmt: skip


def _named(story: Scenario, name: str) -> Scenario:
    from salesdojo.content.building import scenario_from_canonical

    text = story.canonical.decode().replace('"id":"talk"', f'"id":"{name}"')
    assert name in text
    return scenario_from_canonical(text.encode())


STORIES: Final = (_named(TALK, "visit"), _named(STORY, "call"), _named(TALK, "order"), TALK)
_SOLVED: Final[dict[str, Solution]] = {}


def solved(story: Scenario) -> Solution:
    if story.revision not in _SOLVED:
        _SOLVED[story.revision] = solve(story)
    return _SOLVED[story.revision]


class Company:
    """People of some teams, and what they do; every step is drawn by `dice`."""

    def __init__(self, place: Path | Base, store: Store, dice: Random) -> None:
        """Let people join the records at `place`."""
        self.place = place
        self.store = store
        self.now = NOON
        self._dice = dice
        self._ids = count(100 * len(raw(place, "SELECT id FROM attempt")))
        self._people = [store.person(name, dice.choice(TEAMS)) for name in NAMES]
        self._open: list[Session] = []
        self._over: list[AttemptRecord] = []
        self._erased: set[str] = set()
        self._first: dict[str, Result] = {}

    def step(self, name: str) -> None:
        getattr(self, f"_{name}")()
        self.now += self._dice.randrange(2 * DAY)

    def everybody(self) -> dict[str, list[Person]]:
        """Return people by team, those who were erased too."""
        teams: dict[str, list[Person]] = {team: [] for team in TEAMS}
        for row in raw(self.place, "SELECT id, name, team FROM person"):
            teams[row[2]].append(Person(row[0], row[1] or "", row[2]))
        return teams

    def unscoreable(self) -> Person:
        """Let a newcomer finish what no program can read."""
        person = self.store.person("Old", "east")
        begun(self.store, "old", person=person, scenario=Talk(), at=self.now)
        self.store.finish("old", result(50), self.now)
        return person

    def _session(self, store: Store | None = None) -> Session:
        session = Session.start(
            store or self.store,
            self._dice.choice(self._people),
            self._dice.choice(STORIES),
            seed=self._dice.randrange(2**31),
            mode=Mode.PRACTICE,
            language="ja",
            clock=lambda: self.now,
            new_id=lambda: f"c{next(self._ids)}",
        )
        return self._talked(session)

    def _talked(self, session: Session) -> Session:
        while session.attempt.outcome is None:
            session.take(self._dice.choice(session.attempt.offered).id)
        return session

    def _play(self) -> None:
        self._ended(self._session())

    def _ended(self, session: Session) -> None:
        session.result(solved(session.attempt.scenario))
        self._over.append(session.record)

    def _begin(self) -> None:
        self._open.append(self._session())

    def _finish(self) -> None:
        """Finish what was begun earlier, after what was begun later."""
        if self._open:
            self._ended(self._open.pop(self._dice.randrange(len(self._open))))

    def _other_window(self) -> None:
        with Store.open(url(self.place)) as other:
            self._ended(self._session(other))

    def _retry(self) -> None:
        if self._over:
            session = Session.resume(self.store, self._dice.choice(self._over), lambda: self.now)
            retry = self._talked(session.fork_at(1))
            retry.result(solved(retry.attempt.scenario))

    def _chapter(self) -> None:
        """Go two chapters of a journey, of which the second began where the first had ended."""
        person = self._dice.choice(self._people)
        run = self.store.journeys.begin(f"run{next(self._ids)}", person, "deal", self.now)
        for number, story in enumerate(STORIES[:2], 1):
            attempt = f"c{next(self._ids)}"
            self.store.journeys.begin_chapter(
                run, number, attempt, story, seed=self._dice.randrange(2**31),
                mode=Mode.EXAM, language="en", at=self.now,
            )  # fmt: skip
            record = self.store.attempt(attempt)
            session = self._talked(Session.resume(self.store, record, lambda: self.now))
            self._ended(session)

    def _judge(self) -> None:
        """Let another version of the program have come to another result."""
        if not self._over:
            return
        attempt = self._dice.choice(self._over).id
        before = self.store.result(attempt)
        assert before is not None
        self._first.setdefault(attempt, before)
        after = replace(before, quality=100 * self._dice.random(), passed=not before.passed)
        self.store.finish(attempt, after, self.now)

    def _judge_back(self) -> None:
        for attempt, first in list(self._first.items())[-1:]:
            self.store.finish(attempt, first, self.now)

    def _marks(self) -> None:
        """Let the trainer set another mark, and apply it to everything."""
        mark = self._dice.choice((30, 70))
        with closing(Database(read_place(url(self.place)), None, PATIENCE)) as database:
            changed = Rescoring(database, lambda old, _: judged_by(old, rubric(**{"pass": mark})))
            for piece in changed.pieces():
                rescored.store(database, piece.changes, self.now)

    def _jump(self) -> None:
        self.now += self._dice.randint(-40, 40) * DAY

    def _join(self) -> None:
        name = f"New {next(self._ids)}"
        self._people.append(self.store.person(name, self._dice.choice(TEAMS)))

    def _erase(self) -> None:
        """Erase somebody for good, with what has no other seed, at most once a company."""
        if self._erased or len(self._over) < 4:
            return
        person = self._dice.choice(self._people)
        self._erased.add(person.id)
        self.store.people.erase(
            person, self.now, tries=2, new_seed=lambda: self._dice.randrange(2**31)
        )
        self._people.remove(person)
        self._over = [one for one in self._over if one.person.id != person.id]
        self._open = [one for one in self._open if one.record.person.id != person.id]
        self._first = {
            one: held for one, held in self._first.items() if one in {o.id for o in self._over}
        }

    def _foreign_row(self) -> None:
        """Let another program have written nonsense, or another rule."""
        change = self._dice.choice(
            ("totals = '{'", "shown = '[]'", "made_by = 'other'", "through = through + 1")
        )
        whose = self._dice.choice(self._people).id
        raw(self.place, f"UPDATE summary SET {change} WHERE person = '{whose}'")  # noqa: S608


@contextmanager
def company(place: Path | Base, seed: int) -> Iterator[Company]:
    with Store.open(url(place)) as store:
        yield Company(place, store, Random(seed))  # noqa: S311 - a simulation
