"""What a revision is a version of: told once of the bytes that were played, and kept.

Revisions never change, so what was told of one holds for good. A cache is a convenience:
what is damaged in it is told again, and one that cannot be written is done without.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from salesdojo.content.building import scenario_from_canonical
from salesdojo.content.scoring_identity import scoring_identity
from salesdojo.content.text import Text
from salesdojo.errors import SalesdojoError
from salesdojo.records import json_text
from salesdojo.records.kept_file import keep_file

if TYPE_CHECKING:
    from salesdojo.content.model import Scenario
    from salesdojo.records.store import Store

_MADE_BY: Final = "outlines-1"
"""What makes them: another number for another rule."""
LEAST_CHOICES: Final = 2
"""Of a scene in which something is decided."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A revision, without its words."""

    scenario: str
    """The id."""
    identity: str
    """`scoring_identity`: revisions of one differ in words alone."""
    title: Text
    choices: Mapping[str, tuple[str, ...]]
    """By scene in which something is decided, in the order of the file."""


def outline_of(scenario: "Scenario") -> Outline:
    """Return the outline of a scenario."""
    choices = {
        scene.id: tuple(scene.choices)
        for scene in scenario.scenes.values()
        if len(scene.choices) >= LEAST_CHOICES
    }
    return Outline(scenario.id, scoring_identity(scenario), scenario.title, choices)


class Outlines:
    """Outlines by revision."""

    def __init__(self, store: "Store", cache: Path | None) -> None:
        """Read from `store`; outlines are kept in the folder `cache`, None keeps none."""
        self._store = store
        self._file = None if cache is None else cache / "outlines.json"

    def of(self, revisions: Iterable[str]) -> Mapping[str, Outline]:
        """Return the outlines of `revisions`; those that are damaged are left out.

        Raises:
            RecordsError: what keeps the records from being read.
        """
        kept = self._kept()
        found: dict[str, Outline] = {}
        new = False
        for revision in revisions:
            outline = kept.get(revision)
            if outline is None:
                outline = self._told(revision)
                new = new or outline is not None
            if outline is not None:
                found[revision] = outline
        if new:
            self._keep({**kept, **found})
        return found

    def _told(self, revision: str) -> Outline | None:
        try:
            return outline_of(scenario_from_canonical(self._store.canonical(revision)))
        except SalesdojoError as error:
            if error.code == "DB025":  # tampered with: `audit` says so
                return None
            raise
        except (ValueError, KeyError, TypeError):
            return None  # of no program that we know

    def _kept(self) -> dict[str, Outline]:
        try:
            return json_text.read("" if self._file is None else self._file.read_text(), _read)
        except (OSError, ValueError):
            return {}

    def _keep(self, outlines: Mapping[str, Outline]) -> None:
        if self._file is not None:
            keep_file(self._file, _written(outlines).encode())


def _written(outlines: Mapping[str, Outline]) -> str:
    rows = {
        revision: [one.scenario, one.identity, one.title.by_language, dict(one.choices)]
        for revision, one in outlines.items()
    }
    return json.dumps([_MADE_BY, rows], separators=(",", ":"))


def _read(told: Any) -> dict[str, Outline]:  # noqa: ANN401 - whatever the file holds
    made_by, rows = told
    if made_by != _MADE_BY:
        return {}
    return {revision: _outline(*row) for revision, row in rows.items()}


def _outline(
    scenario: str, identity: str, title: list[list[str]], choices: dict[str, list[str]]
) -> Outline:
    spoken = Text(tuple((language, words) for language, words in title))
    return Outline(
        str(scenario),
        str(identity),
        spoken,
        {scene: tuple(map(str, names)) for scene, names in choices.items()},
    )
