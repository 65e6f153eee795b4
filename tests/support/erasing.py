"""Somebody with something to erase: talks with chance in them, retries, a journey and words."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from salesdojo.practice.solving import solve
from salesdojo.records.mode import Mode
from salesdojo.records.model import Person
from salesdojo.records.people.erasing import Erased
from salesdojo.records.session import Session
from salesdojo.records.store import Store
from support.full_records import rows_of
from support.records import decision, raw, url
from support.scenarios import choice, scenario
from support.servers import Base

NOW = 1_764_218_096_789
TODAY = 1_764_201_600_000
DAY = 86_400_000
NAME = "青木 erased-name"
WORDS = "Typed words 打った言葉"
OWN_WORDS = (
    "INSERT INTO recall VALUES ('attempt-1', 1, 'WORDS A', 'ask', 84.6)",
    "INSERT INTO recall VALUES ('attempt-1', 2, NULL, 'wait', 36.2)",
    """INSERT INTO remark (number, id, attempt, turn, choice, kind, words, language, at)
    VALUES (1, 'remark-1', 'attempt-2', 1, 'ask', 'unclear', 'WORDS B', 'ja', 1764217596789)""",
    """INSERT INTO remark (number, id, attempt, kind, words, language, at)
    VALUES (2, 'remark-2', 'attempt-3', 'wrong', 'Baba minds', 'en', 1764217696789)""",
    "INSERT INTO figures VALUES ('AOKI', 'example', 3, 'm1', '{}')",
    """INSERT INTO assignment VALUES
    (1, 'for_aoki', 'scenario', 'talk', 1764217596789, 1,
    '2026-12-18', NULL, NULL, 'exam', NULL, NULL)""",
    """INSERT INTO assignment VALUES
    (2, 'for_both', 'scenario', 'talk', 1764217596789, 1,
    '2026-12-18', NULL, NULL, 'exam', NULL, NULL)""",
    "INSERT INTO assigned_scenario VALUES ('for_aoki', 'talk', 0)",
    "INSERT INTO assigned_scenario VALUES ('for_both', 'talk', 0)",
    "INSERT INTO assignee VALUES (1, 'for_aoki', 'AOKI', NULL)",
    "INSERT INTO assignee VALUES (2, 'for_both', 'AOKI', NULL)",
    "INSERT INTO assignee VALUES (3, 'for_both', NULL, 'east')",
)
STORY = scenario(
    {
        "opening": {
            "choices": {
                "ask": choice(points={"inquiry": 2}, goto="luck"),
                "sell": choice(points={"inquiry": 0}, goto="luck"),
            }
        },
        "luck": {"goto": [{"weight": 1, "to": "warm"}, {"weight": 3, "to": "cold"}]},
        "warm": {"choices": {"close": choice(points={"value": 2}, goto="again")}},
        "cold": {"choices": {"wait": choice(points={"value": 1}, goto="again")}},
        "again": {"goto": [{"weight": 1, "to": "won"}, {"weight": 1, "to": "lost"}]},
        "won": {"end": "won"},
        "lost": {"end": "lost"},
    }
)


def drawn(first: int) -> Callable[[], int]:
    """Return a source of seeds that are the same in every run."""
    dice = Random(first)  # noqa: S311 - a test's
    return lambda: dice.randrange(2**31)


def play(store: Store, person: Person, name: str, seed: int, at: int) -> Session:
    """Play the story to its end, and keep the result."""
    ids = (f"{name}-retry-{number}" if number else name for number in count())
    clock = count(at, 61_001)
    session = Session.start(
        store, person, STORY, seed=seed, mode=Mode.PRACTICE, language="ja",
        clock=lambda: next(clock), new_id=lambda: next(ids),
    )  # fmt: skip
    while session.attempt.offered:
        session.take(session.attempt.shown[0].id, elapsed_ms=next(clock) % 7_919)
    session.result(solve(STORY))
    return session


def fill(place: Path | Base) -> None:
    """Store what Aoki and Baba did, who played the same story in one team."""
    dice = Random(3)  # noqa: S311 - a test's
    with Store.open(url(place)) as store:
        aoki, baba = store.person(NAME, "east"), store.person("Baba", "east")
        for number in range(12):
            who = aoki if number % 3 else baba
            play(store, who, f"attempt-{number}", dice.randrange(2**31), NOW - DAY * (12 - number))
        session = play(store, aoki, "attempt-12", 5, NOW - 900_000)
        session.fork_at(2)
        run = store.journeys.begin("run-1", aoki, "long_deal", NOW - 800_000)
        store.journeys.begin_chapter(
            run, 1, "chapter-1", STORY, seed=77, mode=Mode.EXAM, language="ja", at=NOW - 700_000
        )
        store.append("chapter-1", decision(1, "ask", at=NOW - 600_000))
    for statement in OWN_WORDS:
        raw(place, statement.replace("WORDS", WORDS).replace("AOKI", aoki.id))


def erase(place: Path | Base, **options: Any) -> Erased:
    """Erase Aoki."""
    with Store.open(url(place)) as store:
        aoki = store.known_person(NAME)
        assert aoki is not None
        done = store.people.erase(aoki, NOW, new_seed=drawn(1), **options)
        assert done is not None
        return done


def of_nobody(place: Path | Base, columns: str, table: str) -> list[tuple[object, ...]]:
    """Return `columns` of the rows that `table` has of the nameless person's."""
    whose = "person IN (SELECT id FROM person WHERE name IS NULL)"
    if table not in {"attempt", "journey"}:
        whose = f"attempt IN (SELECT id FROM attempt WHERE {whose})"  # noqa: S608
    return [*map(tuple, raw(place, f"SELECT {columns} FROM {table} WHERE {whose}"))]  # noqa: S608


def stand_in(place: Path | Base) -> Person:
    """Return the nameless person of the records."""
    ((name, team),) = raw(place, "SELECT id, team FROM person WHERE erased_at IS NOT NULL")
    return Person(name, "", team)


def everything(place: Path | Base) -> str:
    """Return every row of every table as text."""
    return repr([[*map(repr, row)] for rows in rows_of(place).values() for row in rows])


def leaves(value: object) -> Iterator[object]:
    """Give every value within lists and mappings."""
    if isinstance(value, dict):
        for one in value.values():
            yield from leaves(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from leaves(one)
    else:
        yield value
