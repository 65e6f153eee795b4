"""Why something comes next: the one fact that decided it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from salesdojo.content.text import Text
from salesdojo.records.mastery.ability import expected_share
from salesdojo.records.planning.priority import faded, gains, lacking, need
from salesdojo.records.planning.schedule import RETENTION

if TYPE_CHECKING:
    from datetime import date

    from salesdojo.content.catalogue import Entry
    from salesdojo.records.mastery.known import Known


class Why(StrEnum):
    """The kinds of reasons."""

    UNFINISHED = "unfinished"
    """It was begun and can be taken up."""
    ASSIGNED = "assigned"
    """It was assigned, and is not done."""
    DUE = "due"
    """Its day, or its criterion's, has come."""
    NEW = "new"
    """Its criterion was never met."""
    UNSURE = "unsure"
    """Too few attempts to say what its criterion's state is."""
    WEAKEST = "weakest"
    """No criterion is less likely mastered than its."""
    WEAK = "weak"
    """Its criterion is not mastered yet."""
    AHEAD = "ahead"
    """Nothing is wrong and nothing due: it comes before its day."""


@dataclass(frozen=True, slots=True)
class Because:
    """One reason, about one criterion."""

    why: Why
    criterion: str
    name: Text
    """The criterion's."""
    share: float | None
    """0-1, what would be earned over chance at level 3; None where that is not to be said."""
    due: int | None
    """UTC in milliseconds; None for what has no day."""
    by: "date | None" = None
    """The last day of what was assigned."""


def because(entry: "Entry", known: "Known", now: int) -> Because:
    """Return why `entry`, which gives points, is chosen: told by the criterion that gains most."""
    most = max(gains(entry, known), key=lambda gain: gain.amount).criterion
    own, held = known.drills.get(entry.id), known.criteria.get(most.id)
    why, card = _of_criterion(most.id, known, now), own or held
    if entry.id in known.unfinished:
        why = Why.UNFINISHED
    elif entry.id in known.assigned:
        why = Why.ASSIGNED
    elif own is not None and own.due <= now:
        why = Why.DUE
    elif why is Why.DUE:
        card = held
    ability = known.abilities.get(most.id)
    share = None if ability is None or ability.vague else expected_share(ability.mean)
    by = known.assigned.get(entry.id)
    return Because(why, most.id, most.name, share, None if card is None else card.due, by)


def _of_criterion(criterion: str, known: "Known", now: int) -> Why:
    ability = known.abilities.get(criterion)
    if ability is None:
        return Why.NEW
    if faded(criterion, known) > lacking(criterion, known):
        return Why.DUE if known.criteria[criterion].due <= now else Why.AHEAD
    if ability.vague:
        return Why.UNSURE
    if need(criterion, known) < 1 - RETENTION:
        return Why.AHEAD
    lowest = min(one.mastery for one in known.abilities.values())
    return Why.WEAKEST if ability.mastery <= lowest else Why.WEAK
