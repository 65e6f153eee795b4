"""How a negotiation ended, and the best that its table had: kept with the move that ended it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from salesdojo.content.table import Ending


@dataclass(frozen=True, slots=True)
class TableJudged:
    """A whole negotiation, judged."""

    ending: Ending
    best: str | None = None
    """The best of the ends that the named players reach from the mood it began in: a step of a
    road such as `as expert from 55`. None where no such player was ever met in that mood."""
    points: Mapping[str, int] = field(default_factory=dict)
    """What that end earns, by criterion."""
