"""What a team practises together: half an hour of its weakest criterion.

Scenarios and drills that give points for the criterion are taken by what they are worth:

    part of the points that the criterion has x 4E(1 - E) x share of people who did not pass it

E is what the team's median ability earns at that level: what could go either way teaches most.
What more than half of the people have passed is left out unless nothing else is there; case B
always is, because exams need it unseen. First one scenario of at most 20 minutes, so that there
is time to speak about it; then drills, and further scenarios, as long as they fit.
"""

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

from salesdojo.records.mastery.ability import expected_share
from salesdojo.records.mastery.skills import authored_difficulty
from salesdojo.records.tallies.read_later import names_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from salesdojo.content.catalogue import Entry
    from salesdojo.records.tallies.summary import Summary
    from salesdojo.review.team_criteria import TeamCriterion

MINUTES: Final = 30
LONGEST: Final = 20
"""Minutes that the first scenario may take."""
_MOST: Final = 0.5
"""The share of people over which what they passed is left out."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """One scenario or drill."""

    entry: "Entry"
    worth: float
    """0-1."""
    passed: int
    """How many have passed it."""


@dataclass(frozen=True, slots=True)
class TeamSession:
    """What to practise, drills first: they warm up."""

    items: tuple[Suggested, ...] = ()

    @property
    def minutes(self) -> int:
        """What the items take together, `MINUTES` at most."""
        return sum(one.entry.minutes for one in self.items)


def team_session(
    weakest: "TeamCriterion | None",
    entries: "Iterable[Entry]",
    summaries: "Sequence[Summary]",
) -> TeamSession:
    """Return what to practise; nothing where no criterion is known to be the weakest.

    Args:
        weakest: the team's weakest criterion.
        entries: what the pack has.
        summaries: of everyone who has finished anything.
    """
    if weakest is None or weakest.median_ability is None:
        return TeamSession()
    passes = Counter(chain.from_iterable(names_in(one.passes) for one in summaries))
    ability, people = weakest.median_ability, max(1, len(summaries))
    found = [
        Suggested(one, _worth(one, weakest.criterion, ability, passes[one.id] / people), passed)
        for one in entries
        if one.kind != "variant" and _part(one, weakest.criterion)
        for passed in (passes[one.id],)
    ]
    fresh = [one for one in found if one.passed <= _MOST * people] or found
    return TeamSession(_fitting(sorted(fresh, key=_turn)))


def _fitting(ordered: "Sequence[Suggested]") -> tuple[Suggested, ...]:
    talks = [one for one in ordered if one.entry.kind == "scenario"]
    drills = [one for one in ordered if one.entry.kind == "drill"]
    chosen = [one for one in talks if one.entry.minutes <= LONGEST][:1]
    for one in (*drills, *(one for one in talks if one not in chosen)):
        if sum(each.entry.minutes for each in chosen) + one.entry.minutes <= MINUTES:
            chosen.append(one)
    return tuple(sorted(chosen, key=lambda one: one.entry.kind == "scenario"))


def _worth(entry: "Entry", criterion: str, ability: float, passed: float) -> float:
    expected = expected_share(ability, authored_difficulty(entry.level))
    return _part(entry, criterion) * 4 * expected * (1 - expected) * (1 - passed)


def _part(entry: "Entry", criterion: str) -> float:
    """Return the part (0-1) of the points that `criterion` has."""
    total = sum(entry.weights)
    judged = zip(entry.criteria, entry.weights, strict=True)
    return sum(weight for one, weight in judged if one.id == criterion) / total if total else 0.0


def _turn(one: Suggested) -> tuple[float, int, str]:
    return -one.worth, one.entry.level, one.entry.id
