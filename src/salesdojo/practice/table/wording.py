"""What both sides say at a table."""

from salesdojo.content.model import Bargaining
from salesdojo.content.text import Text
from salesdojo.practice.table.move_text import move_text
from salesdojo.practice.table.moves import Move
from salesdojo.practice.table.state import TableState


def trainee_says(bargaining: Bargaining, before: TableState, move: Move) -> Text:
    """Return what the trainee says with a move."""
    return Text.of(move_text(before.table, move))


def customer_says(bargaining: Bargaining, state: TableState, seed: int) -> Text:
    """Return what the customer answers to the last move."""
    return Text.of(", ".join(event.situation.value for event in state.events))
