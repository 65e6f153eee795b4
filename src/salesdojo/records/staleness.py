"""Whether a result still says what its scenario, as the pack has it now, would say."""

from collections.abc import Callable
from dataclasses import dataclass, field

from salesdojo.content.beginning_elsewhere import begun_with
from salesdojo.content.model import Scenario
from salesdojo.content.scoring_identity import scoring_identity


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
    """The pack's scenario of an id, where it has one."""
    _known: dict[tuple[str, bool], bool] = field(default_factory=dict)

    def of(self, revision: str, *, carried: bool) -> bool:
        """Say whether results computed from `revision` are stale; never where the pack has none.

        Raises:
            RecordsError: DB025 the revision is missing, or was changed.
        """
        key = (revision, carried)
        if key not in self._known:
            stored = self.stored(revision)
            present = self.present(stored.id)
            self._known[key] = present is not None and is_stale(stored, present, carried=carried)
        return self._known[key]
