"""One person in a manager's table: what their running totals show, and no more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING, Final

from salesdojo.content.model import Outcome
from salesdojo.records.mastery.ability import Ability
from salesdojo.records.mastery.skills import DAY

if TYPE_CHECKING:
    from salesdojo.records.history.trend import Change
    from salesdojo.records.tallies.running import CriterionTotals, Running
    from salesdojo.records.tallies.tallies import Tally

ENDINGS = tuple(Outcome)
"""The order in which the ends of talks are counted."""
_PLACES: Final = {ending.value: place for place, ending in enumerate(ENDINGS)}


@dataclass(frozen=True, slots=True)
class CriterionSummary:
    """One criterion of one person."""

    ability: Ability
    """As of `at`."""
    at: int
    """The last attempt that tells of it, UTC in milliseconds."""
    surety: float
    """What counts of it towards a belt, in standard errors (`proven.Proven.surety`)."""
    scenarios: int
    """Different ones that tell of it, told up to three."""
    firsts: int
    """First attempts that tell of it."""
    mean: float | None
    """What those earned on average, 0-1; None of none."""
    change: "Change | None"
    """How the latest of them compare with those before; shares, 0-1."""

    def as_of(self, now: int) -> Ability:
        """Return the ability at `now` (UTC milliseconds) without practice since."""
        return self.ability.after_days(max(0, now - self.at) / DAY)


@dataclass(frozen=True, slots=True)
class Summary:
    """One person, up to some attempt; who has practised nothing has none."""

    last: int
    """When the last attempt was finished, UTC in milliseconds."""
    attempts: int
    """Finished ones; retries and later chapters of journeys are none, here and below."""
    first: float | None
    """Quality (0-100) of the first attempt, averaged over the scenarios; None of none."""
    best: float | None
    latest: float | None
    change: "Change | None"
    """How the quality of the latest first attempts compares with those before."""
    criteria: Mapping[str, CriterionSummary]
    ends: Mapping[str, Sequence[int]]
    """By scenario: how the first attempt ended (a place in `ENDINGS`), then how often all ended
    in each of `ENDINGS`."""
    passes: Mapping[str, int]
    """When each scenario was passed last, UTC in milliseconds."""


def summary_of(running: "Running") -> Summary | None:
    """Return what `running` shows; None of a newcomer."""
    if running.last is None:
        return None
    tallies = running.tallies.scenarios
    return Summary(
        last=running.last,
        attempts=sum(one.attempts for one in tallies.values()),
        first=_mean([one.first for one in tallies.values()]),
        best=_mean([one.best for one in tallies.values()]),
        latest=_mean([one.latest for one in tallies.values()]),
        change=running.qualities.change,
        criteria={name: _criterion(one) for name, one in running.criteria.items()},
        ends={name: _ends(one) for name, one in tallies.items()},
        passes=running.passes,
    )


def _criterion(one: "CriterionTotals") -> CriterionSummary:
    proven, shares = one.proven, one.shares
    return CriterionSummary(
        ability=proven.ability,
        at=0 if proven.at is None else proven.at,
        surety=proven.surety,
        scenarios=len(proven.scenarios),
        firsts=shares.many,
        mean=shares.mean,
        change=shares.change,
    )


def _ends(one: "Tally") -> tuple[int, ...]:
    counted = one.outcomes.get
    return (_PLACES[one.first_outcome], *[counted(ending, 0) for ending in _PLACES])


def _mean(values: Sequence[float]) -> float | None:
    return fmean(values) if values else None
