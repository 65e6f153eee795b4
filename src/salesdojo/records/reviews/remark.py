"""The trainee's word to the trainer: a line that is wrong or unclear, as a value."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

LONGEST_WORDS: Final = 500
"""Characters that are kept of what is written about a line."""


class RemarkKind(StrEnum):
    """What is the matter with a line."""

    WRONG = "wrong"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark on one decision of an attempt."""

    id: str
    """Made where it was written, so that keeping it twice doubles nothing."""
    attempt: str
    turn: int
    """Of the decision, from 1."""
    choice: str
    """The line taken there."""
    kind: RemarkKind
    words: str | None
    """At most `LONGEST_WORDS`; None where there were none, or the person was erased."""
    language: str
    """Spoken when it was written."""
    at: int
    """UTC in milliseconds."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A remark as a trainer reads it: on which scenario, without who wrote it."""

    remark: Remark
    scenario: str
    revision: str
    """Of the scenario as it was played."""
    scene: str
