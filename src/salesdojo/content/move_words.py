"""How moves at a negotiation table begin where they are written, and the line of a question."""

from typing import Final

PROPOSE, ASK, REASON, ACCEPT, WALK_AWAY = "propose", "ask", "reason", "accept", "walk_away"
VERBS: Final = (PROPOSE, ASK, REASON, ACCEPT, WALK_AWAY)


def question_line(question: str) -> str:
    """Return the line that asks a question: ``ask QUESTION``."""
    return f"{ASK} {question}"


def asked_in(line: str) -> str | None:
    """Return the question that a line asks; None where it asks none."""
    verb, _, question = line.partition(" ")
    return question if verb == ASK and question else None
