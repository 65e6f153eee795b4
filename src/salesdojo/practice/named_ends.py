"""The ends of a table by their names: which negotiation `as expert from 55` stands for."""

from functools import lru_cache

from salesdojo.content.move_words import WALK_AWAY
from salesdojo.content.table import Table
from salesdojo.practice.following import AS
from salesdojo.practice.table.answering import moved
from salesdojo.practice.table.moves import WalkAway
from salesdojo.practice.table.players import Player, played
from salesdojo.practice.table.state import TableState, opened


@lru_cache(maxsize=64)
def ended_as(table: Table, end: str) -> TableState | None:
    """Play the negotiation again that an end of `table_ends` stands for; None of another name."""
    match end.split():
        case [as_, player, "from", mood] if as_ == AS and player in set(Player):
            return played(table, int(mood), Player(player))
        case [verb, "from", mood] if verb == WALK_AWAY:
            return moved(opened(table, int(mood)), WalkAway())[0]
        case _:
            return None
