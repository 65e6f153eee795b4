"""How long the report about a team of 500 takes, how large it is, and how much memory it needs.

    .venv/bin/python benchmarks/report.py [--people N] [--attempts N]

A database of a thousand people is made (`histories`), and so many of them are put into one
team. The command is run as people run it: the whole process is timed. The first run tells what
nobody had asked for yet; the others find it kept, as it is where everyone practises with
salesdojo itself.
"""

import argparse
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from sqlalchemy import create_engine, text

from histories import History, fill_sqlite, plays
from salesdojo import settings
from salesdojo.content.library import open_library
from salesdojo.records.store import Store

RUNS: Final = 5
TEAM: Final = "east"


def main() -> None:
    """Time the report of a team, in both languages, and of a person."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=500)
    parser.add_argument("--attempts", type=int, default=40_000, help="of a thousand people")
    wish = parser.parse_args()
    with TemporaryDirectory() as folder:
        home = Path(folder)
        _fill(home, wish.people, wish.attempts)
        print(f"{wish.people} people in a team, {wish.attempts:,} attempts of 1,000 people")
        for language in ("en", "ja"):
            _time(home, language, ("--team", TEAM))
        _time(home, "en", ("--person", "佐藤 1"))


def _fill(home: Path, people: int, attempts: int) -> None:
    cache = home / "cache"
    library = open_library(settings.shipped_pack(), cache)
    history = History(plays(library, cache), attempts, attempts // 1_000)
    file = home / "dojo.db"
    url = f"sqlite:///{file}"
    Store.open(url).close()
    fill_sqlite(file, history)
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO finished_attempt (person, number, attempt, at) "
                "SELECT attempt.person, result.number, attempt.id, attempt.finished_at "
                "FROM attempt JOIN result ON result.attempt = attempt.id "
                "WHERE attempt.id NOT IN (SELECT attempt FROM finished_attempt)"
            )
        )
        connection.execute(
            text("UPDATE person SET team = :team WHERE id IN (SELECT id FROM person LIMIT :many)"),
            {"team": TEAM, "many": people},
        )
    engine.dispose()


def _time(home: Path, language: str, whom: tuple[str, ...]) -> None:
    file = home / "report.html"
    order = [
        *(sys.executable, "-m", "salesdojo", "report", "--html", str(file), "--replace"),
        *("--lang", language, *whom),
    ]
    ways = {"SALESDOJO_DB": str(home / "dojo.db"), "SALESDOJO_CACHE": str(home / "cache")}
    took, used = [], []
    for _ in range(RUNS + 1):
        begun, before = time.perf_counter(), _processor_time()
        subprocess.run(order, check=True, stderr=subprocess.DEVNULL, env={**os.environ, **ways})
        took.append(time.perf_counter() - begun)
        used.append(_processor_time() - before)
    size = file.stat().st_size
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"  {' '.join(whom)} {language}: first {took[0]:.2f} s, then {median(took[1:]):.2f} s "
        f"(at most {max(took[1:]):.2f}; of the processor {median(used[1:]):.2f}), "
        f"{size / 1000:.0f} kB, {most:.0f} MiB so far"
    )


def _processor_time() -> float:
    told = resource.getrusage(resource.RUSAGE_CHILDREN)
    return told.ru_utime + told.ru_stime


if __name__ == "__main__":
    main()
