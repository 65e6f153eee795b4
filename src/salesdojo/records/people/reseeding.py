"""Another seed under which an attempt goes just as it went.

A seed is drawn once and never again, so it finds its attempt in any old list. It may be
any other, as long as chance decides alike wherever the talk met it: seeds are tried until
one does. Most scenarios leave nothing to chance; there the first will do.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from sqlalchemy import Connection

from salesdojo.content.building import scenario_from_canonical
from salesdojo.content.model import Scenario
from salesdojo.errors import ContentError, PracticeError
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.following import replay
from salesdojo.records.attempts import revision_bytes
from salesdojo.records.model import AttemptRecord, StoredDecision

TRIES: Final = 10_000
"""Seeds tried for an attempt: twenty draws of one half each are met by one in 100."""


class Reseeding:
    """Finds seeds, and keeps those found until the attempt has gone on."""

    def __init__(self, new_seed: Callable[[], int], tries: int = TRIES) -> None:
        """Draw seeds from `new_seed`, at most `tries` for an attempt."""
        self._new_seed = new_seed
        self._tries = tries
        self._scenarios: dict[str, Scenario | None] = {}
        self._found: dict[tuple[str, int], int | None] = {}

    def learn(self, connection: Connection, revisions: Iterable[str]) -> None:
        """Read the scenarios of `revisions`, those that were not read before."""
        for revision in revisions:
            if revision not in self._scenarios:
                self._scenarios[revision] = _read(revision_bytes(connection, revision))

    def seed(self, record: AttemptRecord, taken: Sequence[StoredDecision]) -> int | None:
        """Return another seed for an attempt that took `taken`; None where none was found.

        Its scenario must have been learnt.
        """
        key = (record.id, len(taken))
        if key not in self._found:
            scenario = self._scenarios[record.revision]
            self._found[key] = self._searched(record.seed, scenario, taken)
        return self._found[key]

    def _searched(
        self, seed: int, scenario: Scenario | None, taken: Sequence[StoredDecision]
    ) -> int | None:
        if scenario is None or not _leaves_to_chance(scenario):
            return self._other(seed)
        try:
            played = replay(scenario, seed, (decision.choice for decision in taken))
        except PracticeError:  # it never went so: an audit says that of any seed
            return self._other(seed)
        for _ in range(self._tries):
            other = self._other(seed)
            if _goes_alike(played, other):
                return other
        return None

    def _other(self, seed: int) -> int:
        while True:
            drawn = self._new_seed()
            if drawn != seed:
                return drawn


def _read(canonical: bytes | None) -> Scenario | None:
    if canonical is None:
        return None
    try:
        return scenario_from_canonical(canonical)
    except ContentError:
        return None


def _leaves_to_chance(scenario: Scenario) -> bool:
    return any(
        branch.weight is not None
        for scene in scenario.scenes.values()
        for goto in scene.ways
        for branch in goto
    )


def _goes_alike(played: Attempt, seed: int) -> bool:
    """Say whether the same choices come through the same scenes under `seed`."""
    attempt = Attempt(played.scenario, seed)
    if attempt.opening != played.opening:
        return False
    for event in played.events:
        attempt, met = attempt.take(event.choice.id)
        if (met.after, met.heard) != (event.after, event.heard):
            return False
    return True
