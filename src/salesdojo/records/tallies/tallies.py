"""What somebody's results come to scenario by scenario, told one result after the other.

No time is looked at, and nothing of the scenario but its id: so it is told without reading
the talks.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Ended:
    """A finished attempt, as far as it counts here; retries and later chapters do not."""

    stored: int
    """Its place in the order of finishing."""
    attempt: int
    """Its place in the order of beginning."""
    scenario: str
    quality: float
    passed: bool
    outcome: str


class Tally(NamedTuple):
    """One person's finished attempts at one scenario: at least one.

    A tuple: with each result dozens are read and written.
    """

    first: float
    """Quality (0-100) of the attempt that was begun first."""
    begun_first: int
    """Its place in the order of beginning."""
    first_outcome: str
    """How it ended."""
    best: float
    latest: float
    """Quality of the attempt that was begun last."""
    begun_last: int
    passed: bool
    """At least once."""
    outcomes: Mapping[str, int]
    """How many ended so."""

    @property
    def attempts(self) -> int:
        """How many were finished."""
        return sum(self.outcomes.values())


@dataclass(frozen=True, slots=True)
class Tallies:
    """One person's tallies, up to some result; a newcomer's are empty."""

    through: int = 0
    """The place of the last attempt in them, in the order of finishing."""
    scenarios: Mapping[str, Tally] = field(default_factory=dict)


def tallied(before: Tallies, ended: Iterable[Ended]) -> Tallies:
    """Return the tallies after more attempts, which come in the order of finishing."""
    scenarios, through = dict(before.scenarios), before.through
    for one in ended:
        known = scenarios.get(one.scenario)
        scenarios[one.scenario] = _begun(one) if known is None else _with(known, one)
        through = one.stored
    return Tallies(through, scenarios)


def _begun(one: Ended) -> Tally:
    return Tally(
        first=one.quality,
        begun_first=one.attempt,
        first_outcome=one.outcome,
        best=one.quality,
        latest=one.quality,
        begun_last=one.attempt,
        passed=one.passed,
        outcomes={one.outcome: 1},
    )


def _with(tally: Tally, one: Ended) -> Tally:
    """Return the tally with one more; the first finished need not be the first begun."""
    earlier, later = one.attempt < tally.begun_first, one.attempt > tally.begun_last
    return Tally(
        first=one.quality if earlier else tally.first,
        begun_first=min(one.attempt, tally.begun_first),
        first_outcome=one.outcome if earlier else tally.first_outcome,
        best=max(tally.best, one.quality),
        latest=one.quality if later else tally.latest,
        begun_last=max(one.attempt, tally.begun_last),
        passed=tally.passed or one.passed,
        outcomes={**tally.outcomes, one.outcome: tally.outcomes.get(one.outcome, 0) + 1},
    )
