"""Two attempts at one scenario, side by side: where they part, and what that came to.

Decisions are the same when scene and choice have the same ids, so that two revisions of a
scenario can be compared as far as their ids agree.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from salesdojo.practice.attempt import Attempt, Event
    from salesdojo.practice.scoring import CriterionScore, Judged, Result

_SAME_CHOICE: Final = 3
_SAME_SCENE: Final = 2
_BOTH_END: Final = 1
"""What a pair is worth to the alignment: a scene in common counts more than a choice in it.

The moves that ended two negotiations carry what these cost: as a pair they are worth more.
"""
_Step = tuple[str, str, bool]
"""Scene, choice, and whether a negotiation ended with it."""


class Kind(StrEnum):
    """How the sides stand to each other in one row."""

    SAME = "same"
    """The same choice in the same scene."""
    APART = "apart"
    """Two choices in the same scene."""
    LEFT = "left"
    """A decision that only the left side came to."""
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of one side: what was said, what it cost, what it led to."""

    event: "Event"
    judged: "Judged"
    also: int | None = None
    """The turn at which the other side took the same choice, where that is another row's."""

    @property
    def step(self) -> tuple[str, str]:
        """Its scene and its choice."""
        return self.event.scene, self.event.choice.id

    @property
    def loss(self) -> float:
        """Points of quality that it cost; a negotiation costs what it does with its last move."""
        return self.judged.loss


@dataclass(frozen=True, slots=True)
class Road:
    """One side: a finished attempt, and what it came to."""

    attempt: "Attempt"
    result: "Result"

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Its decisions, in order."""
        pairs = zip(self.attempt.events, self.result.decisions, strict=True)
        return tuple(Decision(event, judged) for event, judged in pairs)


@dataclass(frozen=True, slots=True)
class Row:
    """Decisions that stand beside each other; a side that has none there is None."""

    left: Decision | None
    right: Decision | None

    @property
    def kind(self) -> Kind:
        """How they stand to each other."""
        if self.left is None or self.right is None:
            return Kind.RIGHT if self.left is None else Kind.LEFT
        return Kind.SAME if self.left.step == self.right.step else Kind.APART

    @property
    def gain(self) -> float:
        """Points of quality by which the right side did better here; under 0 where worse."""
        lost, lost_there = (0.0 if one is None else one.loss for one in (self.left, self.right))
        return lost - lost_there


@dataclass(frozen=True, slots=True)
class Shares:
    """One criterion on both sides."""

    criterion: str
    left: "CriterionScore | None"
    """None where that side's scenario gives no points for it."""
    right: "CriterionScore | None"
    rows: tuple[int, ...]
    """Places of the rows in which the sides earned other points on it."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two attempts side by side."""

    left: Road
    right: Road
    rows: tuple[Row, ...]
    """Every decision of both sides stands in exactly one."""
    shares: tuple[Shares, ...]
    """By the left side's rubric, then what only the right side's judges."""

    @property
    def parting(self) -> int | None:
        """The place of the first row in which the sides are not the same; None where all are."""
        places = (place for place, row in enumerate(self.rows) if row.kind is not Kind.SAME)
        return next(places, None)

    @property
    def by_chance(self) -> bool:
        """Whether they part without two choices: chance, or a changed scenario, parted them."""
        return self.parting is not None and self.rows[self.parting].kind is not Kind.APART

    @property
    def decisive(self) -> tuple[int, ...]:
        """Places of the rows that cost one side more than the other, the most decisive first."""
        places = [place for place, row in enumerate(self.rows) if row.gain]
        return tuple(sorted(places, key=lambda place: -abs(self.rows[place].gain)))

    @property
    def same_revision(self) -> bool:
        """Whether both were played on the same scenario, word for word."""
        return self.left.attempt.scenario.revision == self.right.attempt.scenario.revision


def compared(left: Road, right: Road) -> Comparison:
    """Return two attempts at one scenario side by side; changing the sides mirrors it."""
    ours, theirs = left.decisions, right.decisions
    rows = _marked(tuple(_rows(ours, theirs)))
    return Comparison(left, right, rows, tuple(_shares(left.result, right.result, rows)))


