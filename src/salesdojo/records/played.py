"""Scenarios as they were when attempts were played, and what is worked out of each, once."""

from pathlib import Path
from typing import TYPE_CHECKING

from salesdojo.content.building import scenario_from_canonical
from salesdojo.records.values import chances, spreads

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdojo.content.model import Scenario
    from salesdojo.records.store import Store


class Played:
    """What the store holds of scenarios, by revision; each is read when it is asked for."""

    def __init__(self, store: "Store", cache: Path | None) -> None:
        """Read from `store`; figures are kept in the folder `cache`, None keeps none."""
        self._store = store
        self._cache = cache
        self._scenarios: dict[str, Scenario] = {}
        self._chances: dict[str, Mapping[str, float]] = {}
        self._spreads: dict[str, Mapping[str, float]] = {}

    def scenario(self, revision: str) -> "Scenario":
        """Return the scenario as it was in that revision.

        Raises:
            RecordsError: DB025 it is missing, or was changed since.
        """
        if revision not in self._scenarios:
            canonical = self._store.canonical(revision)
            self._scenarios[revision] = scenario_from_canonical(canonical)
        return self._scenarios[revision]

    def chances(self, revision: str) -> "Mapping[str, float]":
        """Return what a random clicker earns of each criterion, 0-1.

        Raises:
            RecordsError: as in `scenario`.
            PracticeError: PR003 when it is too large to be scored exactly.
        """
        if revision not in self._chances:
            self._chances[revision] = chances(self.scenario(revision), self._cache)
        return self._chances[revision]

    def spreads(self, revision: str) -> "Mapping[str, float]":
        """Return how far the choices of each scene lie apart, in points of quality.

        Raises:
            RecordsError, PracticeError: as in `chances`.
        """
        if revision not in self._spreads:
            self._spreads[revision] = spreads(self.scenario(revision), self._cache)
        return self._spreads[revision]
