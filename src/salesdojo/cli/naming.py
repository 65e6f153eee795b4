"""From what was typed after `play` to a scenario: an id of the pack, or a file."""

from pathlib import Path
from typing import TYPE_CHECKING

from salesdojo.cli.printing import say_error
from salesdojo.cli.surroundings import Surroundings
from salesdojo.content.problem import errors_among
from salesdojo.errors import ContentError

if TYPE_CHECKING:
    from salesdojo.content.model import Scenario


def named_scenario(here: Surroundings, name: str) -> "Scenario":
    """Return the scenario `name`: a file when it looks like one, else an id.

    Raises:
        ContentError: CT001 for an unknown id, CT002 for a file with errors; its
            problems are on stderr by then.
    """
    if not _looks_like_a_file(name):
        return here.library.scenario(name)
    from salesdojo.content.reading import read_scenario

    reading = read_scenario(Path(name))
    if reading.scenario is None:
        for problem in reading.problems:
            say_error(problem.line_of_text(here.language))
        raise ContentError("CT002", scenario=name, count=len(errors_among(reading.problems)))
    return reading.scenario


def _looks_like_a_file(name: str) -> bool:
    return name.endswith((".yaml", ".yml")) or "/" in name or "\\" in name
