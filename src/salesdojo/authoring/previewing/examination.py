"""What a preview learns of its file: at a glance, so that play goes on, then all of it."""

from pathlib import Path

from salesdojo.authoring.examining import Examined
from salesdojo.content.document import BEGINNING, unreadable
from salesdojo.content.document_reading import read_document
from salesdojo.content.files import UnreadableFileError, file_bytes
from salesdojo.content.model import Scenario
from salesdojo.content.problem import Problem
from salesdojo.content.reading import read_scenario
from salesdojo.errors import PracticeError
from salesdojo.practice.solving import Explored, explored


def examination(path: Path) -> Examined:
    """Read the scenario in the file `path` and find everything that is wrong with it."""
    return glance(path)


def glance(path: Path) -> Examined:
    """Read and solve the scenario in the file `path`, as quickly as it can be played.

    The problems are those that keep it from being played: SD0xx to SD2xx.
    """
    name = str(path)
    try:
        document = read_document(name, file_bytes(path))
    except UnreadableFileError as fault:
        document = unreadable(name, (Problem.at(name, BEGINNING, fault.code, fault.form),))
    reading = read_scenario(path)
    return Examined(document, reading.scenario, _solved(reading.scenario), reading.problems)


def _solved(scenario: Scenario | None) -> Explored | None:
    if scenario is None:
        return None
    try:
        return explored(scenario)
    except PracticeError:
        return None
