"""Who needs help: four reasons, each with the figures that it rests on.

- never: nothing was finished yet.
- away: the last attempt was finished 14 local days ago or more.
- falling: the latest first attempts are weaker than those before, by more than chance explains
  (`trend.change`: 5 to 10 on either side, 1.645 standard errors): in quality, or in a criterion.
- weak: of a criterion there is enough to say, and the 90% interval of what would be earned at a
  scenario of level 3 lies wholly under one half.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from salesdojo.records.history.trend import Way

if TYPE_CHECKING:
    from salesdojo.records.history.trend import Change
    from salesdojo.review.member_row import Cell

AWAY: Final = 14
"""Local days without practice."""
HALF: Final = 0.0
"""The ability (in logits) that earns half at a scenario of level 3."""


class Why(StrEnum):
    """What kind of reason it is."""

    NEVER = "never"
    AWAY = "away"
    FALLING = "falling"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class Need:
    """One reason, with its evidence."""

    why: Why
    criterion: str | None = None
    """None of what is no criterion's; of `falling` then the quality."""
    days: int | None = None
    """Of `away`."""
    change: "Change | None" = None
    """Of `falling`: quality 0-100, or shares 0-1."""
    cell: "Cell | None" = None
    """Of `weak`."""


def needs(
    days: int | None, change: "Change | None", cells: "Mapping[str, Cell]"
) -> tuple[Need, ...]:
    """Return why somebody needs help, the most pressing first.

    Args:
        days: local days since the last attempt; None before any.
        change: of the quality of first attempts.
        cells: by criterion met.
    """
    if days is None:
        return (Need(Why.NEVER),)
    away = (Need(Why.AWAY, days=days),) if days >= AWAY else ()
    return (*away, *_falling(change, cells), *_weak(cells))


def _falling(change: "Change | None", cells: "Mapping[str, Cell]") -> Iterator[Need]:
    if change is not None and change.way is Way.DOWN:
        yield Need(Why.FALLING, change=change)
    for criterion, cell in cells.items():
        fell = cell.told.change
        if fell is not None and fell.way is Way.DOWN:
            yield Need(Why.FALLING, criterion, change=fell)


def _weak(cells: "Mapping[str, Cell]") -> "list[Need]":
    ends = {criterion: cell.ability.interval[1] for criterion, cell in cells.items() if cell.enough}
    weak = sorted((end, criterion) for criterion, end in ends.items() if end < HALF)
    return [Need(Why.WEAK, criterion, cell=cells[criterion]) for _, criterion in weak]
