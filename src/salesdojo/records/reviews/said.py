"""What a reviewer says of a finished attempt, as a value; the machine's score stays as it is."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

LONGEST_WORDS: Final = 1000
"""Characters that are kept of a comment or a reason."""
LEVELS: Final = range(1, 5)
"""What a level can be."""


class Kind(StrEnum):
    """What is said."""

    COMMENT = "comment"
    """Words on a decision, or on the whole."""
    LEVEL = "level"
    """Another level of a criterion than the machine's, with a reason; it stands beside it."""
    BLIND = "blind"
    """A level given before any other was seen."""
    DONE = "done"
    """The attempt is reviewed."""
    READ = "read"
    """Levels and words were seen: by the trainee, or by who reviews."""


WORDS: Final = frozenset({Kind.COMMENT, Kind.LEVEL})
"""Kinds that are nothing without words."""
TELLING: Final = (Kind.COMMENT, Kind.LEVEL, Kind.BLIND, Kind.DONE)
"""Kinds that a trainee has something to read of."""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said. A later one of the same person and place takes its place; it stays."""

    id: str
    """Made where it was said, so that keeping it twice doubles nothing."""
    attempt: str
    kind: Kind
    by: str
    """The id of the person who says it."""
    at: int
    """UTC in milliseconds."""
    turn: int | None = None
    """Of the decision, from 1; None for the whole attempt."""
    criterion: str | None = None
    level: int | None = None
    """1-4."""
    words: str | None = None
    """At most `LONGEST_WORDS`; None where there are none, or one of both was erased."""
    result: int = 0
    """The number of the attempt's latest result when it was said; the store fills it in."""
    supersedes: str | None = None
    """The id of what it takes the place of; the store fills it in."""

    @property
    def place(self) -> tuple[object, ...]:
        """Whose and which word it is: the latest of a place stands."""
        return self.by, self.kind, self.turn, self.criterion


@dataclass(frozen=True, slots=True)
class Heard:
    """Something said, as people read it."""

    said: Said
    name: str
    """Of who said it; empty once they were erased."""
    stands: bool
    """Whether nothing later took its place."""
    older: bool
    """Whether the attempt was scored anew since."""
