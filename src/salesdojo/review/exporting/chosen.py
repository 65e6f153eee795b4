"""Whose attempts are exported, and of which time."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from salesdojo.records.people.nobody import nobody_called, nobody_in
from salesdojo.records.people.people import any_in, known

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
    """A name; where several people have it, `team` says which."""
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
        UsageError: US102 several people have that name, and no team is given; US103
            there is nobody of that name.
        ReviewError: RV003 there is nobody in that team.
    """
    parts: list[str] = []
    values: dict[str, object] = {}
    if chosen.person is not None:
        parts.append("person.name = :name")
        values["name"] = chosen.person
    if chosen.team is not None:
        parts.append("person.team = :team")
        values["team"] = chosen.team
    if parts:
        _require(connection, chosen)
    if not parts:
        return Asked("1 = 1", values)
    people = " AND ".join(["SELECT person.id FROM person WHERE 1 = 1", *parts])
    return Asked(f"attempt.person IN ({people})", values)


def _require(connection: Connection, chosen: Chosen) -> None:
    if chosen.person is not None:
        if known(connection, chosen.person, chosen.team) is None:
            raise nobody_called(connection, chosen.person)
    elif not any_in(connection, chosen.team or ""):
        raise nobody_in(connection, chosen.team or "", "RV003")
