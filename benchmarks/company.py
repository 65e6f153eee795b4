"""What a manager reads of 200 teams of 500 people and 10,000,000 attempts, and what a finish costs.

    .venv/bin/python benchmarks/company.py [--small] [--only KIND] [--attempts N] [--url URL]

A few thousand careers of the shipped pack are made of talks that were really played and
scored (`histories`); every person of the company has one of them under ids of their own.
Summaries and tallies are those that the program tells of such a career, written in bulk and
then held against some that are told anew. What is timed is told in wall-clock milliseconds
and in those of this process, which a busy machine does not lengthen.

``--small`` makes 100,000 attempts of 2,000 people in 4 teams of 500; the databases are made
in a temporary folder and taken away. The company is made in the database at ``--url`` where
nobody is in it yet, and stays there.
"""

import argparse
import gc
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from itertools import count, islice
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, Final
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from sqlalchemy import Connection, insert

from histories import Play, fill_postgresql, fill_sqlite, plays
from manager_reads import reads
from salesdojo import settings
from salesdojo.content.library import Library, open_library
from salesdojo.records import json_text, keeping_up, result_json
from salesdojo.records.mastery.scenario_figures import figures_of
from salesdojo.records.mode import Mode
from salesdojo.records.model import AttemptRecord, Person
from salesdojo.records.session import Session
from salesdojo.records.store import Store
from salesdojo.records.tables import (
    ASSIGNED_SCENARIO,
    ASSIGNEE,
    ASSIGNMENT,
    ATTEMPT,
    DECISION,
    FINISHED_ATTEMPT,
    ITEM_TALLY,
    PERSON,
    RESULT,
    SCENARIO_FIGURES,
    SCENARIO_REVISION,
    SCENARIO_TALLY,
    SUMMARY,
)
from salesdojo.records.tallies import kept_summaries, summary_json
from salesdojo.records.tallies.item_counts import Counts, Try
from salesdojo.records.tallies.running import Running, Told, after
from salesdojo.records.tallies.summary import Summary, summary_of
from salesdojo.records.values import solution
from support.servers import DISK, Base, Server

TEAM: Final = 500
EACH: Final = 100
"""Attempts of a person's in the whole company."""
CAREERS: Final = 400
BEGIN: Final = 1_760_000_000_000
DAY: Final = 86_400_000
PROMISED: Final = 100.0
RUNS: Final = 15
FINISHES: Final = 300
"""People who finish an attempt, half of them kept up."""
PLAYED: Final = "think_it_over"
ROOM: Final = ("shared_buffers=256MB", "maintenance_work_mem=256MB", "max_wal_size=2GB")

Row = dict[str, object]
Times = tuple[float, float]
"""Milliseconds of the clock and of the processor."""


@dataclass(frozen=True, slots=True)
class Career:
    """What somebody played, in order, and what it comes to."""

    played: tuple[Play, ...]
    running: Running
    counts: Counts


