"""Which attempts a command over history is about: all, some by id, one person's, those since."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from salesdojo.content.visible import visible
from salesdojo.errors import RecordsError
from salesdojo.records.attempts import possible_id
from salesdojo.records.tables import ATTEMPT, PERSON

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from salesdojo.records.database.database import Database


@dataclass(frozen=True, slots=True)
class Chosen:
    """Attempts for which all of this holds; what is left out holds for all."""

    ids: tuple[str, ...] = ()
    person: str | None = None
    """A name; everybody's of that name, in whichever team."""
    since: int | None = None
    """Begun at this time or after it, UTC in milliseconds."""


def numbers(database: "Database", chosen: Chosen) -> Sequence[int]:
    """Return the numbers of the attempts, ascending: the order in which they were begun.

    Raises:
        RecordsError: DB017 an attempt that is named is not there, DB051 nor is the person.
    """
    return database.read(lambda connection: _numbers(connection, chosen))


def _numbers(connection: "Connection", chosen: Chosen) -> Sequence[int]:
    if chosen.ids:
        return sorted({_number(connection, name) for name in chosen.ids})
    wanted = select(ATTEMPT.c.number).order_by(ATTEMPT.c.number)
    if chosen.person is not None:
        wanted = wanted.where(ATTEMPT.c.person.in_(_people(connection, chosen.person)))
    if chosen.since is not None:
        wanted = wanted.where(ATTEMPT.c.begun_at >= chosen.since)
    return connection.execute(wanted).scalars().all()


def _number(connection: "Connection", name: str) -> int:
    wanted = select(ATTEMPT.c.number).where(ATTEMPT.c.id == possible_id(name))
    number = connection.execute(wanted).scalar_one_or_none()
    if number is None:
        raise RecordsError("DB017", attempt=visible(name))
    return int(number)


def _people(connection: "Connection", name: str) -> Sequence[str]:
    found = connection.execute(select(PERSON.c.id).where(PERSON.c.name == name)).scalars().all()
    if not found:
        raise RecordsError("DB051", person=visible(name))
    return found
