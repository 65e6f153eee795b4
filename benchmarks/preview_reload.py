"""How soon a save is on the preview's screen: in a real pseudo-terminal, by rename as editors save.

    python benchmarks/preview_reload.py

Each shipped scenario is saved several times; the time runs from the rename to the moment
the new title can be read. There is no peer: the promise is 300 ms.
"""

import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support.terminal import SALESDOJO, Terminal, surroundings

REPOSITORY = Path(__file__).parents[1]
SAVES = 9


def milliseconds(scenario: Path, home: Path) -> list[float]:
    """Return how long each save of a scenario took to be seen."""
    text = scenario.read_text("utf-8")
    (title,) = (line for line in text.splitlines() if line.startswith("title:"))
    mine = home / scenario.name
    mine.write_text(text, encoding="utf-8")
    taken: list[float] = []
    with Terminal([*SALESDOJO, "preview", str(mine)], surroundings(home)) as terminal:
        terminal.wait_for("no problems|warnings: ")
        for number in range(SAVES):
            terminal.settle(0.6)
            fresh = home / "fresh"
            fresh.write_text(text.replace(title, f'title: "Saved {number}"'), encoding="utf-8")
            fresh.replace(mine)
            began = time.perf_counter()
            terminal.wait_for(f"Saved {number}")
            taken.append(1000 * (time.perf_counter() - began))
    return taken


def main() -> None:
    """Print median and worst of each scenario as JSON."""
    figures = {}
    for scenario in sorted((REPOSITORY / "scenarios").glob("*/*.yaml")):
        if scenario.parent.name in ("rubrics", "customers"):
            continue
        with tempfile.TemporaryDirectory() as home:
            taken = milliseconds(scenario, Path(home))
        figures[scenario.stem] = [round(statistics.median(taken)), round(max(taken))]
    sys.stdout.write(json.dumps(figures, indent=2) + "\n")


if __name__ == "__main__":
    main()
