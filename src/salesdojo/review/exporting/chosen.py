"""Whose attempts are exported, and of which time."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, select

from salesdojo.content.problem import excerpt
from salesdojo.errors import ReviewError, UsageError
from salesdojo.records.tables import PERSON

FIRST: Final = -(2**62)
LAST: Final = 2**62
"""Before and after every time, in milliseconds; 64 bits hold them."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What all exported attempts have in common; what is left out holds for all."""

    since: int = FIRST
    """Ended at this time or after it, UTC in milliseconds."""
    until: int = LAST
    """Ended before this time."""
    person: str | None = None
    """A name; everybody's of that name, in whichever team unless one is given."""
    team: str | None = None

    @property
    def key(self) -> str:
        """Tell apart what is chosen, in a few words."""
        return repr((self.since, self.until, self.person, self.team))


@dataclass(frozen=True, slots=True)
class Asked:
    """What was chosen, as a condition on rows of `attempt`."""

    condition: str
    values: Mapping[str, object]


def asked(connection: Connection, chosen: Chosen) -> Asked:
    """Return the people that are `chosen`.

    Raises:
        UsageError: US103 there is nobody of that name.
        ReviewError: RV003 there is nobody in that team.
    """
    found = select(PERSON.c.id)
    parts: list[str] = []
    values: dict[str, object] = {}
    if chosen.person is not None:
        found = found.where(PERSON.c.name == chosen.person)
        parts.append("person.name = :name")
        values["name"] = chosen.person
    if chosen.team is not None:
        found = found.where(PERSON.c.team == chosen.team)
        parts.append("person.team = :team")
        values["team"] = chosen.team
    if parts and connection.execute(found.limit(1)).first() is None:
        if chosen.person is not None:
            raise UsageError("US103", name=excerpt(chosen.person))
        raise ReviewError("RV003", team=excerpt(chosen.team or ""))
    if not parts:
        return Asked("1 = 1", values)
    people = " AND ".join(["SELECT person.id FROM person WHERE 1 = 1", *parts])
    return Asked(f"attempt.person IN ({people})", values)
