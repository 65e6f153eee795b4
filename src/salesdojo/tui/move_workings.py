"""What a move at a negotiation table did, in figures and ids, for the table's author."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from salesdojo.i18n import message
from salesdojo.practice.table.events import Situation

if TYPE_CHECKING:
    from salesdojo.practice.attempt import Event
    from salesdojo.practice.table.events import TableEvent
    from salesdojo.practice.table.state import Turn

_PLACES: Final = frozenset({Situation.NEAREST, Situation.UNLOCKED})
"""Of these the amount is a place; of all others it is what the mood moved by."""


def move_workings(event: "Event", turn: "Turn", language: str) -> Iterator[str]:
    """Yield both sides' points, the mood, what happened as `lines:` names it, and what was told."""
    if turn.ours is not None and turn.theirs is not None:
        figures = {"ours": turn.ours, "theirs": turn.theirs, "target": turn.target}
        yield message("preview_table.move", language, **figures)
    else:
        yield message("preview_table.wanted", language, target=turn.target)
    before, after = turn.mood
    if before == after:
        yield message("preview_table.mood_same", language, after=after)
    else:
        yield message("preview_table.mood_moved", language, before=before, after=after)
    yield " ".join(_situation(one) for one in turn.events)
    if event.learned:
        yield message("preview.learns", language, facts=" ".join(event.learned))
    if event.points:
        yield " ".join(f"{criterion} {points:+d}" for criterion, points in event.points.items())


def _situation(event: "TableEvent") -> str:
    if event.amount is None or event.situation in _PLACES:
        return event.situation.value
    return f"{event.situation.value} {event.amount:+d}"
