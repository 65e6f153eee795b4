"""Exports: rows a second and the most memory, of each kind of file, as processes of their own.

    python benchmarks/exports.py [--attempts N] [--kinds csv,parquet,json,xapi] [--url URL]

The records are those of histories.py: a thousand people's attempts at the shipped pack, of
which one in eight is a scenario of some six criteria and the others are drills of one. Figures
are of the whole command, with its start and the copy of the database at one moment. The peers
write rows of the same columns that are in memory already: what the format itself costs.
"""

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from histories import History, fill_postgresql, fill_sqlite, plays
from salesdojo import settings
from salesdojo.content.library import open_library
from salesdojo.records.store import Store

KINDS = ("csv", "parquet", "json", "xapi")
OWN = 100
"""One attempt of so many is the first person's."""
MEBIBYTE = 1024 * 1024
WORTH_OF_ROWS = 1_000_000


def built(url: str, folder: Path, attempts: int) -> None:
    """Write the history into the database at `url`."""
    library = open_library(settings.shipped_pack(), folder / "cache")
    history = History(plays(library, folder / "cache"), attempts, max(1, attempts // OWN))
    Store.open(url).close()
    file = settings.file_of(url)
    if file is None:
        fill_postgresql(url, history)
    else:
        fill_sqlite(file, history)


def exported(url: str, kind: str, folder: Path) -> dict[str, object]:
    """Return seconds, rows and memory of one export."""
    file = folder / f"out.{kind}"
    command = [sys.executable, "-m", "salesdojo", "export", kind, str(file), "--db", url]
    before, began = os.times(), time.perf_counter()
    running = subprocess.Popen(
        [*command, "--lang", "en", "--replace"], stderr=subprocess.PIPE, text=True
    )
    memory = 0
    while running.poll() is None:
        memory = max(memory, _memory(running.pid))
        time.sleep(0.02)
    seconds, after = time.perf_counter() - began, os.times()
    said = running.communicate()[1]
    if running.returncode:
        sys.exit(said)
    rows = int(said.rpartition(":")[2].strip(" .\n"))
    used = sum(after[2:4]) - sum(before[2:4])
    return {
        "seconds": round(seconds, 1),
        "rows": rows,
        "rows/s": round(rows / seconds),
        "rows/s of processor": round(rows / used),
        "file, MiB": round(file.stat().st_size / MEBIBYTE),
        "most memory, MiB": round(memory / 1024),
    }


def _memory(process: int) -> int:
    """Return the most memory that a process has had, in KiB.

    The system's own sum at its end would count what this process had when it began another.
    """
    try:
        told = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return 0
    found = [line.split()[1] for line in told.splitlines() if line.startswith("VmHWM:")]
    return int(found[0]) if found else 0


def peers(folder: Path) -> dict[str, int]:
    """Return the rows a second of the formats alone."""
    import pyarrow as pa
    from pyarrow import parquet

    rows = [
        (f"{one:032x}", f"{one % 1_000:032x}", "east", "price_copier", "a" * 64, one, "practice",
         1_760_000_000_000 + one, 71.25, True, "inquiry", 3, 0.7)
        for one in range(WORTH_OF_ROWS)
    ]  # fmt: skip
    began = time.perf_counter()
    with (folder / "peer.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    as_csv = time.perf_counter() - began
    began = time.perf_counter()
    columns = [list(column) for column in zip(*rows, strict=True)]
    table = pa.table({f"c{number}": column for number, column in enumerate(columns)})
    parquet.write_table(table, folder / "peer.parquet", compression="zstd")
    as_parquet = time.perf_counter() - began
    return {
        "csv alone, rows/s": round(len(rows) / as_csv),
        "parquet alone, rows/s": round(len(rows) / as_parquet),
    }


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--attempts", type=int, default=1_000_000, metavar="N")
    parser.add_argument("--kinds", default=",".join(KINDS))
    parser.add_argument("--url", help="an empty PostgreSQL database; else a SQLite file is made")
    parser.add_argument("--keep", help="a SQLite file that is made once and used again")
    wish = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        url = wish.url or settings.file_url(Path(wish.keep or folder / "dojo.db"))
        if not (wish.keep and Path(wish.keep).exists()):
            built(url, folder, wish.attempts)
        figures: dict[str, object] = {"attempts": wish.attempts}
        for kind in wish.kinds.split(","):
            figures[kind] = exported(url, kind, folder)
        figures |= peers(folder)
    sys.stdout.write(json.dumps(figures, indent=2) + "\n")


if __name__ == "__main__":
    main()
