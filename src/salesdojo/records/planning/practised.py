"""What a session came to: what was finished, what it moved, when each is due again."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from salesdojo.content.text import Text
from salesdojo.records.mastery.ability import Ability

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdojo.content.catalogue import Entry
    from salesdojo.records.mastery.known import Known
    from salesdojo.records.model import Standing
    from salesdojo.records.planning.plan import Plan


@dataclass(frozen=True, slots=True)
class Moment:
    """One person before or after a session."""

    known: "Known"
    standings: "Mapping[str, Standing]"

    def finished(self, name: str) -> int:
        """Return how often the scenario or drill `name` was finished."""
        return self.standings[name].attempts if name in self.standings else 0


@dataclass(frozen=True, slots=True)
class Done:
    """Something of a session that was finished in it."""

    entry: "Entry"
    quality: float | None
    """0-100, of the latest time."""
    due: int | None
    """When a drill is due again, UTC in milliseconds; None for a scenario: see what it moved."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A criterion that a session says something of."""

    name: Text
    before: Ability | None
    """None where it was not met before."""
    after: Ability
    due: int
    """When it is due again, UTC in milliseconds."""


def finished(session: "Plan", before: Moment, after: Moment) -> tuple[Done, ...]:
    """Return what of `session` was finished between two moments, in its order."""
    found = []
    for item in session.items:
        name = item.entry.id
        if after.finished(name) > before.finished(name):
            held = after.known.drills.get(name)
            quality = after.standings[name].latest
            found.append(Done(item.entry, quality, None if held is None else held.due))
    return tuple(found)


def moved(done: tuple[Done, ...], before: Moment, after: Moment) -> tuple[Moved, ...]:
    """Return the criteria that `done` was about, in its order."""
    names = {one.id: one.name for each in done for one in each.entry.criteria}
    return tuple(
        Moved(
            name,
            before.known.abilities.get(criterion),
            after.known.abilities[criterion],
            after.known.criteria[criterion].due,
        )
        for criterion, name in names.items()
        if criterion in after.known.abilities
    )
