"""The negotiation table: its frontier beside NegMAS, and the customer's answers.

    python benchmarks/table.py --negmas PYTHON

PYTHON is one of an environment of its own with ``pip install negmas==0.16.0`` (AGPL: it is
no dependency of ours). Without it our own figures are told alone. All tables are generated
by a fixed seed. The frontier is told with every landmark on it.
"""

import argparse
import json
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any, Final

from salesdojo.content.table import Behaviour, Interest, Issue, Option, Question, Style, Table
from salesdojo.practice.table.answering import moved
from salesdojo.practice.table.best_reply import best_reply
from salesdojo.practice.table.frontier import frontier
from salesdojo.practice.table.landmarks import landmarks
from salesdojo.practice.table.moves import Propose
from salesdojo.practice.table.packages import range_for_them
from salesdojo.practice.table.players import Player, played
from salesdojo.practice.table.state import opened

PEER: Final = Path(__file__).parent / "table_peers" / "negmas_frontier.py"
SPAN: Final = 10_000
RUNS: Final = 15


def traded(issues: int, options: int, seed: int = 1) -> Table:
    """Return a table on which the sides want the opposite in every issue, and not equally."""
    dice = Random(seed)  # noqa: S311 - an example
    weights = [[dice.random() + 0.2 for _ in range(issues)] for _ in range(2)]
    columns = []
    for number in range(issues):
        ours, theirs = (round(SPAN * side[number] / sum(side)) for side in weights)
        rising = sorted(dice.randint(0, ours) for _ in range(options - 2))
        falling = sorted((dice.randint(0, theirs) for _ in range(options - 2)), reverse=True)
        columns.append(list(zip((0, *rising, ours), (theirs, *falling, 0), strict=True)))
    return _table(columns)


def opposed(issues: int, options: int, seed: int = 1) -> Table:
    """Return the worst case: what one side gains the other loses, and every sum is different."""
    dice = Random(seed)  # noqa: S311 - an example
    columns = []
    for _ in range(issues):
        most = SPAN // issues
        between = dice.sample(range(1, most), options - 2)
        columns.append([(ours, most - ours) for ours in sorted((0, *between, most))])
    return _table(columns)


def _table(columns: Sequence[Sequence[tuple[int, int]]]) -> Table:
    issues = tuple(
        Issue(f"issue {number}", tuple(Option(str(at), a, b) for at, (a, b) in enumerate(column)))
        for number, column in enumerate(columns)
    )
    return Table(
        rounds=8,
        issues=issues,
        reserve_ours=3500,
        reserve_theirs=3000,
        questions=(Question("why"),),
        interests=(Interest("lapse", "issue 0", ("why",), trust=40),),
    )


def found(table: Table) -> object:
    """Return the frontier and all its points."""
    front = frontier(table)
    return landmarks(table, front)


def seconds(act: Callable[[], object], runs: int = RUNS) -> float:
    """Return the median of the seconds that `act` takes."""
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        act()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def answers(table: Table, style: Style) -> float:
    """Return the slowest answer (median of runs) to eight offers that yield step by step."""
    table = replace(table, behaviour=Behaviour(style=style, walk_at=None))
    front = frontier(table)
    top = range_for_them(table, ())[1]
    state, slowest = opened(table, 50), 0.0
    for turn in range(table.rounds):
        point = front.best_for_us(top * turn // 20)
        if point is None or state.ending is not None:
            break
        move, before = Propose(front.package(point)), state
        slowest = max(slowest, seconds(lambda before=before, move=move: moved(before, move), 5))  # type: ignore[misc]
        state, _ = moved(state, move)
    return slowest


def beside(table: Table, python: Path) -> dict[str, Any]:
    """Return what NegMAS finds and takes; its frontier must be ours."""
    domain = [[[option.ours, option.theirs] for option in issue.options] for issue in table.issues]
    told = subprocess.run(
        [python, PEER], input=json.dumps(domain), capture_output=True, text=True, check=True
    )
    figures: dict[str, Any] = json.loads(told.stdout)
    ours = sorted(list(point) for point in frontier(table).points)
    if figures["points"] != ours:
        msg = f"NegMAS finds {len(figures['points'])} points, we find {len(ours)}"
        raise ValueError(msg)
    return figures


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--negmas", type=Path, metavar="PYTHON")
    wish = parser.parse_args()
    million = traded(5, 16)
    ours = seconds(lambda: found(million))
    print(f"frontier and points, 16^5 outcomes   {1000 * ours:8.2f} ms", _size(million))
    if wish.negmas:
        peer = beside(million, wish.negmas)
        for name, key in (("points given", "given"), ("utility functions", "functions")):
            ratio = peer[key] / ours
            label = f"NegMAS {peer['version']}, {name}"
            print(f"{label:36} {1000 * peer[key]:8.0f} ms  {ratio:,.0f} x")
    for issues, options in ((8, 10), (5, 60), (10, 30)):
        for name, make in (("traded", traded), ("constant sum", opposed)):
            table = make(issues, options)
            label = f"{name}, {options}^{issues} outcomes"
            taken = seconds(lambda table=table: found(table))  # type: ignore[misc]
            print(f"{label:36} {1000 * taken:8.2f} ms", _size(table))
    for style in Style:
        print(f"slowest answer, {style:20} {1000 * answers(million, style):8.2f} ms")
    for player in Player:
        taken = seconds(lambda player=player: played(million, 50, player), 5)  # type: ignore[misc]
        print(f"8 rounds by {player:24} {1000 * taken:8.2f} ms")
    reply = seconds(lambda: best_reply(opened(million, 50)), 5)
    print(f"best reply {'':25} {1000 * reply:8.2f} ms")


def _size(table: Table) -> str:
    return f"({len(frontier(table).points):,} points)"


if __name__ == "__main__":
    main()
