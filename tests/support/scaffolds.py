"""Scaffolds for tests: one of a stage in some languages, written to disk and read."""

from fractions import Fraction
from itertools import chain
from pathlib import Path
from typing import Final

from salesdojo.authoring.scaffolding.begun import put
from salesdojo.authoring.scaffolding.destination import Destination
from salesdojo.authoring.scaffolding.pack import PackPlan, begun_pack
from salesdojo.authoring.scaffolding.scenario import begun_scenario
from salesdojo.content.catalogue import Stage
from salesdojo.content.model import Choice, Scenario
from salesdojo.content.reading import read_scenario
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.scoring import Result, score
from salesdojo.practice.solving import Solution, solve

LANGUAGE_SETS: Final = (("ja",), ("en",), ("ja", "en"))


def scaffold(folder: Path, stage: Stage, languages: tuple[str, ...]) -> Path:
    """Begin a scenario in `folder`, which is in no pack, and return its file."""
    path = folder / f"{stage.value}_one.yaml"
    begun = begun_scenario(path.stem, stage, languages, Destination.around(folder), path)
    put(begun.files)
    return path


def new_pack(root: Path, stage: Stage, languages: tuple[str, ...] = ("ja", "en")) -> Path:
    """Begin a pack in `root` whose scenario is called ``first_talk``."""
    put(begun_pack(PackPlan(root, "first_talk", stage, languages)))
    return root


def readable(path: Path) -> Scenario:
    """Return the scenario in a file that must have no problem."""
    reading = read_scenario(path)
    assert reading.problems == ()
    assert reading.scenario is not None
    return reading.scenario


def chance_of_passing(scenario: Scenario) -> Fraction:
    """Return the exact chance that someone passes who clicks anything that is offered."""
    solution = solve(scenario)
    open_still = [(Attempt(scenario, 1), Fraction(1))]
    passing = Fraction(0)
    while open_still:
        attempt, chance = open_still.pop()
        if attempt.outcome is not None:
            passing += chance * score(attempt, solution).passed
            continue
        share = chance / len(attempt.offered)
        open_still += [(attempt.take(choice.id)[0], share) for choice in attempt.offered]
    return passing


def walked(scenario: Scenario, solution: Solution, by: str, language: str = "en") -> Result:
    """Return what the player comes to who takes the ``first``, ``longest`` or ``shortest``."""

    def length(choice: Choice) -> int:
        return shown_width(choice.say.spoken(language))

    attempt = Attempt(scenario, 1)
    while attempt.outcome is None:
        offered = attempt.offered
        picked = {
            "first": offered[0],
            "longest": max(offered, key=length),
            "shortest": min(offered, key=length),
        }
        attempt, _ = attempt.take(picked[by].id)
    return score(attempt, solution)


def shown_width(text: str) -> int:
    """Return the columns a text takes where Japanese signs are two wide."""
    return sum(2 if ord(sign) > 0x2E7F else 1 for sign in text)


def every_text(scenario: Scenario) -> list[str]:
    """Return what is said and told in all its scenes, each language on its own."""
    scenes = scenario.scenes.values()
    texts = chain(
        (line.say for scene in scenes for line in scene.customer),
        (scene.hint for scene in scenes),
        *((one.say, one.reply, one.why) for scene in scenes for one in scene.choices.values()),
    )
    return [words for text in texts if text is not None for _, words in text.by_language]
