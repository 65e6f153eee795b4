"""How fast scenarios are checked: a thousand files, and one; each against peers of the same run.

    python benchmarks/checking.py --peers DIR

DIR is the `bin` folder of an environment with `check-jsonschema` and `yamllint`. The
pack is made anew: clean scenarios of 10 KB, no two alike. Every figure is the median
of whole processes, taken in turn with the others'.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support.clean_pack import SCENARIO, write_clean_pack
from support.terminal import SALESDOJO, surroundings

SCHEMA = Path(__file__).parents[1] / "schemas" / "scenario.schema.json"
SHAPE = ("--select", "SD0,SD1,SD2,SD5")
"""What peers can know of: reading, shape, references, languages."""
SIZE = 10_000
"""Bytes a scenario has at least."""
RELAXED = "{extends: default, rules: {line-length: disable, document-start: disable}}"
"""yamllint with every rule but two that our files break."""
MORE = """\
  detail_{n}:
    customer: {{ja: "{n}つ目の件も気になっていてね。", en: "Point {n} is on my mind too."}}
    choices:
{choices}"""
ASK = """\
      ask_{n}:
        say: {{ja: "{n}つ目は、いつからでしょう。", en: "Point {n}: since when?"}}
        why: {{ja: "時期を聞き、変化をつかみます。", en: "Asking since when shows what changed."}}
        points: {{inquiry: 3}}
        effect: {{trust: 1}}
"""
TELL = """\
      tell_{n}:
        say: {{ja: "その件でしたら、弊社の資料にございます。", en: "See page {number}, please."}}
        why: {{ja: "聞かずに答えるとずれます。", en: "It misses."}}
"""
SKIP = """\
      skip_{n}:
        say: {{ja: "{n}つ目は後ほど伺ってもよろしいですか。", en: "May we leave that for later?"}}
        why: {{ja: "後回しにすると、話は戻りません。", en: "What is put off does not come back."}}
        points: {{inquiry: -1}}
"""


def scenario(number: int) -> str:
    """Return the text of a scenario, `SIZE` bytes and a scene more at most."""
    text = SCENARIO.replace("id: quiet_line", f"id: line_{number}", 1)
    count = 0
    while len(text.encode()) < SIZE:
        count += 1
        text = _longer(text, count, number)
    return text


def _longer(text: str, n: int, number: int) -> str:
    choices = [ASK, TELL, SKIP]
    turn = (n + number) % len(choices)
    written = "".join((*choices[turn:], *choices[:turn])).format(n=n, number=number)
    before, after = text.split("  next_step:\n")
    text = f"{before}{MORE.format(n=n, choices=written)}  next_step:\n{after}"
    return text.replace(", fix_date], end", f", ask_{n}, fix_date], end").replace(
        ", leave_open], end", f", tell_{n}, leave_open], end"
    )


def write(root: Path, files: int) -> Path:
    """Write the pack; return the folder of its scenarios."""
    write_clean_pack(root)
    folder = root / "discovery"
    (folder / "quiet_line.yaml").unlink()
    for number in range(files):
        (folder / f"line_{number}.yaml").write_text(scenario(number), encoding="utf-8")
    return folder


def seconds(command: Sequence[str | Path], home: Path) -> float:
    """Return the seconds of one whole process, which must find nothing."""
    began = time.perf_counter()
    subprocess.run(command, env=surroundings(home), stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


Timed = dict[str, Callable[[], float]]


def many(folder: Path, home: Path, peers: Path) -> Timed:
    """Return what is timed over the whole pack."""
    pack, cached = folder.parent, home / "cached"
    files = sorted(folder.iterdir())
    ours = [*SALESDOJO, "check", str(pack)]
    seconds(ours, cached)
    return {
        "check-jsonschema, the schema alone": lambda: seconds(
            [peers / "check-jsonschema", "--schemafile", SCHEMA, *files], home
        ),
        "yamllint": lambda: seconds([peers / "yamllint", "-d", RELAXED, folder], home),
        "salesdojo, SD0-SD2 and SD5": lambda: seconds([*ours, "--no-cache", *SHAPE], home),
        "salesdojo, everything": lambda: seconds([*ours, "--no-cache"], home),
        "salesdojo, everything, cached": lambda: seconds(ours, cached),
    }


def one(folder: Path, home: Path, peers: Path) -> Timed:
    """Return what is timed over one file."""
    file, cached = folder / "line_0.yaml", home / "cached"
    ours = [*SALESDOJO, "check", str(file)]
    seconds(ours, cached)
    return {
        "yamllint ONE": lambda: seconds([peers / "yamllint", "-d", RELAXED, file], home),
        "salesdojo ONE": lambda: seconds([*ours, "--no-cache"], home),
        "salesdojo ONE, cached": lambda: seconds(ours, cached),
        "python -c pass": lambda: seconds([sys.executable, "-c", "pass"], home),
    }


def medians(timed: Timed, runs: int) -> dict[str, float]:
    """Time each in turn, `runs` times."""
    taken: dict[str, list[float]] = {name: [] for name in timed}
    for _ in range(runs):
        for name, run in timed.items():
            taken[name].append(run())
    return {name: round(statistics.median(times), 3) for name, times in taken.items()}


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", type=Path, required=True)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--runs-of-one", type=int, default=15)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        home = Path(temporary)
        folder = write(home / "pack", asked.files)
        figures: dict[str, float] = {
            **medians(many(folder, home, asked.peers), asked.runs),
            **medians(one(folder, home, asked.peers), asked.runs_of_one),
        }
    peer, alone = figures["check-jsonschema, the schema alone"], figures["yamllint ONE"]
    figures |= {
        "shape: times as fast as check-jsonschema": round(
            peer / figures["salesdojo, SD0-SD2 and SD5"], 1
        ),
        "cached: times as fast as check-jsonschema": round(
            peer / figures["salesdojo, everything, cached"], 1
        ),
        "one file: share of yamllint's time": round(figures["salesdojo ONE"] / alone, 2),
        "one file, cached: share of yamllint's time": round(
            figures["salesdojo ONE, cached"] / alone, 2
        ),
        "cores": os.cpu_count() or 1,
    }
    sys.stdout.write(json.dumps(figures, indent=2) + "\n")


if __name__ == "__main__":
    main()
