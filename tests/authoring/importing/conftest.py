"""Imports a story as the command does, and reads the scenario back as a player would."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from salesdojo.authoring.importing.detect import story_in
from salesdojo.authoring.importing.scenario import scenario_text
from salesdojo.authoring.importing.story import Lost
from salesdojo.content.model import Scenario
from salesdojo.content.reading import read_scenario

STORIES = Path(__file__).parent / "stories"


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of a story."""

    scenario: Scenario
    written: Any
    """The YAML as plain values."""
    yaml: str
    lost: tuple[Lost, ...]

    @property
    def losses(self) -> list[tuple[str, str, int | None]]:
        """Kind, passage or knot, and line of what was lost."""
        return [(one.kind, one.place.where, one.place.line) for one in self.lost]


Carry = Callable[[str | bytes], Carried]


@pytest.fixture
def carry(tmp_path: Path) -> Carry:
    """Import a text, or the story of that name in `stories`."""

    def imported(source: str | bytes) -> Carried:
        return carried(source, tmp_path)

    return imported


def carried(source: str | bytes, folder: Path) -> Carried:
    """Import, write into `folder`, and read back; the reader must find nothing wrong."""
    if isinstance(source, str):
        known = "\n" not in source and (STORIES / source).is_file()
        source = (STORIES / source).read_bytes() if known else source.encode()
    imported = scenario_text(story_in("story", "story", source), "talk", "story", "en")
    path = folder / "talk.yaml"
    path.write_text(imported.yaml, encoding="utf-8")
    reading = read_scenario(path)
    assert [problem.line_of_text("en") for problem in reading.problems] == []
    assert reading.scenario is not None
    return Carried(reading.scenario, yaml.safe_load(imported.yaml), imported.yaml, imported.lost)
