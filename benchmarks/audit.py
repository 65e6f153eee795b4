"""Audit: attempts a second of the whole command, and of replaying them one by one.

    python benchmarks/audit.py [--attempts N] [--players random|learning] [--url URL]

A database of attempts at shipped scenarios is built, then `salesdojo audit` is run on
it as a process of its own, several times, the best counts. Random players click
anything: nearly every road is a road of its own, the worst case. Learning players
choose what costs nothing most of the time, the more so the more often they have
played, so that roads repeat as people's do. The peer replays and scores a sample of
the same attempts one by one, by `Attempt` and `score`, in one process.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from functools import partial
from hashlib import sha256
from typing import Any

from sqlalchemy import insert, select

from salesdojo import settings
from salesdojo.content.library import open_library
from salesdojo.content.model import Scenario
from salesdojo.practice.following import replay
from salesdojo.practice.scoring import score
from salesdojo.practice.scoring_in_bulk import BulkScorer
from salesdojo.practice.solving import METHOD, explored
from salesdojo.practice.step_table import StepTable
from salesdojo.records import chain, tables
from salesdojo.records.auditing import results_in_bulk
from salesdojo.records.mode import Mode
from salesdojo.records.model import AttemptRecord, Person, StoredDecision
from salesdojo.records.result_json import written
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
            store._database.write(partial(_keep, batch=batch))  # noqa: SLF001
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


def one_by_one(url: str, everyone: list[Player]) -> float:
    """Return the attempts a second that are replayed and scored by the model, in one process."""
    players = {one.scenario.id: one for one in everyone}
    with Store.open(url, make=False) as store:
        rows = store._database.read(  # noqa: SLF001
            lambda held: held.execute(
                select(tables.ATTEMPT.c.id, tables.RESULT.c.body)
                .join(tables.RESULT, tables.RESULT.c.attempt == tables.ATTEMPT.c.id)
                .limit(SAMPLE)
            ).all()
        )
        began = time.perf_counter()
        for name, body in rows:
            record = store.attempt(name)
            if store.verify_chain(name) is not None:
                sys.exit("the peer finds a broken chain")
            choices = [decision.choice for decision in store.decisions(name)]
            player = players[record.scenario]
            played = replay(player.scenario, record.seed, choices)
            if written(score(played, player.solution)) != body:
                sys.exit("the peer finds another result")
    return len(rows) / (time.perf_counter() - began)


def audited(url: str, attempts: int) -> tuple[float, float]:
    """Return the best attempts a second of the whole command, and those a second of processor."""
    walls, used = [], []
    for _ in range(RUNS):
        before, began = os.times(), time.perf_counter()
        command = [sys.executable, "-m", "salesdojo", "audit", "--db", url, "--lang", "en"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.stdout != f"{attempts} equal, 0 differ, 0 missing.\n":
            sys.exit(done.stdout[-300:] + done.stderr[-300:])
        after = os.times()
        walls.append(time.perf_counter() - began)
        spent = after.children_user + after.children_system
        used.append(spent - before.children_user - before.children_system)
    return attempts / min(walls), attempts / min(used)


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--attempts", type=int, default=200_000, metavar="N")
    parser.add_argument("--players", choices=("random", "learning"), default="random")
    parser.add_argument("--url", help="an empty database; else a SQLite file is made")
    wish = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = wish.url or f"sqlite:///{folder}/dojo.db"
        everyone, roads, decisions = build(url, wish.attempts, wish.players)
        peer = one_by_one(url, everyone)
        whole, core = audited(url, wish.attempts)
    figures = {
        "attempts": wish.attempts,
        "distinct roads": roads,
        "decisions": decisions,
        "audit, attempts/s": round(whole),
        "audit, µs of processor an attempt": round(1_000_000 / core, 1),
        "one by one, attempts/s": round(peer),
        "ratio": round(whole / peer),
    }
    sys.stdout.write(json.dumps(figures, indent=2) + "\n")


if __name__ == "__main__":
    main()
