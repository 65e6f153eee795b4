"""What somebody shows of a criterion now, in the rubric's words, and what one level up is like."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from salesdojo.content.model import Rubric
    from salesdojo.content.text import Text
    from salesdojo.records.history.recent import Recent
    from salesdojo.records.played import Played

LATEST: Final = 5
"""Talks that tell the level shown now, at most."""
HIGHEST: Final = 4


@dataclass(frozen=True, slots=True)
class Anchor:
    """A criterion's level now, and the descriptions of it and of the next."""

    criterion: str
    level: int
    """1-4: the lower median of the levels in the latest first attempts at talks, at most
    `LATEST`; of repeats, which measure memory too, only where there is no first attempt."""
    many: int
    """How many talks that were, 1 or more."""
    repeats: bool
    """Whether they were repeats."""
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
    levels: dict[tuple[str, bool], list[int]] = {}
    judged_by: dict[str, str] = {}
    for one in reversed(recent):
        if one.scenario in drills:
            continue
        for criterion, scored in one.result.criteria.items():
            judged_by.setdefault(criterion, one.revision)
            levels.setdefault((criterion, one.repeat), []).append(scored.level)
    return {
        criterion: _anchor(
            criterion,
            levels.get((criterion, False), ())[:LATEST],
            levels.get((criterion, True), ())[:LATEST],
            played.scenario(revision).rubric,
        )
        for criterion, revision in judged_by.items()
    }


def _anchor(
    criterion: str, firsts: Sequence[int], repeats: Sequence[int], rubric: "Rubric"
) -> Anchor:
    shown = firsts or repeats
    words = rubric.criteria[criterion].levels
    level = median_low(shown)
    return Anchor(
        criterion=criterion,
        level=level,
        many=len(shown),
        repeats=not firsts,
        rubric=rubric.name,
        now=words[level - 1],
        next=words[level] if level < HIGHEST else None,
    )
