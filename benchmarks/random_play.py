"""Random play: decisions a second on an equal story of 40 scenes, ours and three peers'.

    python benchmarks/random_play.py --choicescript DIR --inkjs DIR --bink PYTHON

The first DIR is a checkout of ChoiceScript (https://github.com/dfabulich/choicescript),
the second a folder in which ``npm install inkjs`` was run, PYTHON one that has bink
from PyPI; Node.js is on the path. What is not named is left out; bink needs inkjs,
whose compiler makes its story. All play the same story: in each scene four lines,
which move two meters, and a way that depends on one. Only ours keeps meters in 0-100.
Seconds are the processor's, so that what else the machine does counts less; for
Node.js they include what its helper threads do.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from salesdojo import settings
from salesdojo.content.building import build_scenario
from salesdojo.content.library import open_library
from salesdojo.content.model import Scenario
from salesdojo.practice.random_player import RandomPlayer

PEERS = Path(__file__).with_name("ink_peers")
SCENES = 40
LINES = 4
RUNS = 3
"""Each is timed so often, and the best counts: on a shared machine the others are disturbed."""
MOVES = ((6, 0), (2, 1), (-3, 2), (-7, 5))
"""What each line of a scene does to trust and irritation."""


def story() -> Scenario:
    """Return the story as a scenario."""
    scenes: dict[str, object] = {}
    for number in range(SCENES):
        last = number == SCENES - 1
        goto = (
            "won"
            if last
            else [
                {"when": "trust < 20", "to": f"s{min(number + 2, SCENES - 1)}"},
                {"to": f"s{number + 1}"},
            ]
        )
        choices = {
            f"line_{place}": {
                "say": "Words",
                "why": "A reason",
                "effect": {"trust": trust, "irritation": irritation},
                "points": {"inquiry": LINES - 1 - place},
                "goto": goto,
            }
            for place, (trust, irritation) in enumerate(MOVES)
        }
        scenes[f"s{number}"] = {"customer": "Well?", "choices": choices}
    scenes["won"] = {"customer": "Yes.", "end": "won"}
    written = {
        "id": "story",
        "title": "Story",
        "stage": "discovery",
        "motion": "none",
        "level": 1,
        "minutes": 1,
        "briefing": {"situation": "A room", "goal": "A deal"},
        "meters": {"trust": 40, "irritation": 10},
        "start": "s0",
        "scenes": scenes,
    }
    criterion = {"name": "Inquiry", "weight": 100, "levels": ["1", "2", "3", "4"]}
    rubric = {
        "id": "r",
        "name": "R",
        "pass": 70,
        "cuts": [40, 65, 85],
        "criteria": {"inquiry": criterion},
    }
    customer = {"id": "c", "name": "C", "company": "C", "role": "C", "manner": "C"}
    return build_scenario(written, rubric, customer)


def as_choicescript() -> str:
    """Return the same story in ChoiceScript."""
    lines = ["*create trust 40", "*create irritation 10", "*create inquiry 0"]
    for number in range(SCENES):
        lines += [f"*label s{number}", "Well?", "*choice"]
        for place, (trust, irritation) in enumerate(MOVES):
            lines += [
                f"  #Words {place}",
                f"    *set trust + {trust}" if trust >= 0 else f"    *set trust - {-trust}",
                f"    *set irritation + {irritation}",
                f"    *set inquiry + {LINES - 1 - place}",
            ]
            if number < SCENES - 1:
                lines += [
                    "    *if (trust < 20)",
                    f"      *goto s{min(number + 2, SCENES - 1)}",
                    f"    *goto s{number + 1}",
                ]
            else:
                lines.append("    *goto won")
    return "\n".join([*lines, "*label won", "Yes.", "*ending", ""])


def as_ink() -> str:
    """Return the same story in ink."""
    lines = ["VAR trust = 40", "VAR irritation = 10", "VAR inquiry = 0", "-> s0"]
    for number in range(SCENES):
        lines += [f"=== s{number} ===", "Well?"]
        for place, (trust, irritation) in enumerate(MOVES):
            lines += [
                f"+ [Words {place}]",
                f"  ~ trust = trust + {trust}" if trust >= 0 else f"  ~ trust = trust - {-trust}",
                f"  ~ irritation = irritation + {irritation}",
                f"  ~ inquiry = inquiry + {LINES - 1 - place}",
            ]
            if number < SCENES - 1:
                lines += [
                    f"  {{ trust < 20: -> s{min(number + 2, SCENES - 1)} }}",
                    f"  -> s{number + 1}",
                ]
            else:
                lines.append("  -> won")
    return "\n".join([*lines, "=== won ===", "Yes.", "-> END", ""])


def per_second(play: Callable[[], int]) -> float:
    """Return decisions a second of one call."""
    began = time.process_time()
    decisions = play()
    return decisions / (time.process_time() - began)


def ours(scenario: Scenario, talks: int) -> float:
    """Return our decisions a second, after a first talk that compiles the scenario."""
    player = RandomPlayer(scenario)
    player.decisions(1, 0)
    return max(per_second(lambda: player.decisions(talks, 1)) for _ in range(RUNS))


def choicescript(checkout: Path, talks: int, decisions_a_talk: float) -> float:
    """Return ChoiceScript's decisions a second; its start is timed apart and taken off."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        subprocess.run(["cp", "-r", f"{checkout}/.", folder], check=True)
        game = work / "web" / "mygame"
        (game / "scenes").mkdir(parents=True, exist_ok=True)
        (game / "scenes" / "startup.txt").write_text(as_choicescript(), encoding="utf-8")
        few, many = (min(_randomtest(work, number) for _ in range(RUNS)) for number in (1, talks))
    return talks * decisions_a_talk / (many - few)


