"""How quick the doors are: start, first paint, a key press, memory; each against a peer.

    python benchmarks/quickness.py

Every figure is a median of runs taken in turn with its peer's in the same run:
whole processes for `--version` and `--help`, a real pseudo-terminal for the rest.
"""

import argparse
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support.terminal import SALESDOJO, Terminal, surroundings

BARE = (sys.executable, str(Path(__file__).with_name("bare_textual.py")))
KEYS = 6
"""Decisions taken when a key press is timed."""
PATIENCE = 10.0
"""Seconds after which a key press counts as unanswered."""


def process(command: Sequence[str], home: Path) -> float:
    """Return the seconds of one whole process."""
    began = time.perf_counter()
    subprocess.run(command, env=surroundings(home), capture_output=True, check=True)
    return time.perf_counter() - began


def first_paint(command: Sequence[str], home: Path, sign: bytes) -> float:
    """Return the seconds from the start to the first bytes on the screen that hold `sign`."""
    began = time.perf_counter()
    with Terminal(command, surroundings(home)) as terminal:
        while not re.search(sign, terminal.raw):
            if not terminal.read(0.002):
                msg = f"ended before painting:\n{terminal.text()}"
                raise RuntimeError(msg)
        return time.perf_counter() - began


def memory(command: Sequence[str], home: Path, sign: str) -> float:
    """Return the resident MiB of a process that has painted and settled."""
    with Terminal(command, surroundings(home)) as terminal:
        terminal.wait_for(sign)
        until = time.monotonic() + 2
        while time.monotonic() < until:
            terminal.read()
        status = Path(f"/proc/{terminal.pid}/status").read_text()
    (kilobytes,) = re.findall(r"VmRSS:\s+(\d+) kB", status)
    return int(kilobytes) / 1024


def key_presses(
    command: Sequence[str], home: Path, begin: Callable[[Terminal], None]
) -> list[float]:
    """Return the seconds from each key press to `saved N` on the screen."""
    taken: list[float] = []
    with Terminal(command, surroundings(home)) as terminal:
        begin(terminal)
        for number in range(1, KEYS + 1):
            settle(terminal)
            pressed = time.perf_counter()
            terminal.press("1")
            while f"saved {number}" not in terminal.text():
                if not terminal.read(0.002) or time.perf_counter() - pressed > PATIENCE:
                    return taken
            taken.append(time.perf_counter() - pressed)
    return taken


def settle(terminal: Terminal) -> None:
    """Let the screen come to rest."""
    until = time.monotonic() + 0.4
    while time.monotonic() < until:
        terminal.read(0.02)


def enter_the_talk(terminal: Terminal) -> None:
    """Go through the briefing."""
    for _ in range(100):
        if "1-9 Say" in terminal.text():
            return
        terminal.press("\r")
        settle(terminal)


def milliseconds(runs: Sequence[float]) -> float:
    """Return the median in ms."""
    return round(1000 * statistics.median(runs), 1)


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        nothing: list[float] = []
        version: list[float] = []
        overview: list[float] = []
        hello: list[float] = []
        warm: list[float] = []
        very_first: list[float] = []
        process([*SALESDOJO, "list"], home)
        for run in range(runs):
            nothing.append(process([sys.executable, "-c", "pass"], home))
            version.append(process([*SALESDOJO, "--version"], home))
            overview.append(process([*SALESDOJO, "--help"], home))
            hello.append(first_paint(BARE, home, b"hello"))
            warm.append(first_paint(SALESDOJO, home, b"Billed twice"))
            very_first.append(first_paint(SALESDOJO, home / f"new{run}", b"Billed twice"))
        bare_keys = key_presses(BARE, home, settle)
        dojo_keys = key_presses([*SALESDOJO, "play", "price_copier"], home / "keys", enter_the_talk)
        figures = {
            "python -c pass, ms": milliseconds(nothing),
            "--version, ms": milliseconds(version),
            "--help, ms": milliseconds(overview),
            "first paint, bare Textual, ms": milliseconds(hello),
            "first paint, dojo, ms": milliseconds(warm),
            "first paint, ratio": round(statistics.median(warm) / statistics.median(hello), 2),
            "very first paint, dojo, ms": milliseconds(very_first),
            "very first paint, ratio": round(
                statistics.median(very_first) / statistics.median(hello), 2
            ),
            "key press, bare Textual, ms": milliseconds(bare_keys),
            "key press, dojo, ms": milliseconds(dojo_keys),
            "memory, bare Textual, MiB": round(memory(BARE, home, "hello"), 1),
            "memory, dojo, MiB": round(memory(SALESDOJO, home, "Billed twice"), 1),
        }
    sys.stdout.write(json.dumps(figures, indent=2) + "\n")


if __name__ == "__main__":
    main()
