"""Whether a result still says what its scenario, as the pack has it now, would say."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from salesdojo.content.beginning_elsewhere import begun_with
from salesdojo.content.model import Scenario
from salesdojo.content.scoring_identity import scoring_identity
from salesdojo.errors import ContentError, SalesdojoError
from salesdojo.records.played import Played

if TYPE_CHECKING:
    from salesdojo.content.library import Library
    from salesdojo.records.history.history import Past
    from salesdojo.records.store import Store


def as_begun(present: Scenario, stored: Scenario) -> Scenario:
    """Return the `present` scenario begun as `stored` was: for later chapters of journeys."""
    starts = {meter.id: meter.start for meter in stored.meters.values()}
    return begun_with(present, starts, stored.learned)


def is_stale(stored: Scenario, present: Scenario, *, carried: bool) -> bool:
    """Say whether `present` scores otherwise than `stored`; other words alone do not count.

    Args:
        stored: what the result was computed from.
        present: the pack's scenario of the same id.
        carried: whether the attempt began where another chapter of a journey had ended.
    """
    now = as_begun(present, stored) if carried else present
    return now.revision != stored.revision and scoring_identity(now) != scoring_identity(stored)


@dataclass
class Staleness:
    """Answers for many results; each revision is compared once."""

    stored: Callable[[str], Scenario]
    """The scenario of a revision (`Played.scenario`)."""
    present: Callable[[str], Scenario | None]
    """The pack's scenario of an id, where it has one that can be read."""
    _present: dict[str, Scenario | None] = field(default_factory=dict)
    _known: dict[tuple[str, str, bool], bool | None] = field(default_factory=dict)

    def among(self, attempts: "Iterable[Past]") -> "Mapping[str, bool | None]":
        """Return by attempt whether its result is stale.

        None where it cannot be told: the pack has its scenario no longer, or the records
        cannot give back the scenario as it was.
        """
        return {one.attempt: self._of(one) for one in attempts}

    def _of(self, past: "Past") -> bool | None:
        key = (past.scenario, past.revision, past.carried)
        if key not in self._known:
            self._known[key] = self._told(*key)
        return self._known[key]

    def _told(self, scenario: str, revision: str, carried: bool) -> bool | None:
        if scenario not in self._present:
            self._present[scenario] = self.present(scenario)
        present = self._present[scenario]
        if present is None:
            return None
        if present.revision == revision:
            return False  # the usual case: nothing of the old one is read
        try:
            return is_stale(self.stored(revision), present, carried=carried)
        except SalesdojoError:
            return None


def staleness(store: "Store", library: "Library") -> Staleness:
    """Return what tells of results in `store` whether `library` would score them otherwise."""

    def present(name: str) -> Scenario | None:
        try:
            return library.scenario(name)
        except ContentError:
            return None

    return Staleness(Played(store, None).scenario, present)
