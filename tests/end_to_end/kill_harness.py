"""Kills a talk at random moments in a real terminal and looks for what was lost.

    python tests/end_to_end/kill_harness.py --kills 200
    python tests/end_to_end/kill_harness.py --kills 50 --by hangup

What the screen acknowledged (``saved N``) must be in the records afterwards, no
turn twice, nothing skipped; the next start must say ``resumed N`` with just what
the records hold; and no process may be left behind. ``--late`` runs a build
that acknowledges before it commits: the harness must catch it.
"""

import argparse
import contextlib
import random
import re
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from support.terminal import SALESDOJO, Terminal, surroundings

LATE = (sys.executable, str(Path(__file__).with_name("commits_too_late.py")))
WAYS = ("kill", "terminate", "hangup", "close")
SIGNALS = {"kill": signal.SIGKILL, "terminate": signal.SIGTERM, "hangup": signal.SIGHUP}
TALKING = "1-9 Say"
"""Stands in the footer of a talk, in English."""
ENDING = 5.0
"""Seconds a process may take to end."""
MOST = 40
"""More decisions than a talk takes."""


@dataclass(slots=True)
class Report:
    """What was done and what was found wrong."""

    kills: int = 0
    acknowledged: int = 0
    """Decisions seen as saved, over all attempts."""
    faults: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Harness:
    """Plays one scenario over and over, interrupted every time."""

    home: Path
    command: Sequence[str]
    chance: random.Random
    scenario: str = "think_it_over"
    columns: int = 80
    report: Report = field(default_factory=Report)

    def run(self, kills: int, by: str) -> Report:
        """Interrupt `kills` talks by `by`."""
        for _ in range(kills):
            self.one(by)
        return self.report

    def one(self, by: str) -> None:
        """Take up the talk, play for a random moment, interrupt, and compare."""
        self.interrupted(by, lambda terminal: self.play(terminal, self.chance.uniform(0.0, 1.5)))

    def once_saved(self, by: str) -> None:
        """Take up the talk, interrupt as soon as a decision is acknowledged, and compare."""
        self.interrupted(by, self.play_once)

    def interrupted(self, by: str, playing: Callable[[Terminal], int]) -> None:
        """Take up the talk, play, which tells the last decision acknowledged; then compare."""
        stored_before = self.stored()
        with Terminal(
            [*self.command, "play", self.scenario],
            surroundings(self.home),
            columns=self.columns,
        ) as terminal:
            self.enter_the_talk(terminal, stored_before)
            seen = playing(terminal)
            self.interrupt(terminal, by)
            seen = max(seen, saved_on(terminal))
            ended = terminal.ended(ENDING)
        self.report.kills += 1
        if left := left_behind(terminal.pid):
            self.report.faults.append(f"{by}: processes left behind: {left}")
        self.report.acknowledged += max(0, seen - len(stored_before))
        if ended is None:
            self.report.faults.append(f"{by}: the process was still there after {ENDING} s")
        self.compare(seen, over="Debrief:" in terminal.text())

    def enter_the_talk(self, terminal: Terminal, stored: Sequence[int]) -> None:
        """Go through the briefing; a talk taken up must show every stored decision."""
        terminal.wait_for(r"Enter Start|resumed \d|Debrief:")
        until = time.monotonic() + 20
        while time.monotonic() < until and not in_talk(terminal, stored):
            terminal.press("\r")
            again = time.monotonic() + 0.5
            while time.monotonic() < again and not in_talk(terminal, stored):
                terminal.read(0.02)
        if not in_talk(terminal, stored):
            self.report.faults.append(f"no 'resumed {len(stored)}' on\n{terminal.text()}")

    def play(self, terminal: Terminal, seconds: float) -> int:
        """Choose the first line again and again; return the last decision acknowledged."""
        until = time.monotonic() + seconds
        seen = 0
        while time.monotonic() < until:
            terminal.press("1")
            pause = time.monotonic() + self.chance.uniform(0.0, 0.25)
            while time.monotonic() < min(until, pause):
                terminal.read(0.01)
            seen = max(seen, saved_on(terminal))
        return seen

    def play_once(self, terminal: Terminal) -> int:
        """Choose until one more decision is acknowledged, or the talk is over.

        A slow machine takes the second press for a decision too: any later one will do.
        """
        before = len(self.stored())
        later = "|".join(str(before + more) for more in range(1, MOST))
        terminal.press_until("1", rf"(?m)^ saved (?:{later})\b|Debrief:")
        return saved_on(terminal)

    def interrupt(self, terminal: Terminal, by: str) -> None:
        """End the process in one of four ways; what it had written is still read."""
        if by == "close":
            terminal.close_window()
            return
        terminal.signal(SIGNALS[by])
        for _ in range(5):
            if not terminal.read(0.02):
                break

    def compare(self, seen: int, *, over: bool) -> None:
        """Hold the records against what the screen acknowledged."""
        turns = self.stored()
        if turns != list(range(1, len(turns) + 1)):
            self.report.faults.append(f"turns stored: {turns}")
        if len(turns) < seen and not self.finished():
            self.report.faults.append(f"the screen said saved {seen}; {len(turns)} are stored")
        if over or self.finished():
            self.begin_anew()

    def stored(self) -> list[int]:
        """Return the turns stored for the attempt that goes on."""
        return [
            turn
            for (turn,) in self.ask(
                "SELECT turn FROM decision WHERE attempt = "
                "(SELECT id FROM attempt ORDER BY begun_at DESC LIMIT 1) ORDER BY turn"
            )
        ]

    def finished(self) -> bool:
        """Say whether the talk has come to its end."""
        rows = self.ask("SELECT finished_at FROM attempt ORDER BY begun_at DESC LIMIT 1")
        return bool(rows) and rows[0][0] is not None

    def begin_anew(self) -> None:
        """Make room for the next attempt."""
        (self.home / "dojo.db").unlink()

    def ask(self, question: str) -> list[tuple[int, ...]]:
        """Ask the database, which the process may never have made."""
        file = self.home / "dojo.db"
        if not file.exists():
            return []
        with closing(sqlite3.connect(file, timeout=30)) as connection:
            try:
                return connection.execute(question).fetchall()
            except sqlite3.OperationalError as nothing:
                if "no such table" in str(nothing):
                    return []
                raise