class Company:
    """Everybody's rows; what `histories` writes into a database."""

    def __init__(self, library: Library, cache: Path, total: int, each: int) -> None:
        """Make careers of `each` attempts, and people for `total` attempts."""
        self._each, self.people = each, total // each
        self.plays = [
            one
            for kind in plays(library, cache).values()
            for tries in kind
            for one in tries
            if not one.scenario.id.endswith("_draft")
        ]
        self.figures = {
            one.scenario.revision: figures_of(one.scenario)
            for one in {play.scenario.id: play for play in self.plays}.values()
        }
        dice = Random(1)  # noqa: S311 - a simulation
        self.careers = [self._career(dice) for _ in range(min(CAREERS, self.people))]

    @property
    def total(self) -> int:
        """Attempts in all."""
        return self.people * self._each

    @property
    def end(self) -> int:
        """A day after the last attempt."""
        return BEGIN + (self._each + 1) * DAY

    def _career(self, dice: Random) -> Career:
        played = tuple(dice.choice(self.plays) for _ in range(self._each))
        told = [self._told(place, one) for place, one in enumerate(played, 1)]
        counts = Counts()
        tried: dict[str, list[Try]] = {}
        for one in played:
            result = result_json.read(str(one.result["body"]))
            row = Try(
                one.scenario.revision, result.quality, result.outcome.value, result.passed, result
            )
            tried.setdefault(one.scenario.id, []).append(row)
        for history in tried.values():
            counts.add_history(history)
        return Career(played, after(Running(), told, self.figures), counts)

    @staticmethod
    def _told(place: int, one: Play) -> Told:
        result = result_json.read(str(one.result["body"]))
        return Told(
            attempt="",
            stored=place,
            begun=place,
            scenario=one.scenario.id,
            revision=one.scenario.revision,
            at=BEGIN + place * DAY,
            quality=result.quality,
            outcome=result.outcome.value,
            passed=result.passed,
            as_written=True,
            shares={name: score.share for name, score in result.criteria.items()},
        )

    def team(self, number: int) -> str:
        """Return the team of a person."""
        return f"team {number // TEAM:03}"

    def batches(self) -> Iterator[Mapping[Any, Sequence[Row]]]:
        """Yield every row, person by person."""
        yield self._begun_with()
        for first in range(0, self.people, 200):
            rows: dict[Any, list[Row]] = {
                table: []
                for table in (PERSON, ATTEMPT, DECISION, RESULT, FINISHED_ATTEMPT, SUMMARY)
            }
            for number in range(first, min(first + 200, self.people)):
                self._add(rows, number)
            yield {table: held for table, held in rows.items() if held}
        yield self._tallies()

    def _begun_with(self) -> Mapping[Any, Sequence[Row]]:
        scenarios = {one.scenario.revision: one.scenario for one in self.plays}
        return {
            SCENARIO_REVISION: [
                {"sha256": revision, "bytes": one.canonical} for revision, one in scenarios.items()
            ],
            SCENARIO_FIGURES: [
                {
                    "revision": revision,
                    "made_by": "scenario-1",
                    "body": json_text.compact([one.level, dict(one.chances)]),
                }
                for revision, one in self.figures.items()
            ],
            **assigned(self.team(0), sorted(one.id for one in scenarios.values())),
        }

    def _add(self, rows: dict[Any, list[Row]], number: int) -> None:
        person = f"{number:032x}"
        rows[PERSON].append({"id": person, "name": f"佐藤 {number}", "team": self.team(number)})
        career = self.careers[number % len(self.careers)]
        start = number * self._each
        for place, one in enumerate(career.played, 1):
            name, at = f"{start + place:032x}", BEGIN + place * DAY
            rows[ATTEMPT].append(
                {
                    "number": start + place,
                    "id": name,
                    "person": person,
                    "scenario": one.scenario.id,
                    "revision": one.scenario.revision,
                    "seed": one.seed,
                    "mode": "practice",
                    "language": "ja",
                    "begun_at": at - 60_000,
                    "finished_at": at,
                }
            )
            rows[RESULT].append(
                {
                    "number": start + place,
                    "attempt": name,
                    **one.result,
                    "input_hash": "",
                    "at": at,
                    "body": one.result["body"] if self._whole(number) else "",
                }
            )
            rows[FINISHED_ATTEMPT].append(
                {"person": person, "number": start + place, "attempt": name, "at": at}
            )
            if self._whole(number):
                rows[DECISION] += [
                    {
                        "attempt": name,
                        "turn": event.turn,
                        "scene": event.scene,
                        "choice": event.choice.id,
                        "timed_out": 0,
                        "hinted": 0,
                        "elapsed_ms": 5_000,
                        "at": at,
                        "link": b"",
                    }
                    for event in one.events
                ]
        rows[SUMMARY].append(self._summary(person, career, start))

    @staticmethod
    def _whole(number: int) -> bool:
        """Say whether bodies and decisions are there: of one team in 50, to save disk."""
        return number // TEAM % 50 == 0

    @staticmethod
    def _summary(person: str, career: Career, start: int) -> Row:
        tallies = {
            name: one._replace(
                begun_first=one.begun_first + start, begun_last=one.begun_last + start
            )
            for name, one in career.running.tallies.scenarios.items()
        }
        through = start + career.running.through
        running = replace(
            career.running,
            through=through,
            tallies=replace(career.running.tallies, through=through, scenarios=tallies),
        )
        summary = summary_of(running)
        assert summary is not None  # noqa: S101 - there are attempts
        return {
            "person": person,
            "through": through,
            "made_by": kept_summaries.MADE_BY,
            "shown": summary_json.summary_written(summary),
            "totals": summary_json.totals_written(running),
        }

    def _tallies(self) -> Mapping[Any, Sequence[Row]]:
        counts = Counts()
        for number, career in enumerate(self.careers):
            many = len(range(number, self.people, len(self.careers)))
            for kept, told in (
                (counts.scenarios, career.counts.scenarios),
                (counts.gains, career.counts.gains),
                (counts.items, career.counts.items),
            ):
                for key, held in told.items():
                    kept[key] += held * many  # type: ignore[index]
        return {
            SCENARIO_TALLY: [
                {**key._asdict(), "many": many, "gained": counts.gains[key]}
                for key, many in counts.scenarios.items()
            ],
            ITEM_TALLY: [{**key._asdict(), "many": many} for key, many in counts.items.items()],
        }


