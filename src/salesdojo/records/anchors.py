"""What somebody shows of a criterion now, in the rubric's words, and what one level up is like."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from salesdojo.content.text import Text
    from salesdojo.records.played import Played
    from salesdojo.records.recent import Recent

LATEST: Final = 5
"""Talks that tell the level shown now."""
HIGHEST: Final = 4


@dataclass(frozen=True, slots=True)
class Anchor:
    """A criterion's level now, and the descriptions of it and of the next."""

    criterion: str
    level: int
    """1-4: the lower median of the levels in the latest talks, at most `LATEST`."""
    many: int
    """How many talks that were, 1 or more."""
    rubric: "Text"
    """The name of the rubric that the descriptions are from: that of the latest talk."""
    now: "Text"
    next: "Text | None"
    """None at the highest level."""


def anchors(
    recent: "Sequence[Recent]", played: "Played", drills: Collection[str]
) -> Mapping[str, Anchor]:
    """Return, by criterion, the anchors that `recent` (in the order of finishing) tells of.

    What was judged in `drills` only has none: one line proves no level.

    Raises:
        RecordsError: DB025 a scenario is missing, or was changed since.
    """
    levels: dict[str, list[int]] = {}
    judged_by: dict[str, str] = {}
    for one in reversed(recent):
        if one.scenario in drills:
            continue
        for criterion, scored in one.result.criteria.items():
            judged_by.setdefault(criterion, one.revision)
            levels.setdefault(criterion, []).append(scored.level)
    return {
        criterion: _anchor(criterion, shown[:LATEST], played, judged_by[criterion])
        for criterion, shown in levels.items()
    }


def _anchor(criterion: str, shown: Sequence[int], played: "Played", revision: str) -> Anchor:
    rubric = played.scenario(revision).rubric
    words = rubric.criteria[criterion].levels
    level = median_low(shown)
    return Anchor(
        criterion=criterion,
        level=level,
        many=len(shown),
        rubric=rubric.name,
        now=words[level - 1],
        next=words[level] if level < HIGHEST else None,
    )