def _rows(left: "Sequence[Decision]", right: "Sequence[Decision]") -> "Iterable[Row]":
    """Yield the common beginning, the decision at which they part, then both roads aligned."""
    steps, other = (
        [(*one.step, one.judged.table is not None) for one in side] for side in (left, right)
    )
    start = 0
    while start < min(len(steps), len(other)) and steps[start][:2] == other[start][:2]:
        start += 1
    pairs = [(place, place) for place in range(start)]
    if start < min(len(steps), len(other)) and steps[start][0] == other[start][0]:
        pairs.append((start, start))
        start += 1
    # One order for both ways round: so that ties fall the same when the sides change.
    if steps <= other:
        rest = _aligned(steps[start:], other[start:])
    else:
        rest = [(mine, yours) for yours, mine in _aligned(other[start:], steps[start:])]
    pairs += [(start + mine, start + yours) for mine, yours in rest]
    mine = yours = 0
    for to_mine, to_yours in (*pairs, (len(left), len(right))):
        yield from (Row(one, None) for one in left[mine:to_mine])
        yield from (Row(None, one) for one in right[yours:to_yours])
        if to_mine < len(left) and to_yours < len(right):
            yield Row(left[to_mine], right[to_yours])
        mine, yours = to_mine + 1, to_yours + 1


def _aligned(steps: "Sequence[_Step]", other: "Sequence[_Step]") -> list[tuple[int, int]]:
    """Return the pairs of places that have most scenes, and then most choices, in common.

    The longest common subsequence (Needleman and Wunsch 1970) with two weights of a pair.
    """
    best = [[0] * (len(other) + 1) for _ in range(len(steps) + 1)]
    for place in range(len(steps) - 1, -1, -1):
        row, below = best[place], best[place + 1]
        for there in range(len(other) - 1, -1, -1):
            paired = _worth(steps[place], other[there]) + below[there + 1]
            row[there] = max(paired, below[there], row[there + 1])
    pairs: list[tuple[int, int]] = []
    place = there = 0
    while place < len(steps) and there < len(other):
        worth = _worth(steps[place], other[there])
        if worth and best[place][there] == worth + best[place + 1][there + 1]:
            pairs.append((place, there))
            place, there = place + 1, there + 1
        elif best[place][there] == best[place + 1][there]:
            place += 1
        else:
            there += 1
    return pairs


def _worth(step: _Step, other: _Step) -> int:
    if step[0] != other[0]:
        return 0
    both_end = _BOTH_END if step[2] and other[2] else 0
    return both_end + (_SAME_CHOICE if step[1] == other[1] else _SAME_SCENE)


def _marked(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return the rows, each decision marked that the other side took in another row."""
    apart = [row for row in rows if row.kind is not Kind.SAME]
    mine = {row.left.step: row.left.judged.turn for row in reversed(apart) if row.left}
    yours = {row.right.step: row.right.judged.turn for row in reversed(apart) if row.right}
    return tuple(
        row if row.kind is Kind.SAME else Row(_also(row.left, yours), _also(row.right, mine))
        for row in rows
    )


def _also(decision: Decision | None, there: "Mapping[tuple[str, str], int]") -> Decision | None:
    return decision and replace(decision, also=there.get(decision.step))


def _shares(left: "Result", right: "Result", rows: tuple[Row, ...]) -> "Iterable[Shares]":
    for criterion in dict.fromkeys((*left.criteria, *right.criteria)):
        moved = (place for place, row in enumerate(rows) if _differs(row, criterion))
        yield Shares(
            criterion, left.criteria.get(criterion), right.criteria.get(criterion), tuple(moved)
        )


def _differs(row: Row, criterion: str) -> bool:
    earned = (
        0 if one is None else one.judged.points.get(criterion, 0) for one in (row.left, row.right)
    )
    return len(set(earned)) > 1
