"""How much there is to gain from practising something now."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from salesdojo.records.mastery.ability import Ability, expected_share
from salesdojo.records.mastery.skills import authored_difficulty

if TYPE_CHECKING:
    from salesdojo.content.catalogue import Entry, Judged
    from salesdojo.records.mastery.known import Known

NEWCOMER: Final = Ability()
"""What is believed of a criterion that was not met yet."""


@dataclass(frozen=True, slots=True)
class Gain:
    """What one criterion of a scenario has to gain."""

    criterion: "Judged"
    amount: float
    """0-1."""


def priority(entry: "Entry", known: "Known") -> float:
    """Return what practising `entry` has to gain, 0-1; 0 for what gives no points."""
    return sum(gain.amount for gain in gains(entry, known))


def gains(entry: "Entry", known: "Known") -> tuple[Gain, ...]:
    """Return what each criterion adds: weight · max(1 - R, 1 - P) · 4E(1 - E).

    The weight is the criterion's part of what the scenario can give; R the probability of
    still having it, P that of mastery, E the share that is to be expected: what could go
    either way teaches most.
    """
    total = sum(entry.weights)
    return tuple(
        Gain(
            criterion,
            weight / total * need(criterion.id, known) * _challenge(entry, criterion.id, known),
        )
        for criterion, weight in zip(entry.criteria, entry.weights, strict=True)
    )


def need(criterion: str, known: "Known") -> float:
    """Return how much a criterion needs practice, 0-1: for what faded, or never was there."""
    return max(faded(criterion, known), lacking(criterion, known))


def faded(criterion: str, known: "Known") -> float:
    """Return 1 - R; 0 for what was never met, which cannot fade."""
    held = known.criteria.get(criterion)
    return 0.0 if held is None else 1 - held.recall


def lacking(criterion: str, known: "Known") -> float:
    """Return 1 - P."""
    return 1 - known.abilities.get(criterion, NEWCOMER).mastery


def _challenge(entry: "Entry", criterion: str, known: "Known") -> float:
    """Return 4E(1 - E); E is taken a standard error low where too little is known of someone.

    So newcomers begin with the easy.
    """
    ability = known.abilities.get(criterion, NEWCOMER)
    believed = ability.mean - ability.error if ability.vague else ability.mean
    expected = expected_share(believed, authored_difficulty(entry.level))
    return 4 * expected * (1 - expected)
