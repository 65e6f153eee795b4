"""From what was typed after a command to a scenario: an id of the pack, or a file."""

from pathlib import Path
from typing import TYPE_CHECKING

from salesdojo.cli.printing import say_error
from salesdojo.cli.surroundings import Surroundings
from salesdojo.content.naming import file_named, looks_like_a_file
from salesdojo.content.problem import errors_among
from salesdojo.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdojo.content.model import Scenario
    from salesdojo.content.pack_files import PackFile
    from salesdojo.content.reading import ScenarioReading


def named_scenario(here: Surroundings, name: str) -> "Scenario":
    """Return the scenario `name`: a file when it looks like one, else an id.

    An id is looked for in the pack that we stand in, then in the one that ships.

    Raises:
        ContentError: CT001 for an unknown id, CT002 for a file with errors; its
            problems are on stderr by then.
    """
    file = Path(name) if looks_like_a_file(name) else _file_of_own_pack(name)
    return here.library.scenario(name) if file is None else playable(file, here.language)[0]


def scenario_file(here: Surroundings, name: str) -> Path:
    """Return the file of the scenario `name`, named as for `named_scenario`.

    Raises:
        ContentError: CT001 for an unknown id.
    """

    def known() -> "Mapping[str, PackFile]":
        from salesdojo.content.pack_files import pack_files

        return pack_files(here.pack).of("scenario")

    return _file_of_own_pack(name) or file_named(name, known)


def _file_of_own_pack(name: str) -> Path | None:
    """Return the file of a scenario of the pack that we stand in, or None."""
    from salesdojo.content.pack_place import pack_around

    root = pack_around(Path(name))
    if root is None:
        return None
    from salesdojo.content.pack_files import pack_files

    file = pack_files(root).of("scenario").get(name)
    return None if file is None else file.path


def playable(path: Path, language: str) -> "tuple[Scenario, ScenarioReading]":
    """Read the scenario in the file `path`; return it, and all that came of the reading.

    Raises:
        ContentError: CT002 for a file with problems, which are on stderr by then.
    """
    from salesdojo.content.reading import read_scenario

    reading = read_scenario(path)
    if reading.scenario is None:
        for problem in reading.problems:
            say_error(problem.line_of_text(language))
        count = len(errors_among(reading.problems))
        raise ContentError("CT002", scenario=str(path), count=count)
    return reading.scenario, reading
