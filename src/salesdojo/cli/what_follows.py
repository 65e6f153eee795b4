"""What could be said next where a list of choices stops too early."""

from typing import Final

from salesdojo.content.move_words import ACCEPT, PROPOSE, REASON, WALK_AWAY, question_line
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.following import AS
from salesdojo.practice.table.move_text import package_text
from salesdojo.practice.table.players import Player
from salesdojo.practice.table.state import TableState
from salesdojo.practice.table.view import view

_COMMA: Final = ", "


def what_follows(attempt: Attempt) -> str:
    """Return the choices offered, or moves that could be made at the table."""
    if attempt.table is not None:
        return _COMMA.join(_moves(attempt.table))
    return _COMMA.join(choice.id for choice in attempt.offered)


def _moves(state: TableState) -> list[str]:
    seen = view(state)
    package = seen.offers[-1] if seen.offers else seen.best
    return [
        f"{PROPOSE} {package_text(state.table, package)}",
        *(question_line(question) for question in seen.questions),
        *(f"{REASON} {reason}" for reason in seen.reasons),
        *([] if seen.standing is None else [ACCEPT]),
        WALK_AWAY,
        f"{AS} {Player.EXPERT.value}",
    ]
