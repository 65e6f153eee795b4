"""Exact value: reachable states a second at three sizes, and a plain exploration beside it.

    python benchmarks/exact_analysis.py

A generated story of 40 scenes: two hubs of questions in any order, meters that
choices move and later scenes read, facts that are uncovered and used. Each size
runs in a process of its own, so that its peak memory is its own. The peer
explores the least size over `practice.stepping`: frozen dataclasses, cut down
by the same liveness, without solving anything. Seconds are the processor's.
"""

import argparse
import gc
import multiprocessing
import resource
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

from salesdojo import settings
from salesdojo.content.building import build_scenario
from salesdojo.content.library import open_library
from salesdojo.content.model import Scenario
from salesdojo.practice.liveness import cut_down, liveness
from salesdojo.practice.solving import explored
from salesdojo.practice.stepping import State, offered, opening_outcomes, outcomes, taking
from salesdojo.practice.too_large import TooLargeError

WHOLE = 100
"""Figures from here on are printed without decimals."""
SCENES = 40
QUESTIONS = 6
"""In each of the two hubs."""
FIRST_HUB, SECOND_HUB = 4, 20
SIZES = {"20,000": (3, 3), "60,000": (4, 3), "197,000": (4, 5)}
"""The meters and facts of a story, by about how many states they make."""


def story(meters: int, facts: int, *, repeats: bool = False) -> Scenario:
    """Return the story with so many meters and facts kept from its middle to its end.

    With `repeats` each hub has a line that can be said again and again.
    """
    scenes: dict[str, Any] = {
        f"s{number}": _hub(number, meters, facts, repeats=repeats)
        if number in (FIRST_HUB, SECOND_HUB)
        else _talk(number, meters, facts)
        for number in range(SCENES)
    }
    return _built(scenes, meters, facts)


def _built(scenes: dict[str, Any], meters: int, facts: int) -> Scenario:
    scenes["won"] = {"customer": "Yes.", "end": "won"}
    scenes["lost"] = {"customer": "No.", "end": "lost"}
    written = {
        "id": "story",
        "title": "Story",
        "stage": "discovery",
        "motion": "none",
        "level": 1,
        "minutes": 1,
        "briefing": {"situation": "A room", "goal": "A deal"},
        "meters": {f"meter_{number}": 50 for number in range(meters)},
        "facts": {f"fact_{number}": "Something" for number in range(facts)},
        "start": "s0",
        "scenes": scenes,
    }
    criteria = {
        name: {"name": name, "weight": 20, "levels": ["1", "2", "3", "4"]} for name in _CRITERIA
    }
    rubric = {"id": "r", "name": "R", "pass": 70, "cuts": [40, 65, 85], "criteria": criteria}
    customer = {"id": "c", "name": "C", "company": "C", "role": "C", "manner": "C"}
    return build_scenario(written, rubric, customer)


_CRITERIA = ("opening", "inquiry", "value", "objections", "closing")


def _line(number: int, place: int, **keys: object) -> dict[str, Any]:
    points = {_CRITERIA[(number + place) % len(_CRITERIA)]: (3, 1, 0, -1)[place % 4]}
    return {"say": "Words", "why": "A reason", "points": points, **keys}


def _hub(number: int, meters: int, facts: int, *, repeats: bool) -> dict[str, Any]:
    """Return a scene of questions in any order, each once; some uncover a fact."""
    choices: dict[str, Any] = {}
    for place in range(QUESTIONS):
        learns = number == FIRST_HUB and place < facts
        keys: dict[str, object] = {"learn": [f"fact_{place}"]} if learns else {}
        if number == FIRST_HUB and place >= QUESTIONS - 2:
            keys["effect"] = {f"meter_{place % meters}": 10}
        choices[f"ask_{place}"] = _line(number, place, goto=f"s{number}", **keys)
    if repeats:
        choices["chat"] = _line(number, 1, goto=f"s{number}", repeat=True)
    choices["go_on"] = _line(number, 2, goto=f"s{number + 1}")
    return {"customer": "Well?", "choices": choices}


def _talk(number: int, meters: int, facts: int) -> dict[str, Any]:
    """Return a scene of three lines: they move a meter, or late in the story ask for one."""
    onward = f"s{number + 1}" if number < SCENES - 1 else "won"
    meter, fact = number % meters, number % facts
    choices = {}
    for place, amount in enumerate((10, 0, -10)):
        keys: dict[str, object] = {"goto": onward}
        if FIRST_HUB < number < SECOND_HUB and amount and number - FIRST_HUB <= meters:
            keys["effect"] = {f"meter_{meter}": amount}
        choices[f"line_{place}"] = _line(number, place, **keys)
    if number > SECOND_HUB:
        choices["line_0"]["when"] = f"meter_{meter} >= 50 or not fact_{fact}"
        choices["line_2"]["goto"] = [{"when": f"meter_{meter} < 30", "to": "lost"}, {"to": onward}]
    return {"customer": "Well?", "choices": choices}


