"""What points come to by criterion, for many talks: each mark is worked out once and shared."""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final

from salesdojo.practice.scoring import CriterionScore
from salesdojo.practice.solving import Solution

LANE_BITS: Final = 32
LANE: Final = 1 << LANE_BITS
"""Points of each criterion are added up in a lane of one number; no talk fills half of it."""
_HALF: Final = LANE >> 1


@dataclass(eq=False, slots=True)
class Mark:
    """A criterion and what some points of it come to; shared by all talks that earned the same."""

    criterion: str
    scored: CriterionScore
    under: bool
    """Whether it is under the rubric's minimum."""
    text: str = ""
    """For whoever writes it down, so that it is put in words once."""


@dataclass(eq=False, slots=True)
class _Lane:
    criterion: str
    best: int
    cuts: tuple[int, ...]
    """Hundred times the points at which the next level begins."""
    minimum: int
    marks: dict[int, Mark] = field(default_factory=dict)

    def mark(self, points: int, most_kept: int) -> Mark:
        counted = max(0, points)
        level = 1 + bisect_right(self.cuts, 100 * counted)
        scored = CriterionScore(points, self.best, counted / self.best, level)
        if len(self.marks) >= most_kept:
            self.marks.clear()
        made = self.marks[points] = Mark(self.criterion, scored, under=level < self.minimum)
        return made


class BulkMarks:
    """The marks of one scenario's rubric, as they are asked for."""

    def __init__(self, solution: Solution, most_kept: int) -> None:
        """Begin with none; `most_kept` marks of a criterion are kept."""
        rubric = solution.scenario.rubric
        self._most_kept = most_kept
        self._lanes = [
            _Lane(
                criterion,
                best,
                tuple(cut * best for cut in rubric.cuts),
                rubric.criteria[criterion].minimum or 1,
            )
            for criterion, best in solution.best.items()
        ]
        # Every lane lifted by half, so that none borrows from the next.
        self._lifted = sum(_HALF << LANE_BITS * place for place in range(len(self._lanes)))

    def of(self, earned: int) -> list[Mark]:
        """Return the marks of what was `earned`, a `LANE` a criterion, in their order."""
        left = earned + self._lifted
        marks: list[Mark] = []
        for lane in self._lanes:
            points = (left & LANE - 1) - _HALF
            left >>= LANE_BITS
            marks.append(lane.marks.get(points) or lane.mark(points, self._most_kept))
        return marks
