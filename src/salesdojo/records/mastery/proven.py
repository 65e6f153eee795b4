"""How much of a criterion's mastery counts towards a belt: what was shown, never what was waited.

P(mastery) says how likely mastery is now. For what is not mastered yet it may rise while
nobody practises, because the estimate grows less sure; and a bad attempt may turn "too few
to say" into a figure. Neither is a merit. So what counts rises only by an attempt that
itself made mastery likelier, and falls with P(mastery) otherwise.
"""

from dataclasses import dataclass, field
from math import floor, inf
from typing import TYPE_CHECKING, Final

from salesdojo.records.mastery.ability import FEWEST, MASTERY, Ability, normal_below
from salesdojo.records.mastery.skills import DAY, game

if TYPE_CHECKING:
    from collections.abc import Iterable

    from salesdojo.records.mastery.skills import Weighed

FADED: Final = 0.85
"""The standard error over which what was told once counts no longer: 58 days without practice
after it was just sure enough. Were it `VAGUE`, a belt could fall overnight."""
WHOLE: Final = 100
"""Hundredths in a probability of 1."""


@dataclass(frozen=True, slots=True)
class Proven:
    """One criterion of one person after some attempts, in the order of finishing."""

    ability: Ability = field(default_factory=Ability)
    at: int | None = None
    """The time it tells of, UTC in milliseconds; None before any attempt."""
    scenarios: frozenset[str] = frozenset()
    """Different ones that tell of it, at most `FEWEST` of them."""
    surety: float = -inf
    """What counts, in standard errors over the ability that is mastery."""

    @property
    def counted(self) -> int:
        """What counts of P(mastery), in hundredths, rounded down."""
        return counted(self.surety)

    def after(self, one: "Weighed") -> "Proven":
        """Return it after one more attempt."""
        before = self.until(one.at)
        ability = before.ability.after_games((game(one),))
        scenarios = before.scenarios
        if len(scenarios) < FEWEST:
            scenarios |= {one.scenario}
        surety = _surety(ability)
        if surety <= _surety(before.ability):
            surety = min(surety, before.surety)
        told = len(scenarios) >= FEWEST and not ability.vague
        counts = told or before.surety > -inf
        return Proven(ability, before.at, scenarios, surety if counts else -inf)

    def until(self, now: int) -> "Proven":
        """Return it at `now` (UTC milliseconds) without practice since; it never rises."""
        if self.at is None:
            return Proven(self.ability, now)
        ability = self.ability.after_days((now - self.at) / DAY)
        return Proven(ability, max(self.at, now), self.scenarios, faded(self.surety, ability))


def proven(evidence: "Iterable[Weighed]") -> Proven:
    """Return what attempts at one criterion, in the order of finishing, come to."""
    told = Proven()
    for one in evidence:
        told = told.after(one)
    return told


def counted(surety: float) -> int:
    """Return what counts of P(mastery), in hundredths, rounded down (see `Proven.surety`)."""
    return 0 if surety == -inf else floor(WHOLE * normal_below(surety))


def faded(surety: float, ability: "Ability") -> float:
    """Return what is left of a surety once time has made the estimate `ability` less sure."""
    return left(surety, ability.error, _surety(ability))


def left(surety: float, error: float, now: float) -> float:
    """Return the same of an estimate with that standard error, whose own surety is `now`."""
    return -inf if error > FADED else min(surety, now)


def _surety(ability: Ability) -> float:
    return (ability.mean - MASTERY) / ability.error
