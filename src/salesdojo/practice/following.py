"""Roads followed: choices, moves at tables, and whole negotiations left to a named player.

A road found by search, or written by an author, has `as PLAYER` where a table is: the moves that
the player makes there. Decisions that are kept are single moves; `Attempt.take` takes only these.
"""

from collections.abc import Iterable
from typing import Final

from salesdojo.content.model import Scenario
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.table.move_text import move_text
from salesdojo.practice.table.players import Player, played_on, played_out
from salesdojo.practice.table.state import TableState

AS: Final = "as"
"""`as expert`, or `as expert from 45`: the rest of the negotiation as that player plays it."""


def follow(attempt: Attempt, step: str) -> Attempt:
    """Take a choice or a move, or let a player play to the end of the table.

    Raises:
        PracticeError: as `Attempt.take`.
    """
    for text in moves_of(attempt, step):
        attempt, _ = attempt.take(text)
    return attempt


def moves_of(attempt: Attempt, step: str) -> tuple[str, ...]:
    """Return the decisions that a step of a road stands for, each to be taken in order."""
    table = attempt.table
    player = _player(step)
    if table is None or player is None:
        return (step,)
    return player_moves(table, player)


def player_moves(state: TableState, player: Player) -> tuple[str, ...]:
    """Return the moves that a player makes from where a negotiation stands, to its end."""
    table, begins = state.table, not state.turns
    ended = played_out(table, state.mood, player) if begins else played_on(state, player)
    return tuple(move_text(table, turn.move) for turn in ended.turns[len(state.turns) :])


def replay(scenario: Scenario, seed: int, steps: Iterable[str]) -> Attempt:
    """Follow `steps` in order from the opening on."""
    attempt = Attempt(scenario, seed)
    for step in steps:
        attempt = follow(attempt, step)
    return attempt


def _player(step: str) -> Player | None:
    match step.split():
        case ["as", name, *_] if name in set(Player):
            return Player(name)
        case _:
            return None