def _randomtest(work: Path, talks: int) -> float:
    began = _children()
    done = subprocess.run(
        [
            "node",
            "randomtest.js",
            f"num={talks}",
            "game=mygame",
            "seed=0",
            "delay=false",
            "trial=false",
            "showChoices=false",
            "showCoverage=false",
            "avoidUsedOptions=false",
        ],
        cwd=work,
        capture_output=True,
        text=True,
        check=False,
    )
    if "PASSED" not in done.stdout:
        sys.exit(f"randomtest did not pass: {done.stdout[-400:]}{done.stderr[-400:]}")
    return _children() - began


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def ink_players(inkjs: Path, bink: Path | None, talks: int) -> dict[str, float]:
    """Return the decisions a second of inkjs and bink on one compiled story."""
    with tempfile.TemporaryDirectory() as folder:
        source, compiled = Path(folder) / "story.ink", Path(folder) / "story.json"
        source.write_text(as_ink(), encoding="utf-8")
        by_inkjs: list[Path | str | int] = [
            "node",
            PEERS / "inkjs_play.js",
            inkjs,
            source,
            compiled,
            talks,
        ]
        figures = {"inkjs, 40 scenes": max(_told(by_inkjs) for _ in range(RUNS))}
        if bink is not None:
            by_bink: list[Path | str | int] = [bink, PEERS / "bink_play.py", compiled, talks]
            figures["bink, 40 scenes"] = max(_told(by_bink) for _ in range(RUNS))
    return figures


def _told(command: Sequence[Path | str | int]) -> float:
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{command[1]} failed: {done.stderr[-800:]}")
    said = json.loads(done.stdout)
    return float(said["decisions"] / said["seconds"])


def main() -> None:
    """Print the table as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--choicescript", type=Path, metavar="DIR")
    parser.add_argument("--inkjs", type=Path, metavar="DIR")
    parser.add_argument("--bink", type=Path, metavar="PYTHON")
    wish = parser.parse_args()
    if wish.bink and not wish.inkjs:
        parser.error("--bink needs --inkjs, whose compiler makes the story")
    equal = story()
    library = open_library(settings.shipped_pack(), None)
    figures: dict[str, float] = {
        "ours, price_copier": ours(library.scenario("price_copier"), 100_000),
        "ours, 40 scenes": ours(equal, 30_000),
    }
    peers: dict[str, float] = {}
    if wish.choicescript is not None:
        a_talk = RandomPlayer(equal).decisions(2_000, 1) / 2_000
        peers["ChoiceScript randomtest, 40 scenes"] = choicescript(wish.choicescript, 2_000, a_talk)
    if wish.inkjs is not None:
        peers |= ink_players(wish.inkjs, wish.bink, 500)
    figures |= peers
    for peer, speed in peers.items():
        figures[f"ratio to {peer}"] = figures["ours, 40 scenes"] / speed
    sys.stdout.write(
        json.dumps({name: round(one) for name, one in figures.items()}, indent=2) + "\n"
    )


if __name__ == "__main__":
    main()
