"""Audit: attempts a second of the whole command, and of replaying them one by one.

    python benchmarks/audit.py [--attempts N] [--players random|learning] [--url URL]

A database of attempts at shipped scenarios is built, then `salesdojo audit` is run on
it as a process of its own, several times, the best counts. Random players click
anything: nearly every road is a road of its own, the worst case. Learning players
choose what costs nothing most of the time, the more so the more often they have
played, so that roads repeat as people's do. The peer replays and scores a sample of
the same attempts one by one, by `Attempt` and `score`, in one process.
"""

import random
from hashlib import sha256
from typing import Any

from sqlalchemy import insert

from salesdojo import settings
from salesdojo.content.library import open_library
from salesdojo.content.model import Scenario
from salesdojo.practice.scoring_in_bulk import BulkScorer
from salesdojo.practice.solving import METHOD, explored
from salesdojo.practice.step_table import StepTable
from salesdojo.records import chain, results_in_bulk, tables
from salesdojo.records.mode import Mode
from salesdojo.records.model import AttemptRecord, Person, StoredDecision
from salesdojo.records.store import Store

AT_ONCE = 2_000
PEOPLE = 1_000
SAMPLE = 1_000
RUNS = 3
BEGUN = 1_780_000_000_000


class Player:
    """Plays one scenario, by chance or mostly well."""

    def __init__(self, scenario: Scenario) -> None:
        """Solve it."""
        self.scenario = scenario
        known = explored(scenario)
        self.solution = known.solution
        self.scorer = BulkScorer(known)
        self._table = StepTable(known)
        self._offers: dict[object, list[tuple[str, bool]]] = {}

    def talk(self, chance: random.Random, skill: float) -> tuple[int, list[tuple[str, str, bool]]]:
        """Return a seed and the moves of a talk; `skill` is how often the best is chosen."""
        seed = chance.randrange(2**31)
        place, _ = self._table.opening(seed)
        moves: list[tuple[str, str, bool]] = []
        while place.outcome is None:
            offers = self._offers.get(place)
            if offers is None:
                self._table.step(place, "")
                self._offers[place] = offers = [
                    (one, not step.loss) for one, step in place.steps.items()
                ]
            best = [one for one, free in offers if free]
            could = best if chance.random() < skill else [one for one, _ in offers]
            choice = chance.choice(could)
            moves.append((place.scene, choice, False))
            step = place.steps[choice]
            road = [f"{scene}.{said}" for scene, said, _ in moves]
            place = (step.sure or self._table.arrival(step, seed, road)).place
        return seed, moves


def rows_of(
    player: Player, number: int, chance: random.Random, players: str
) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of one finished attempt, by table."""
    skill = 0.0 if players == "random" else chance.choice((0.3, 0.6, 0.8, 0.9, 0.95))
    seed, moves = player.talk(chance, skill)
    person = f"{number % PEOPLE:032x}"
    record = AttemptRecord(
        id=sha256(str(number).encode()).hexdigest()[:32],
        person=Person(person, ""),
        scenario=player.scenario.id,
        revision=player.scenario.revision,
        seed=seed,
        mode=Mode.PRACTICE,
        language="ja",
        begun_at=BEGUN + number * 60_000,
        finished_at=BEGUN + number * 60_000 + 50_000,
        abandoned_at=None,
        fork=None,
        saved=len(moves),
    )
    last = chain.beginning(record)
    decisions = []
    for turn, (scene, choice, silent) in enumerate(moves, 1):
        at = record.begun_at + turn * 4_000
        one = StoredDecision(turn, scene, choice, silent, False, chance.randrange(60_000), at)
        last = chain.link(last, one)
        decisions.append(
            {
                "attempt": record.id,
                "turn": turn,
                "scene": scene,
                "choice": choice,
                "timed_out": 0,
                "hinted": 0,
                "elapsed_ms": one.elapsed_ms,
                "at": at,
                "link": last,
            }
        )
    walk = player.scorer.walk(seed, moves)
    scored = player.scorer.scored(walk, moves)  # type: ignore[arg-type]
    assert scored is not None  # noqa: S101 - it was played to its end
    body = results_in_bulk.written(scored)
    attempt = {
        "id": record.id,
        "person": person,
        "scenario": record.scenario,
        "revision": record.revision,
        "seed": seed,
        "mode": record.mode.value,
        "language": "ja",
        "begun_at": record.begun_at,
        "finished_at": record.finished_at,
    }
    result = {
        "attempt": record.id,
        "method": str(METHOD),
        "revision": record.revision,
        "input_hash": last.hex(),
        "result_hash": sha256(body.encode()).hexdigest(),
        "at": record.finished_at,
        "outcome": scored.outcome.value,
        "quality": scored.quality,
        "passed": int(scored.passed),
        "body": body,
    }
    return {"attempt": [attempt], "decision": decisions, "result": [result]}


def build(url: str, attempts: int, players: str) -> tuple[list[Player], int, int]:
    """Fill the database; return who played, how many roads differ, and how many decisions."""
    library = open_library(settings.shipped_pack(), None)
    kinds = [entry.id for entry in library.entries if entry.kind == "scenario"]
    everyone = [Player(library.scenario(name)) for name in kinds]
    chance = random.Random(5)  # noqa: S311 - the same attempts in every run
    roads: set[bytes] = set()
    many = 0
    with Store.open(url) as store:
        store._database.write(lambda held: _people(held, everyone))  # noqa: SLF001
        for first in range(0, attempts, AT_ONCE):
            batch: dict[str, list[dict[str, Any]]] = {"attempt": [], "decision": [], "result": []}
            for number in range(first, min(first + AT_ONCE, attempts)):
                player = everyone[number % len(everyone)]
                rows = rows_of(player, number, chance, players)
                road = [player.scenario.id, *(one["choice"] for one in rows["decision"])]
                roads.add(sha256("/".join(road).encode()).digest()[:12])
                many += len(rows["decision"])
                for table, more in rows.items():
                    batch[table] += more
            store._database.write(lambda held, batch=batch: _keep(held, batch))  # noqa: SLF001
    return everyone, len(roads), many


def _people(held: Any, everyone: list[Player]) -> None:  # noqa: ANN401
    held.execute(
        insert(tables.PERSON),
        [{"id": f"{one:032x}", "team": "", "name": f"n{one}"} for one in range(PEOPLE)],
    )
    held.execute(
        insert(tables.SCENARIO_REVISION),
        [{"sha256": one.scenario.revision, "bytes": one.scenario.canonical} for one in everyone],
    )


def _keep(held: Any, batch: dict[str, list[dict[str, Any]]]) -> None:  # noqa: ANN401
    for table, rows in batch.items():
        held.execute(insert(tables.METADATA.tables[table]), rows)
