"""Which attempt a reviewer means, by its id or what that begins with."""

from typing import Final

from sqlalchemy import Connection, bindparam, func, select

from salesdojo.content.problem import excerpt
from salesdojo.errors import RecordsError
from salesdojo.records.history.history import SHORTEST
from salesdojo.records.tables import ATTEMPT, FINISHED_ATTEMPT, PERSON

_NAMED: Final = (
    select(ATTEMPT.c.id)
    .join(FINISHED_ATTEMPT, FINISHED_ATTEMPT.c.attempt == ATTEMPT.c.id)
    .join(PERSON, PERSON.c.id == ATTEMPT.c.person)
    .where(
        # The range is for the index, whatever order the database has; the next is what is meant.
        ATTEMPT.c.id >= bindparam("begins"),
        ATTEMPT.c.id <= bindparam("ends"),
        func.substr(ATTEMPT.c.id, 1, bindparam("long")) == bindparam("begins"),
        PERSON.c.erased_at.is_(None),
    )
    .order_by(func.length(ATTEMPT.c.id))
    .limit(2)
)
_AFTER: Final = "zzzz"
"""After whatever an id goes on with: digits, letters and - in any order of theirs."""


def named(connection: Connection, name: str) -> str:
    """Return the id of the finished attempt that `name` is, or begins.

    Raises:
        RecordsError: DB075 there is none, or more than one.
    """
    if name.isascii() and name.isprintable() and name:
        asked = {"begins": name, "ends": name + _AFTER, "long": len(name)}
        found = connection.execute(_NAMED, asked).scalars().all()
        if name in found or (len(found) == 1 and len(name) >= SHORTEST):
            return str(found[0])
    raise RecordsError("DB075", attempt=excerpt(name))
