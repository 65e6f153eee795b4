"""The decisions of many attempts, read at once."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from sqlalchemy import Connection, bindparam, text

_DECISIONS: Final = text(
    "SELECT attempt, turn, scene, choice, timed_out, hinted, elapsed_ms, at FROM decision "
    "WHERE attempt IN :attempts ORDER BY attempt, turn"
).bindparams(bindparam("attempts", expanding=True))


class Decided(NamedTuple):
    """A decision as it is stored."""

    turn: int
    scene: str
    choice: str
    timed_out: int
    hinted: int
    elapsed_ms: int
    at: int


def decided(connection: Connection, attempts: Sequence[str]) -> Mapping[str, Sequence[Decided]]:
    """Return the decisions of each of the attempts, in order, by its id."""
    found: dict[str, list[Decided]] = {}
    if attempts:
        for attempt, *row in connection.execute(_DECISIONS, {"attempts": attempts}):
            found.setdefault(attempt, []).append(Decided(*row))
    return found
