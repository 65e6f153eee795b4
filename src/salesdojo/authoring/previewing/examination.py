"""What a preview learns of its file: at a glance, so that play goes on, then all of it."""

from dataclasses import replace
from pathlib import Path

from salesdojo.authoring.checking.examining import Examined, examined
from salesdojo.content.model import Scenario
from salesdojo.content.reading import read_scenario
from salesdojo.practice.solving import Explored, explored
from salesdojo.practice.too_large import TooLargeError


def examination(path: Path) -> Examined:
    """Read the scenario in the file `path` and find everything that is wrong with it."""
    found = examined(path)
    if found.scenario is not None:
        return found
    # What keeps it from being played may stand in the rubric or the customer.
    beside = (one for one in read_scenario(path).problems if one.path != str(path))
    return replace(found, problems=(*found.problems, *beside))


def glance(path: Path) -> Examined:
    """Read and solve the scenario in the file `path`, as quickly as it can be played.

    With a negotiation table it is not solved yet: named players bargain there from each mood,
    which can take a second. The problems are those that keep it from being played: SD0xx to
    SD2xx.
    """
    reading, solved = read_scenario(path), None
    scenario = reading.scenario
    if scenario is not None and not scenario.bargains:
        solved = solved_at_last(scenario)
    return Examined(reading.document, scenario, solved, reading.problems)


def solved_at_last(scenario: Scenario) -> Explored | None:
    """Solve a scenario; None where it is too large."""
    try:
        return explored(scenario)
    except TooLargeError:
        return None
