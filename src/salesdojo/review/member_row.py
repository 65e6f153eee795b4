"""One person's row in a manager's table, and what is told of each criterion in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from salesdojo.records.history.outcomes import Tally
from salesdojo.records.mastery.ability import FEWEST, Ability, expected_share

if TYPE_CHECKING:
    from salesdojo.errors import SalesdojoError
    from salesdojo.records.history.trend import Change
    from salesdojo.records.mastery.grades import Grade
    from salesdojo.records.model import Person
    from salesdojo.records.tallies.summary import CriterionSummary
    from salesdojo.review.member_cells import Figure
    from salesdojo.review.needs import Need


@dataclass(frozen=True, slots=True)
class Cell:
    """One criterion of one person who has met it; who has not has no cell, which is not 0."""

    ability: Ability
    """As of the moment that the table tells of."""
    told: "CriterionSummary"
    """As it was after the last attempt."""

    @property
    def enough(self) -> bool:
        """Whether there is enough to say anything now."""
        return self.ability.attempts >= FEWEST and not self.ability.vague

    @property
    def mastery(self) -> float | None:
        """P(mastery), 0-1; None where there is too little to say."""
        return self.ability.mastery if self.enough else None

    @property
    def share(self) -> float | None:
        """What is likeliest earned at a scenario of level 3, 0-1; None as for `mastery`."""
        return expected_share(self.ability.mean) if self.enough else None

    @property
    def interval(self) -> tuple[float, float]:
        """Where that share lies with a certainty of 90%."""
        low, high = self.ability.interval
        return expected_share(low), expected_share(high)


_NO_TALK: Final = Tally()


def _no_talks() -> tuple[Tally, Tally]:
    return _NO_TALK, _NO_TALK


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One person, at one moment."""

    person: "Person"
    fault: "SalesdojoError | None" = None
    """Why nothing can be told of them; all else is empty then."""
    last: int | None = None
    """When an attempt was finished last, UTC in milliseconds; None before any."""
    days: int | None = None
    """Local days since then, 0 for today."""
    attempts: int = 0
    """Finished ones; retries from a decision and later chapters of journeys are none."""
    first: float | None = None
    """Quality (0-100) of first attempts, averaged over the scenarios; None of none."""
    best: float | None = None
    latest: float | None = None
    change: "Change | None" = None
    """How the quality of the latest first attempts compares with those before."""
    tallies: Callable[[], tuple[Tally, Tally]] = field(default=_no_talks, compare=False)
    """Tells `talks` and `first_talks`: of most people nobody asks."""
    grade: "Grade | None" = None
    """The belt; None before the tenth kyu."""
    cells: Mapping[str, Cell] = field(default_factory=dict)
    """By criterion of the pack, those met."""
    figures: "Mapping[str, Figure]" = field(default_factory=dict)
    """The same as figures alone, for whoever goes through all of them."""
    needs: "tuple[Need, ...]" = ()
    """Why this person needs help, the most pressing first; empty where nothing says so."""

    @property
    def talks(self) -> Tally:
        """How all talks ended; drills are none."""
        return self.tallies()[0]

    @property
    def first_talks(self) -> Tally:
        """How the first attempt at each ended."""
        return self.tallies()[1]
