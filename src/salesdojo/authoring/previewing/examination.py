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

    The problems are those that keep it from being played: SD0xx to SD2xx.
    """
    reading = read_scenario(path)
    solved = _solved(reading.scenario)
    return Examined(reading.document, reading.scenario, solved, reading.problems)


def _solved(scenario: Scenario | None) -> Explored | None:
    if scenario is None:
        return None
    try:
        return explored(scenario)
    except TooLargeError:
        return None