def saved_on(terminal: Terminal) -> int:
    """Return the last decision that the screen shows as saved."""
    # At the start of the status line: customers, too, speak of minutes saved.
    marks = re.findall(r"(?m)^ saved (\d+)\b", terminal.text())
    return max((int(number) for number in marks), default=0)


def left_behind(session: int) -> list[int]:
    """Return the processes that still belong to the terminal's session."""
    left = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            # The name, in brackets, may hold spaces; the session is the 4th field after it.
            fields = status.read_text().rpartition(")")[2].split()
            if int(fields[3]) == session and fields[0] != "Z":
                left.append(int(status.parent.name))
    return left


def in_talk(terminal: Terminal, stored: Sequence[int]) -> bool:
    """Say whether the talk is on the screen, with all that was stored.

    A talk killed between its last reply and its score goes on with the debrief.
    """
    if stored:
        return re.search(rf"resumed {len(stored)}\b|Debrief:", terminal.text()) is not None
    return TALKING in terminal.text()


def main() -> int:
    """Run from the command line; 1 when something was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--by", choices=WAYS, default="kill")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--late", action="store_true", help="a build that commits too late")
    wish = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        command = LATE if wish.late else SALESDOJO
        harness = Harness(Path(folder), command, random.Random(wish.seed))  # noqa: S311
        report = harness.run(wish.kills, wish.by)
    sys.stdout.write(
        f"{report.kills} interrupted by {wish.by}, {report.acknowledged} decisions "
        f"acknowledged, {len(report.faults)} faults\n"
    )
    for fault in report.faults:
        sys.stdout.write(f"- {fault}\n")
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main())
