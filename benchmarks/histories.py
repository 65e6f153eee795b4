"""A history of a thousand people, as large as is asked for, written into a database at once.

A few hundred talks of the shipped pack are really played and scored; the history repeats them
with other ids, people and times, each with a chain and hashes of its own, so that every row
would pass an audit. One of the people has as many attempts as is asked for, spread evenly.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from hashlib import md5, sha256
from operator import itemgetter
from pathlib import Path
from random import Random
from typing import Any, Final

from sqlalchemy import Table

from salesdojo.content.library import Library
from salesdojo.content.model import Scenario
from salesdojo.practice.attempt import Attempt, Event
from salesdojo.practice.following import AS, follow
from salesdojo.practice.scoring import best_choices, score
from salesdojo.practice.solving import METHOD, Solution
from salesdojo.practice.table.players import Player
from salesdojo.records import chain, result_json
from salesdojo.records.mode import Mode
from salesdojo.records.model import AttemptRecord, Person, StoredDecision
from salesdojo.records.tables import (
    ATTEMPT,
    DECISION,
    FINISHED_ATTEMPT,
    PERSON,
    RESULT,
    SCENARIO_REVISION,
)
from salesdojo.records.values import chances, solution, spreads

PEOPLE: Final = 1_000
SKILLS: Final = (0.3, 0.5, 0.7, 0.9)
"""How often a best line is taken, from one's first attempts to the latest."""
SCENARIO_IN: Final = 8
"""One attempt of so many is a scenario, the others are drills."""
LEFT_IN: Final = 50
"""One scenario of so many is left after its first line."""
BEGIN: Final = 1_760_000_000_000
BETWEEN: Final = 60_000
"""Milliseconds between two attempts of anybody."""
BATCH: Final = 20_000

