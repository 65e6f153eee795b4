"""Which belt trainees of known ability come to wear in the shipped pack: docs/models.md's table.

    .venv/bin/python benchmarks/belts.py

Two attempts a day: the scenarios in the order of the courses with two drills before each,
then the rest; after everything was taken once, scenarios again. Of each criterion three
decisions (in a drill one) are right or wrong by the ability and a difficulty that the
pack's level knows only roughly. The clicker is right in 30 of 100, which is what chance
earns there. A scenario is passed with 60% over chance on average.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from math import exp
from pathlib import Path
from random import Random
from statistics import median_low

from salesdojo.content.catalogue import Entry
from salesdojo.content.library import Library, open_library
from salesdojo.records.mastery.ability import over_chance
from salesdojo.records.mastery.belts import belt_of
from salesdojo.records.mastery.courses import course_standings
from salesdojo.records.mastery.grades import GRADES
from salesdojo.records.mastery.proven import Proven
from salesdojo.records.mastery.skills import DAY, Weighed, authored_difficulty
from salesdojo.records.model import Finished

PEOPLE = 100
TOLD_AT = (10, 30, 60, 100, 200)
CHANCE = 0.3
PASS = 0.6
MISJUDGED = 0.5
"""By how much (standard deviation) a level misses the real difficulty."""
FIRST_DAY = date(2026, 1, 1)

Skilled = Callable[[int], float | None]
"""The ability at the attempt of a number, in logits; None clicks at random."""


def main() -> None:
    """Print the median and the best belt of each kind of trainee."""
    library = open_library(Path(__file__).parents[1] / "scenarios", None)
    kinds: dict[str, Skilled] = {"clicks": lambda _: None}
    for ability in (0.0, 1.0, 1.5, 2.0, 3.0):
        kinds[f"{ability:.1f}"] = lambda _, ability=ability: ability  # type: ignore[misc]
    kinds["learns"] = lambda number: min(2.5, 0.03 * number)
    print("ability  " + "  ".join(f"{told:>15}" for told in TOLD_AT))
    for name, skilled in kinds.items():
        ranks: dict[int, list[int]] = defaultdict(list)
        for seed in range(PEOPLE):
            for told, rank in simulated(library, skilled, seed):
                ranks[told].append(rank)
        cells = (f"{_named(median_low(r))} ({_named(max(r))})" for r in ranks.values())
        print(f"{name:7}  " + "  ".join(f"{cell:>15}" for cell in cells))


def simulated(library: Library, ability: Skilled, seed: int) -> Iterator[tuple[int, int]]:
    """Yield the rank (0 for none) after each number of attempts of `TOLD_AT`."""
    dice = Random(seed)  # noqa: S311 - a simulation
    way = _way(library, dice)
    again = [entry for entry in way if entry.kind == "scenario"]
    tries: Counter[str] = Counter()
    shown: dict[str, Proven] = {}
    passes: list[Finished] = []
    for number in range(TOLD_AT[-1]):
        entry = way[number] if number < len(way) else dice.choice(again)
        at = number * DAY // 2
        weight = 1 / (1 + tries[entry.id])
        tries[entry.id] += 1
        shares = [_share(entry, ability(number), dice) for _ in entry.criteria]
        difficulty = authored_difficulty(entry.level)
        for criterion, share in zip(entry.criteria, shares, strict=True):
            one = Weighed("", entry.id, at, share, difficulty, weight)
            shown[criterion.id] = shown.get(criterion.id, Proven()).after(one)
        passed = sum(shares) / len(shares) >= PASS
        passes.append(Finished("", entry.id, "", at, {}, (), number, passed))
        if number + 1 in TOLD_AT:
            courses = course_standings(library.pack.courses, passes, _day(at), _day)
            worn = belt_of(shown, courses, library.entries, at).grade
            yield number + 1, 0 if worn is None else worn.rank


def _way(library: Library, dice: Random) -> list[Entry]:
    entries = {entry.id: entry for entry in library.entries}
    named = [name for course in library.pack.courses for name in course.scenarios]
    rest = [name for name, entry in entries.items() if entry.kind == "scenario"]
    drills = [entry for entry in library.entries if entry.kind == "drill"]
    dice.shuffle(drills)
    way: list[Entry] = []
    for name in dict.fromkeys([*named, *rest]):
        way += [*drills[:2], entries[name]]
        drills = drills[2:]
    return way + drills


def _share(entry: Entry, ability: float | None, dice: Random) -> float:
    decisions = 1 if entry.kind == "drill" else 3
    if ability is None:
        told = sum(dice.random() < CHANCE for _ in range(decisions)) / decisions
        return over_chance(told, CHANCE)
    right = 1 / (1 + exp(dice.gauss(authored_difficulty(entry.level), MISJUDGED) - ability))
    return sum(dice.random() < right for _ in range(decisions)) / decisions


def _day(at: int) -> date:
    return FIRST_DAY + timedelta(days=at // DAY)


def _named(rank: int) -> str:
    return "none" if rank == 0 else GRADES[rank - 1].id


if __name__ == "__main__":
    main()