def assigned(team: str, names: Iterable[str]) -> Mapping[Any, Sequence[Row]]:
    """Return six assignments over eleven scenarios, set before anybody had practised."""
    left = iter(names)
    sizes = {"course": 4, "limited": 3, "one": 1, "two": 1, "exam": 1, "last": 1}
    minimum, attempts = {"course": 80, "two": 70}, {"limited": 3}
    return {
        ASSIGNMENT: [
            {
                "number": number,
                "id": name,
                "kind": "course",
                "what": name,
                "set_at": BEGIN,
                "since": 0,
                "due": "2026-12-18",
                "minimum": minimum.get(name),
                "attempts": attempts.get(name),
                "mode": "exam" if name == "exam" else "practice",
            }
            for number, name in enumerate(sizes, 1)
        ],
        ASSIGNED_SCENARIO: [
            {"assignment": name, "scenario": scenario, "place": place}
            for name, size in sizes.items()
            for place, scenario in enumerate(islice(left, size), 1)
        ],
        ASSIGNEE: [
            {"number": number, "assignment": name, "team": team}
            for number, name in enumerate(sizes, 1)
        ],
    }


def plain(summary: Summary) -> Summary:
    """Return `summary` as it comes out of a database."""
    return summary_json.read_summary(summary_json.summary_written(summary))


def now() -> Times:
    """Return milliseconds of the clock and of the processor."""
    return time.perf_counter() * 1_000, time.process_time() * 1_000


def since(began: Times) -> Times:
    """Return what went by of each."""
    clock, processor = now()
    return clock - began[0], processor - began[1]


def timed(work: Callable[[], object], runs: int = RUNS) -> tuple[float, float, float]:
    """Return the first time, the median of the others, and the processor's: milliseconds."""
    taken = []
    for _ in range(runs + 1):
        began = now()
        work()
        taken.append(since(began))
    return taken[0][0], median(one for one, _ in taken[1:]), median(one for _, one in taken[1:])


def measure(kind: str, url: str, company: Company, library: Library, cache: Path) -> None:
    """Print a line for each thing that is timed."""
    revision = library.scenario(PLAYED).revision

    def line(name: str, work: Callable[[], object]) -> None:
        first, later, processor = timed(work)
        mark = "" if later < PROMISED else f"   over {PROMISED:.0f} ms"
        print(
            f"{kind:10} {company.total:>10,}  {name:26} {first:8.1f} {later:8.1f} "
            f"{processor:8.1f} ms{mark}",
            flush=True,
        )

    with Store.open(url, make=False) as store:
        team = store.summaries.of_team(company.team(0), company.end)
        if len(team) != min(TEAM, company.people) or not all(one.summary for one in team):
            sys.exit("somebody of the team has no summary")
        for one in team[:3]:
            anew = store.summaries.told_anew(one.person.id, company.end)
            told = summary_of(anew.running)
            if told is None or one.summary is None or plain(told) != plain(one.summary):
                sys.exit("a summary is not what the program tells")
        line("team of 500", lambda: store.summaries.of_team(company.team(1), company.end))
        line("tallies of a scenario", lambda: store.tallies.of([revision]))
        for name, work in reads(store, library, cache, company.team(0), company.end):
            line(name, work)
        finishes(store, company, library, cache)


