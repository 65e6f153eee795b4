"""A talk while it stands at a negotiation table: what one move there does to the talk.

A move is a choice made up for the occasion, so that whoever tells of decisions tells of moves
too. The table as a whole is one decision: its last move carries the points, and what it cost.
"""

from dataclasses import dataclass

from salesdojo.content.model import Bargaining, Choice, Effect, Scenario
from salesdojo.content.text import Text
from salesdojo.practice.stepping import State
from salesdojo.practice.table.answering import moved
from salesdojo.practice.table.earning import facts_told, points_earned
from salesdojo.practice.table.move_text import move_text, read_move
from salesdojo.practice.table.state import TableState, Turn, opened
from salesdojo.practice.table.wording import customer_says, trainee_says

_UNSAID = Text.of("")


@dataclass(frozen=True, slots=True)
class AtTable:
    """Where a talk stands at a table."""

    opened: State
    """The talk's state when the negotiation began."""
    state: TableState


@dataclass(frozen=True, slots=True)
class TableTurn:
    """What a decision was that was a move at a table."""

    opened: State
    """The talk's state when the negotiation began."""
    state: TableState
    """The negotiation after the move."""
    settled: State
    """The talk's state after the move, before it went on."""

    @property
    def turn(self) -> Turn:
        """The turn, as it is looked back on."""
        return self.state.turns[-1]

    @property
    def ends(self) -> bool:
        """Whether the negotiation was over by it."""
        return self.state.ending is not None


def at_table(scenario: Scenario, state: State) -> AtTable | None:
    """Open the table of the scene in which a talk came to rest; None where there is none."""
    bargaining = scenario.scenes[state.scene].bargaining
    if bargaining is None:
        return None
    mood = dict(zip(scenario.meters, state.meters, strict=True))[bargaining.mood]
    return AtTable(state, opened(bargaining.table, mood))


def made(
    bargaining: Bargaining, before: TableState, text: str, seed: int
) -> tuple[TableState, Choice]:
    """Make a move, given as text; return the negotiation after it, and the move as a choice.

    Raises:
        PracticeError: PR004-PR009 for what is no move, or cannot be made now.
    """
    move = read_move(before, text)
    after, _ = moved(before, move)
    said = trainee_says(bargaining, before, move)
    reply = customer_says(bargaining, after, seed)
    return after, as_choice(bargaining, after, move_text(bargaining.table, move), said, reply)


def as_choice(
    bargaining: Bargaining, after: TableState, name: str, said: Text, reply: Text | None
) -> Choice:
    """Return what led to `after` as a choice: what it does to the talk."""
    over = after.ending is not None
    return Choice(
        id=name,
        say=said,
        why=_UNSAID,
        reply=reply,
        when=None,
        points=points_earned(bargaining, after) if over else {},
        effects=(Effect(bargaining.mood, after.mood, sets=True),),
        learn=facts_told(bargaining.table, after.learned),
        breach=None,
        repeat=True,
        goto=() if after.ending is None else bargaining.goto[after.ending],
    )
