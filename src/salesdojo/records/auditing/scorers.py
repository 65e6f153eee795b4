"""What scores the talks of each scenario revision, made from what is stored, once.

Nothing is taken from the cache of solutions: a check trusts only what it works out.
"""

from collections.abc import Callable
from enum import StrEnum
from hashlib import sha256
from typing import Final

from salesdojo.content.building import scenario_from_canonical
from salesdojo.errors import ContentError, PracticeError
from salesdojo.records.auditing.replay import Replay
from salesdojo.records.came_to import Scorer, scorer_of

MOST: Final = 64
"""Scorers kept at a time: each chapter of a journey may have a revision of its own."""

MOST_REPLAYS: Final = 7_000
"""Replays of a generation; two generations are kept, each of some 15 MB."""
ReplayKey = tuple[str, int | None, bytes]
"""Revision, seed (where it matters) and moves."""


class Lacking(StrEnum):
    """Why there is no scorer for a revision."""

    GONE = "revision_gone"
    CHANGED = "revision_changed"
    UNREADABLE = "revision_unreadable"
    """It is as it was stored, but this program cannot play it."""


class Scorers:
    """Scorers by revision, as they are asked for."""

    def __init__(self, canonical: Callable[[str], bytes | None], most: int = MOST) -> None:
        """Read revisions by `canonical`, which returns what is stored, unchecked, or None."""
        self._canonical = canonical
        self._most = most
        self._kept: dict[str, Scorer | Lacking] = {}
        self._replays: dict[ReplayKey, Replay] = {}
        self._older: dict[ReplayKey, Replay] = {}

    def of(self, revision: str) -> Scorer | Lacking:
        """Return what scores the talks of `revision`, or why nothing does."""
        found = self._kept.get(revision)
        if found is None:
            if len(self._kept) >= self._most:
                self._kept.pop(next(iter(self._kept)))  # the one that was made first
            found = self._kept[revision] = self._made(revision)
        return found

    def replay(self, key: ReplayKey) -> Replay | None:
        """Return what moves came to, where that is still known."""
        found = self._replays.get(key)
        if found is None:
            found = self._older.get(key)
            if found is not None:
                self.keep(key, found)
        return found

    def keep(self, key: ReplayKey, replay: Replay) -> Replay:
        """Keep what moves came to; what was not asked for in a generation is forgotten."""
        if len(self._replays) >= MOST_REPLAYS:
            self._older, self._replays = self._replays, {}
        self._replays[key] = replay
        return replay

    def _made(self, revision: str) -> Scorer | Lacking:
        stored = self._canonical(revision)
        if stored is None:
            return Lacking.GONE
        if sha256(stored).hexdigest() != revision:
            return Lacking.CHANGED
        try:
            return scorer_of(scenario_from_canonical(stored))
        except (ContentError, PracticeError):
            return Lacking.UNREADABLE
