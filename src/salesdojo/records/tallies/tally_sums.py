"""Tallies summed by the database: what a whole pack comes to, without reading every row."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from sqlalchemy import Connection, func, select

from salesdojo.records.tables import ITEM_TALLY, SCENARIO_TALLY

_MANY: Final = func.sum(SCENARIO_TALLY.c.many)
_ENDED: Final = select(
    SCENARIO_TALLY.c.revision,
    SCENARIO_TALLY.c.tries,
    _MANY,
    func.sum(SCENARIO_TALLY.c.many * SCENARIO_TALLY.c.passed),
    func.sum(SCENARIO_TALLY.c.many * SCENARIO_TALLY.c.quality),
    func.sum(SCENARIO_TALLY.c.many * SCENARIO_TALLY.c.quality * SCENARIO_TALLY.c.quality),
    func.sum(SCENARIO_TALLY.c.gained),
).group_by(SCENARIO_TALLY.c.revision, SCENARIO_TALLY.c.tries)
_TAKEN: Final = select(
    ITEM_TALLY.c.revision,
    ITEM_TALLY.c.scene,
    ITEM_TALLY.c.choice,
    func.sum(ITEM_TALLY.c.many),
).group_by(ITEM_TALLY.c.revision, ITEM_TALLY.c.scene, ITEM_TALLY.c.choice)


class Ended(NamedTuple):
    """What attempts come to; sums, so that those of several revisions can be added."""

    many: int = 0
    passed: int = 0
    quality: int = 0
    """Tenths of a point, summed."""
    squares: int = 0
    """Of qualities in tenths, summed."""
    gained: int = 0
    """Tenths over the attempt before, summed; 0 of first attempts."""

    def plus(self, other: "Ended") -> "Ended":
        """Return both together."""
        return Ended(*(one + more for one, more in zip(self, other, strict=True)))


EndedSums = Mapping[tuple[str, int], Ended]
"""By revision, and which attempt of the person's it was (`ScenarioKey.tries`)."""
TakenSums = Mapping[tuple[str, str, str], int]
"""How many first attempts took a choice, by revision, scene and choice."""


def ended_in(connection: Connection) -> EndedSums:
    """Return the sums of all attempts; there are none of 0 attempts."""
    # PostgreSQL sums whole numbers to decimals.
    rows = connection.execute(_ENDED)
    told = {(revision, tries): Ended(*map(int, sums)) for revision, tries, *sums in rows}
    return {key: sums for key, sums in told.items() if sums.many}


def taken_in(connection: Connection) -> TakenSums:
    """Return the sums of all choices; there are none of 0 attempts."""
    rows = connection.execute(_TAKEN)
    told = {(revision, scene, choice): int(many) for revision, scene, choice, many in rows}
    return {key: many for key, many in told.items() if many}