def in_order_alone(
    connection: Connection, record: AttemptRecord, _: object, stored: int, at: int, __: object
) -> None:
    """Do what `keeping_up.finished` does, without summary and tallies."""
    row = {"person": record.person.id, "number": stored, "attempt": record.id, "at": at}
    connection.execute(insert(FINISHED_ATTEMPT), row)


def finishes(store: Store, company: Company, library: Library, cache: Path) -> None:
    """Time finishing attempts of many people, every second one without summary and tallies."""
    scenario, numbers = library.scenario(PLAYED), count()
    solved = solution(scenario, cache)
    members = store.summaries.of_team(company.team(0), company.end)

    def whole(person: Person, *, keeps: bool) -> tuple[Times, Times]:
        """Play and finish; return the times of all of it, and of the finish alone."""
        with ExitStack() as stack:
            if not keeps:
                stack.enter_context(patch.object(keeping_up, "finished", in_order_alone))
            began = now()
            session = Session.start(
                store, person, scenario, seed=next(numbers), mode=Mode.PRACTICE, language="en",
                clock=lambda: company.end,
            )  # fmt: skip
            while session.attempt.outcome is None:
                session.take(session.attempt.offered[0].id)
            over = now()
            session.result(solved)
            return since(began), since(over)

    for keeps in (False, True):
        whole(members[-1 - keeps].person, keeps=keeps)
    turns = [whole(one.person, keeps=turn % 2 > 0) for turn, one in enumerate(members[:FINISHES])]
    for place, name in ((1, "finish"), (0, "whole attempt")):
        alone, kept = turns[::2], turns[1::2]
        for part, what in ((0, "wall"), (1, "processor")):
            without = median(times[place][part] for times in alone)
            told = median(times[place][part] for times in kept)
            print(f"{name}, {what}: {without:.2f} ms alone, {told:.2f} kept up, "
                  f"{told / without:.2f} x", flush=True)  # fmt: skip
    for one in members[:FINISHES:2]:
        store.summaries.tell(one.person, company.end)


@contextmanager
def databases(kind: str, folder: Path) -> Iterator[str]:
    """Give the URL of a new database of that kind."""
    if kind == "sqlite":
        path = folder / "company.db"
        yield settings.file_url(path)
        path.unlink()
        return
    server = Server(*ROOM, "fsync=on", ground=DISK)
    try:
        server.start()
        server.with_tables()
        with server.cloned() as base:
            yield base.url
    finally:
        server.end()


def fill(url: str, company: Company) -> None:
    """Make the company in the database at `url`, unless somebody is in it."""
    with Store.open(url) as store:
        if store.people.teams():
            return
    began, file = time.monotonic(), settings.file_of(url)
    if file is not None:
        fill_sqlite(file, company)  # type: ignore[arg-type]
    else:
        fill_postgresql(url, company)  # type: ignore[arg-type]
        for table in ("attempt", "result"):
            Base(url).raw(
                f"SELECT setval(pg_get_serial_sequence('{table}', 'number'), "  # noqa: S608
                f"(SELECT max(number) FROM {table}))"
            )
    print(f"made in {time.monotonic() - began:.0f} s", flush=True)


def main() -> None:
    """Make the company in a database of each kind, and print a table."""
    parser = argparse.ArgumentParser(description="Times what managers read.")
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--attempts", type=int, default=10_000_000)
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    parser.add_argument("--url", help="of a database that stays")
    wish = parser.parse_args()
    total, each = (100_000, EACH // 2) if wish.small else (wish.attempts, EACH)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        library = open_library(settings.shipped_pack(), folder / "cache")
        company = Company(library, folder / "cache", total, each)
        print("database      attempts  what                          first    later processor")
        if wish.url is not None:
            kind = "postgresql" if settings.file_of(wish.url) is None else "sqlite"
            timed_in(kind, wish.url, company, library, folder / "cache")
            return
        for kind in ("sqlite", "postgresql") if wish.only is None else (wish.only,):
            with databases(kind, folder) as url:
                timed_in(kind, url, company, library, folder / "cache")


def timed_in(kind: str, url: str, company: Company, library: Library, cache: Path) -> None:
    """Make the company in the database at `url`, and time what is done with it."""
    fill(url, company)
    gc.freeze()  # the company is no part of what a manager's program holds
    measure(kind, url, company, library, cache)


if __name__ == "__main__":
    main()
