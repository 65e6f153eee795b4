"""One person's running totals: what a manager's table is told from, one attempt after the other.

They follow from the attempts alone. Told in pieces or at once, they are the same to the last
digit, and mastery in them is that of `figures`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from salesdojo.records.history.trend import MOST, Change, change
from salesdojo.records.mastery.proven import Proven
from salesdojo.records.mastery.skills import weighed
from salesdojo.records.tallies.tallies import Ended, Tallies, tallied

if TYPE_CHECKING:
    from salesdojo.records.mastery.scenario_figures import ScenarioFigures

_COMPARED: Final = 2 * MOST
"""First attempts whose figures are held: those that a change is told from."""


@dataclass(frozen=True, slots=True)
class Told:
    """A finished attempt, its latest result told; retries from a turn are none."""

    attempt: str
    stored: int
    """Its place in the order of finishing."""
    begun: int
    """Its place in the order of beginning."""
    scenario: str
    revision: str
    """What it is scored by."""
    at: int
    """When it was finished, UTC in milliseconds."""
    quality: float
    outcome: str
    passed: bool
    as_written: bool
    """Not a later chapter of a journey, which began where another talk had ended."""
    shares: Mapping[str, float]
    """By criterion: what was earned of the most, 0-1."""


@dataclass(frozen=True, slots=True)
class Lately:
    """A value of first attempts, and how the latest of them compare."""

    many: int = 0
    """First attempts that told of it."""
    total: float = 0.0
    """The sum of their values."""
    values: tuple[float, ...] = ()
    """The latest `_COMPARED`, in the order of finishing."""
    change: Change | None = None
    """None where there are too few."""

    @property
    def mean(self) -> float | None:
        """Of all first attempts; None before any."""
        return self.total / self.many if self.many else None

    def after(self, value: float) -> "Lately":
        """Return it after one more first attempt."""
        values = (*self.values, value)[-_COMPARED:]
        return Lately(self.many + 1, self.total + value, values, change(values))


@dataclass(frozen=True, slots=True)
class CriterionTotals:
    """One criterion."""

    proven: Proven
    """As of the last attempt that tells of it."""
    shares: Lately
    """What first attempts earned, 0-1."""


@dataclass(frozen=True, slots=True)
class Running:
    """One person's, up to some attempt; a newcomer's are empty."""

    through: int = 0
    """The place of the last attempt in them, in the order of finishing."""
    last: int | None = None
    """When it was finished, UTC in milliseconds; never before an earlier one."""
    tallies: Tallies = field(default_factory=Tallies)
    tries: Mapping[str, int] = field(default_factory=dict)
    """How often each scenario was finished, later chapters too."""
    passes: Mapping[str, int] = field(default_factory=dict)
    """When each was passed last, of those ever passed."""
    qualities: Lately = field(default_factory=Lately)
    """0-100, of first attempts."""
    criteria: Mapping[str, CriterionTotals] = field(default_factory=dict)
    ended: Mapping[str, float] = field(default_factory=dict)
    """The quality (0-100) of the attempt at each scenario that was finished last."""


def after(
    before: Running, attempts: Iterable[Told], figures: "Mapping[str, ScenarioFigures]"
) -> Running:
    """Return the totals after more attempts.

    Args:
        before: the totals up to them.
        attempts: the next in the order of finishing; a time before that of an earlier one
            counts as the same.
        figures: of their revisions.

    Raises:
        KeyError: figures are missing.
    """
    running = before
    for attempt in attempts:
        running = _with(running, attempt, figures[attempt.revision])
    return running


def _with(before: Running, one: Told, figures: "ScenarioFigures") -> Running:
    tries = before.tries.get(one.scenario, 0)
    at = one.at if before.last is None else max(one.at, before.last)
    counts = one.passed and one.as_written
    first = tries == 0 and one.as_written
    return Running(
        through=one.stored,
        last=at,
        tallies=_tallied(before.tallies, one),
        tries={**before.tries, one.scenario: tries + 1},
        passes={**before.passes, one.scenario: at} if counts else before.passes,
        qualities=before.qualities.after(one.quality) if first else before.qualities,
        criteria={**before.criteria, **_criteria(before, one, figures, at)},
        ended={**before.ended, one.scenario: one.quality} if one.as_written else before.ended,
    )


def _criteria(
    before: Running, one: Told, figures: "ScenarioFigures", at: int
) -> dict[str, CriterionTotals]:
    tries = before.tries.get(one.scenario, 0)
    told = {}
    for criterion, evidence in weighed(one, figures, at, tries).items():
        known = before.criteria.get(criterion, _NEW)
        shares = known.shares
        if tries == 0 and one.as_written:
            shares = shares.after(one.shares[criterion])
        told[criterion] = CriterionTotals(known.proven.after(evidence), shares)
    return told


def _tallied(before: Tallies, one: Told) -> Tallies:
    if not one.as_written:
        return before
    ended = Ended(one.stored, one.begun, one.scenario, one.quality, one.passed, one.outcome)
    return tallied(before, (ended,))


_NEW: Final = CriterionTotals(Proven(), Lately())