def in_child(measure: Callable[[], dict[str, float]]) -> dict[str, float]:
    """Return what `measure` returns in a process of its own."""
    context = multiprocessing.get_context("fork")
    receiving, sending = context.Pipe(duplex=False)

    def told() -> None:
        figures = measure()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        sending.send({**figures, "peak MiB": peak})

    child = context.Process(target=told)
    child.start()
    sending.close()  # or a child that fails would be waited for without end
    told_here: dict[str, float] = receiving.recv()
    child.join()
    return told_here


def ours(scenario: Scenario) -> dict[str, float]:
    """Explore and solve, and read every edge."""
    began = time.process_time()
    found = explored(scenario)
    edges = sum(map(len, found.graph.edges))
    seconds = time.process_time() - began
    states = len(found.graph)
    return {"states": states, "edges": edges, "seconds": seconds, "states/s": states / seconds}


def plain(scenario: Scenario) -> dict[str, float]:
    """Explore over `stepping`."""
    began = time.process_time()
    live = liveness(scenario)
    waiting = [cut_down(state, live) for _, state in opening_outcomes(scenario)]
    seen: set[State] = set(waiting)
    edges = 0
    while waiting:
        state = waiting.pop()
        for choice in offered(scenario, state):
            edges += 1
            for _, reached in outcomes(scenario, taking(scenario, state, choice), choice.goto):
                after = cut_down(reached, live)
                if after not in seen:
                    seen.add(after)
                    waiting.append(after)
    seconds = time.process_time() - began
    return {
        "states": len(seen),
        "edges": edges,
        "seconds": seconds,
        "states/s": len(seen) / seconds,
    }


def refused(scenario: Scenario) -> dict[str, float]:
    """Explore what is too large."""
    began = time.process_time()
    with suppress(TooLargeError):
        explored(scenario)
        sys.exit("the story was meant to be too large")
    return {"seconds": time.process_time() - began}


def hub(questions: int) -> Scenario:
    """Return a story of one scene with so many questions in any order."""
    choices = {f"q{place}": _line(0, place, goto="s0") for place in range(questions)}
    choices["go_on"] = _line(0, 2, goto="won")
    return _built({"s0": {"customer": "Well?", "choices": choices}}, 0, 0)


def shipped(runs: int) -> dict[str, dict[str, float]]:
    """Return the median milliseconds for each scenario of the shipped pack."""
    library = open_library(settings.shipped_pack(), None)
    table: dict[str, dict[str, float]] = {}
    for entry in library.entries:
        scenario = library.scenario(entry.id)
        times = []
        for _ in range(runs):
            gc.collect()
            began = time.process_time()
            found = explored(scenario)
            times.append(1000 * (time.process_time() - began))
        table[entry.id] = {"states": len(found.graph), "ms": statistics.median(times)}
    return table


COLUMNS = ("states", "edges", "seconds", "ms", "states/s", "peak MiB")


def table(rows: dict[str, dict[str, float]]) -> str:
    """Return the figures as aligned text."""
    lines = ["".join(f"{title:>11}" for title in COLUMNS)]
    for name, row in rows.items():
        cells = "".join(f"{_cell(row.get(title)):>11}" for title in COLUMNS)
        lines.append(f"{cells}  {name}")
    return "\n".join(lines)


def _cell(figure: float | None) -> str:
    if figure is None:
        return "-"
    return f"{figure:,.0f}" if figure == int(figure) or figure >= WHOLE else f"{figure:.2f}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9, help="runs of each shipped scenario")
    wish = parser.parse_args()
    stories = {name: story(*size) for name, size in SIZES.items()}
    rows = {f"about {name}": in_child(partial(ours, made)) for name, made in stories.items()}
    repeating = story(*SIZES["60,000"], repeats=True)
    rows["with lines that repeat"] = in_child(partial(ours, repeating))
    rows["too large: refused"] = in_child(partial(refused, hub(18)))
    rows["plain exploration"] = in_child(partial(plain, stories["20,000"]))
    rows.update(shipped(wish.runs))
    sys.stdout.write(table(rows) + "\n")


if __name__ == "__main__":
    main()
