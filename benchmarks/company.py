"""What a manager reads of 200 teams of 500 people and 10,000,000 attempts, and what a finish costs.

    .venv/bin/python benchmarks/company.py [--small] [--only KIND] [--attempts N]

A few thousand careers of the shipped pack are made of talks that were really played and
scored (`histories`); every person of the company has one of them under ids of their own.
Summaries and tallies are those that the program tells of such a career, written in bulk and
then held against some that are told anew. What is timed is told in wall-clock milliseconds
and in those of this process, which a busy machine does not lengthen.

``--small`` makes 100,000 attempts of 2,000 people in 4 teams of 500; the databases are made
in a temporary folder and taken away.
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

from histories import Play, fill_postgresql, fill_sqlite, plays
from salesdojo import settings
from salesdojo.content.library import Library, open_library
from salesdojo.records import json_text, keeping_up, kept_summaries, result_json, summary_json
from salesdojo.records.assignment_doing import Asked
from salesdojo.records.item_counts import Counts, Try
from salesdojo.records.mode import Mode
from salesdojo.records.review_queue import Wanted
from salesdojo.records.running import Running, Told, after
from salesdojo.records.scenario_figures import figures_of
from salesdojo.records.session import Session
from salesdojo.records.store import Store
from salesdojo.records.summary import Summary, summary_of
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
from salesdojo.records.values import solution
from salesdojo.review.items import items, overview
from support.servers import DISK, Server

TEAM: Final = 500
EACH: Final = 100
"""Attempts of a person's in the whole company."""
CAREERS: Final = 400
BEGIN: Final = 1_760_000_000_000
DAY: Final = 86_400_000
PROMISED: Final = 100.0
RUNS: Final = 9
PLAYED: Final = "think_it_over"
ROOM: Final = ("shared_buffers=256MB", "maintenance_work_mem=256MB", "max_wal_size=2GB")

Row = dict[str, object]


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
            name: replace(
                one, begun_first=one.begun_first + start, begun_last=one.begun_last + start
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


def timed(work: Callable[[], object], runs: int = RUNS) -> tuple[float, float, float]:
    """Return the first time, the median of the others, and the processor's: milliseconds."""
    taken = []
    for _ in range(runs + 1):
        wall, processor = time.perf_counter(), time.process_time()
        work()
        taken.append(
            ((time.perf_counter() - wall) * 1_000, (time.process_time() - processor) * 1_000)
        )
    return taken[0][0], median(one for one, _ in taken[1:]), median(one for _, one in taken[1:])


def measure(kind: str, url: str, company: Company, library: Library, cache: Path) -> None:
    """Print a line for each thing that is timed."""
    revision = library.scenario(PLAYED).revision

    def line(name: str, work: Callable[[], object]) -> None:
        first, later, processor = timed(work)
        mark = "" if later < PROMISED else f"   over {PROMISED:.0f} ms"
        print(
            f"{kind:10} {company.total:>10,}  {name:22} {first:8.1f} {later:8.1f} "
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
            if told is None or plain(told) != one.summary:
                sys.exit("a summary is not what the program tells")
        line("team of 500", lambda: store.summaries.of_team(company.team(1), company.end))
        line("tallies of a scenario", lambda: store.tallies.of([revision]))
        manager(line, store, company, library, cache)
        finishes(line, store, company, library, cache)


def manager(
    line: Callable[[str, Callable[[], object]], None],
    store: Store,
    company: Company,
    library: Library,
    cache: Path,
) -> None:
    """Time assignments, items and the queue of reviews."""
    team = company.team(0)
    whole = Asked(team=team)
    line("assignments of a team", lambda: store.assignments.holders(whole))
    line("one assignment", lambda: store.assignments.holders(Asked(assignment="course")))
    line("items of a scenario", lambda: items(store, library, cache, PLAYED))
    line("items of all", lambda: overview(store, library, cache))
    for told, wanted in (
        ("queue of reviews", Wanted("")),
        ("queue of a team", Wanted("", team=team)),
        ("queue of a scenario", Wanted("", scenario=PLAYED)),
    ):
        line(told, lambda wanted=wanted: store.reviews.to_review(wanted))  # type: ignore[misc]


def finishes(
    line: Callable[[str, Callable[[], object]], None],
    store: Store,
    company: Company,
    library: Library,
    cache: Path,
) -> None:
    """Time finishing an attempt as it is, and without summaries and tallies."""
    scenario, numbers = library.scenario(PLAYED), count()
    solved = solution(scenario, cache)
    person = store.summaries.of_team(company.team(0), company.end)[0].person

    def over() -> Session:
        session = Session.start(
            store, person, scenario, seed=next(numbers), mode=Mode.PRACTICE, language="en",
            clock=lambda: company.end,
        )  # fmt: skip
        while session.attempt.outcome is None:
            session.take(session.attempt.offered[0].id)
        return session

    alone = [over() for _ in range(RUNS + 1)]
    with patch.object(keeping_up, "added", lambda *_: None):
        line("finish, result alone", lambda: alone.pop().result(solved))
        line("attempt, result alone", lambda: over().result(solved))
    store.summaries.tell(person, company.end)
    whole = [over() for _ in range(RUNS + 1)]
    line("finish, kept up", lambda: whole.pop().result(solved))
    line("attempt, kept up", lambda: over().result(solved))


@contextmanager
def databases(kind: str, folder: Path) -> Iterator[tuple[str, Callable[[Any], None]]]:
    """Give the URL of a new database, and what fills it."""
    if kind == "sqlite":
        path = folder / "company.db"
        Store.open(f"sqlite:///{path}").close()
        yield f"sqlite:///{path}", lambda company: fill_sqlite(path, company)
        path.unlink()
        return
    server = Server(*ROOM, ground=DISK)
    try:
        server.start()
        server.with_tables()
        with server.cloned() as base:

            def fill(company: Any) -> None:  # noqa: ANN401 - as `histories` takes it
                fill_postgresql(base.url, company)
                for table in ("attempt", "result"):
                    base.raw(
                        f"SELECT setval(pg_get_serial_sequence('{table}', 'number'), "  # noqa: S608
                        f"(SELECT max(number) FROM {table}))"
                    )

            yield base.url, fill
    finally:
        server.end()


def main() -> None:
    """Make the company in a database of each kind, and print a table."""
    parser = argparse.ArgumentParser(description="Times what managers read.")
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--attempts", type=int, default=10_000_000)
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    wish = parser.parse_args()
    total, each = (100_000, EACH // 2) if wish.small else (wish.attempts, EACH)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        library = open_library(settings.shipped_pack(), folder / "cache")
        company = Company(library, folder / "cache", total, each)
        print("database      attempts  what                      first    later processor")
        for kind in ("sqlite", "postgresql") if wish.only is None else (wish.only,):
            began = time.monotonic()
            with databases(kind, folder) as (url, fill):
                fill(company)
                print(f"{kind}: made in {time.monotonic() - began:.0f} s", flush=True)
                gc.freeze()  # the company is no part of what a manager's program holds
                measure(kind, url, company, library, folder / "cache")


if __name__ == "__main__":
    main()
