"""What came of the questions that were asked: whether asking again could bring more.

Known from what the trainee heard: of two interests behind a question the second stays unknown.
"""

from collections.abc import Mapping
from enum import StrEnum

from salesdojo.practice.table.events import Situation
from salesdojo.practice.table.moves import Ask
from salesdojo.practice.table.state import TableState, Turn


class Came(StrEnum):
    """What came of a question the last time that it was asked."""

    ANSWERED = "answered"
    """It was told, now or before: asking again lets a turn go by."""
    NOTHING = "nothing"
    """The customer has nothing to tell: so does this."""
    PUT_OFF = "put_off"
    """The mood was not good enough: worth asking again in a better one."""


def asked(state: TableState) -> Mapping[str, Came]:
    """Return the questions that were asked, and what came of each."""
    return {turn.move.question: _came(turn) for turn in state.turns if isinstance(turn.move, Ask)}


def _came(turn: Turn) -> Came:
    situations = {event.situation for event in turn.events}
    if Situation.DEFLECTED in situations:
        return Came.PUT_OFF
    return Came.NOTHING if Situation.NOTHING_TO_TELL in situations else Came.ANSWERED