Row = dict[str, object]
Rows = Mapping[Table, Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Play:
    """A talk really played to its end, and scored."""

    scenario: Scenario
    seed: int
    events: tuple[Event, ...]
    result: Mapping[str, object]
    """The columns of its result that are the same for whoever plays so."""


def plays(library: Library, cache: Path) -> dict[str, list[list[Play]]]:
    """Return plays of everything in the pack, by kind, each in the order of `SKILLS`."""
    found: dict[str, list[list[Play]]] = {"drill": [], "scenario": []}
    dice = Random(1)  # noqa: S311 - a simulation
    for entry in library.entries:
        scenario = library.scenario(entry.id)
        solved = solution(scenario, cache)
        for figures in (chances, spreads):
            figures(scenario, cache)  # a cache holds them after a while
        kind = "drill" if entry.kind == "drill" else "scenario"
        found[kind].append(
            [_played(scenario, solved, seed, skill, dice) for seed, skill in enumerate(SKILLS)]
        )
    return found


def _played(scenario: Scenario, solved: Solution, seed: int, skill: float, dice: Random) -> Play:
    attempt = Attempt(scenario, seed)
    while attempt.outcome is None:
        able = dice.random() < skill
        if attempt.table is not None:
            player = Player.EXPERT if able else dice.choice(list(Player))
            attempt = follow(attempt, f"{AS} {player.value}")
            continue
        lines = best_choices(attempt.state, solved) if able else [one.id for one in attempt.offered]
        attempt = follow(attempt, dice.choice(list(lines)))
    events = attempt.events
    result = score(attempt, solved)
    body = result_json.written(result)
    told = {
        "method": str(METHOD),
        "revision": scenario.revision,
        "result_hash": sha256(body.encode()).hexdigest(),
        "outcome": result.outcome.value,
        "quality": result.quality,
        "passed": int(result.passed),
        "body": body,
    }
    return Play(scenario, seed, events, told)


@dataclass(frozen=True, slots=True)
class History:
    """A thousand people's attempts; the first person's are spread evenly among them."""

    plays: Mapping[str, Sequence[Sequence[Play]]]
    total: int
    own: int

    @property
    def people(self) -> tuple[Person, ...]:
        """Everyone; the first is asked about."""
        return tuple(Person(_id("person", number), f"佐藤 {number}") for number in range(PEOPLE))

    @property
    def end(self) -> int:
        """A day after the last attempt, UTC in milliseconds."""
        return BEGIN + self.total * BETWEEN + 86_400_000

    def batches(self) -> Iterator[Rows]:
        """Yield every row, in the order of time."""
        yield self._begun_with()
        yield from self._attempts()

    def _begun_with(self) -> Rows:
        scenarios = {
            one[0].scenario.revision: one[0].scenario
            for kind in self.plays.values()
            for one in kind
        }
        return {
            PERSON: [{"id": one.id, "name": one.name, "team": ""} for one in self.people],
            SCENARIO_REVISION: [
                {"sha256": revision, "bytes": one.canonical} for revision, one in scenarios.items()
            ],
        }

    def _attempts(self) -> Iterator[Rows]:
        dice = Random(2)  # noqa: S311 - a simulation
        people, every = self.people, self.total // self.own
        rows = _none_yet()
        for number in range(self.total):
            own = number % every == 0
            person = people[0 if own else dice.randrange(1, PEOPLE)]
            kind = "scenario" if dice.randrange(SCENARIO_IN) == 0 else "drill"
            tries = dice.choice(self.plays[kind])
            skill = len(SKILLS) * number // self.total
            play = tries[max(0, skill - dice.randrange(2))]
            left = kind == "scenario" and dice.randrange(LEFT_IN) == 0
            self._add(rows, number, person, play, left=left)
            if (number + 1) % BATCH == 0 or number + 1 == self.total:
                yield rows
                rows = _none_yet()

    def _add(
        self, rows: dict[Table, list[Row]], number: int, person: Person, play: Play, *, left: bool
    ) -> None:
        begun = BEGIN + number * BETWEEN
        record = AttemptRecord(
            id=_id("attempt", number),
            person=person,
            scenario=play.scenario.id,
            revision=play.scenario.revision,
            seed=play.seed,
            mode=Mode.PRACTICE,
            language="ja",
            begun_at=begun,
            finished_at=None if left else begun + 5_000 * len(play.events),
            abandoned_at=begun + 9_000 if left else None,
            fork=None,
            saved=0,
        )
        rows[ATTEMPT].append(_attempt_row(record))
        link = chain.beginning(record)
        for event in play.events[: 1 if left else None]:
            at = begun + 5_000 * event.turn
            one = StoredDecision(event.turn, event.scene, event.choice.id, False, False, 5_000, at)
            link = chain.link(link, one)
            rows[DECISION].append(_decision_row(record.id, one, link))
        if not left:
            place = {"number": number + 1, "attempt": record.id, "at": record.finished_at}
            rows[RESULT].append({**play.result, **place, "input_hash": link.hex()})
            rows[FINISHED_ATTEMPT].append({**place, "person": person.id})


def _none_yet() -> dict[Table, list[Row]]:
    return {table: [] for table in (ATTEMPT, DECISION, RESULT, FINISHED_ATTEMPT)}


def _id(kind: str, number: int) -> str:
    return md5(f"{kind} {number}".encode(), usedforsecurity=False).hexdigest()


def _attempt_row(record: AttemptRecord) -> Row:
    return {
        "id": record.id,
        "person": record.person.id,
        "scenario": record.scenario,
        "revision": record.revision,
        "seed": record.seed,
        "mode": record.mode.value,
        "language": record.language,
        "begun_at": record.begun_at,
        "finished_at": record.finished_at,
        "abandoned_at": record.abandoned_at,
    }


def _decision_row(attempt: str, decision: StoredDecision, link: bytes) -> Row:
    return {
        "attempt": attempt,
        "turn": decision.turn,
        "scene": decision.scene,
        "choice": decision.choice,
        "timed_out": 0,
        "hinted": 0,
        "elapsed_ms": decision.elapsed_ms,
        "at": decision.at,
        "link": link,
    }


def _columns(table: Table, row: Row) -> list[str]:
    """Return the columns of `table` that `row` fills, whichever version the table is of."""
    return [column.name for column in table.c if column.name in row]


def fill_sqlite(path: Path, history: History) -> None:
    """Write `history` into the database at `path`, with its indexes made last."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for setting in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-500000"):
            connection.execute(f"PRAGMA {setting}")
        indexes = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        ).fetchall()
        connection.execute("BEGIN")
        for name, _ in indexes:
            connection.execute(f"DROP INDEX {name}")
        for batch in history.batches():
            for table, rows in batch.items():
                names = _columns(table, rows[0])
                marks = ", ".join(f":{name}" for name in names)
                into = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608
                connection.executemany(into, rows)
        for _, made in indexes:
            connection.execute(made)
        connection.execute("COMMIT")


def fill_postgresql(url: str, history: History) -> None:
    """Write `history` into the database at `url`, with its indexes made last."""
    import psycopg

    with closing(psycopg.connect(url)) as connection:
        connection.execute("SET session_replication_role = replica")  # references hold anyway
        indexes = _lone_indexes(connection)
        for name, _ in indexes:
            connection.execute(f'DROP INDEX "{name}"'.encode())
        for batch in history.batches():
            for table, rows in batch.items():
                _copy(connection, table, rows)
        for _, made in indexes:
            connection.execute(made.encode())
        connection.execute(
            "SELECT setval(pg_get_serial_sequence('result', 'number'), max(number)) "
            "FROM result HAVING count(*) > 0"
        )
        connection.commit()
        connection.autocommit = True
        connection.execute("VACUUM ANALYZE")  # as the server does by itself in time


def _lone_indexes(connection: Any) -> list[tuple[str, str]]:  # noqa: ANN401 - psycopg is optional
    """Return the indexes that no constraint needs, with how to make them."""
    found: list[tuple[str, str]] = connection.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND "
        "indexname NOT IN (SELECT conname FROM pg_constraint)"
    ).fetchall()
    return found


def _copy(connection: Any, table: Table, rows: Sequence[Row]) -> None:  # noqa: ANN401 - as above
    names = _columns(table, rows[0])
    of_row = itemgetter(*names)
    into = f"COPY {table.name} ({', '.join(names)}) FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(into) as copy:
        for row in rows:
            copy.write_row(of_row(row))
