"""What one expert says each choice is worth, and what the scenario itself says."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from salesdojo.content.model import Choice
from salesdojo.content.text import Text

Place = tuple[str, str]
"""A scene and one of its choices."""


class Key(IntEnum):
    """What a choice is worth, as the shipped pack keys its points."""

    BEST = 3
    ACCEPTABLE = 1
    WEAK = 0
    HARMFUL = -1


@dataclass(frozen=True, slots=True)
class BlindKey:
    """The judgement of one expert."""

    expert: str
    keys: Mapping[Place, Key]
    """What has been judged; the rest is missing."""
    borderline: Mapping[str, int]
    """By scene: percent of the people only just good enough who take its best choice."""
    notes: Mapping[Place, Text]
    outdated: tuple[str, ...]
    """Scenes whose words have changed since they were keyed: their keys are left out."""


def authors_key(choice: Choice) -> Key:
    """Return what the scenario itself says a choice is worth.

    A breach, or points that total less than 0, is harmful. Else the criterion it
    earns most on decides: 3 points or more are best, 1 or 2 acceptable, none weak.
    The total does not: a best choice of the shipped pack has 3 points on one criterion
    and often 1 on another, an acceptable one sometimes 1 on two. Nor does the loss,
    which depends on what was said before; an expert judges the line.
    """
    if choice.breach is not None or sum(choice.points.values()) < 0:
        return Key.HARMFUL
    most = max(choice.points.values(), default=0)
    if most >= Key.BEST:
        return Key.BEST
    return Key.ACCEPTABLE if most >= Key.ACCEPTABLE else Key.WEAK
