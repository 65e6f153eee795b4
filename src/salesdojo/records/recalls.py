"""Lines typed from memory, kept beside the decisions that they led to."""

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection, bindparam, insert, select

from salesdojo.practice.recalling import Recalled
from salesdojo.records.attempts import possible_id
from salesdojo.records.tables import RECALL

_OF_ATTEMPT: Final = (
    select(RECALL).where(RECALL.c.attempt == bindparam("attempt")).order_by(RECALL.c.turn)
)


def keep(connection: Connection, attempt_id: str, turn: int, recall: Recalled) -> None:
    """Keep what was typed before the decision of `turn`, which is new."""
    row = {
        "attempt": attempt_id,
        "turn": turn,
        "typed": recall.typed,
        "nearest": recall.nearest,
        "likeness": recall.likeness,
    }
    connection.execute(insert(RECALL), row)


def of_attempt(connection: Connection, attempt_id: str) -> Mapping[int, Recalled]:
    """Return what was typed in an attempt, by turn; nothing for one that is not there."""
    rows = connection.execute(_OF_ATTEMPT, {"attempt": possible_id(attempt_id)})
    return {row.turn: Recalled(row.typed, row.nearest, row.likeness) for row in rows}
