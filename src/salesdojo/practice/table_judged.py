"""How a negotiation ended, and the best that its table had: kept with the move that ended it."""

from collections.abc import Mapping
from dataclasses import dataclass

from salesdojo.content.table import Ending


@dataclass(frozen=True, slots=True)
class TableJudged:
    """A whole negotiation, judged."""

    ending: Ending
    best: str
    """The best of the ends that the named players reach from the mood it began in: a step of a
    road such as `as expert from 55`."""
    points: Mapping[str, int]
    """What that end earns, by criterion."""
