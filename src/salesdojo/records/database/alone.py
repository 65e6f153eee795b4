"""One writer at a time for what one person finished, where the database lets in several."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from sqlalchemy import text

from salesdojo.records.database.place import SQLITE

if TYPE_CHECKING:
    from sqlalchemy import Connection

_ALONE: Final = text(
    # Locks that need no rights and go with the transaction; two people whose ids share a
    # number wait for each other, no more.
    "SELECT pg_advisory_xact_lock(hashtextextended(id, 0)) "
    "FROM unnest(CAST(:people AS text[])) AS id"
)


def alone(connection: "Connection", people: Sequence[str]) -> None:
    """Let nobody else store a result of these people before this transaction ends.

    PostgreSQL numbers rows before they are committed: one person's results must not come to
    be seen out of order, or who goes on from a number would miss one below it. And whoever
    counts before and after a change must not count what others did meanwhile.

    Args:
        connection: within a transaction that writes.
        people: ids; a few hundred at most. They are met in order, so that two who need the
            same never wait for each other in a circle.
    """
    if connection.dialect.name != SQLITE:
        connection.execute(_ALONE, {"people": sorted(people)}).all()
