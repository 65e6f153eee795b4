"""The pack as a map: stage by level, what there is in each cell and how far somebody is in it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from salesdojo.content.catalogue import Stage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from salesdojo.content.catalogue import Entry
    from salesdojo.records.model import Standing

LEVELS: Final = (1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class Cell:
    """The scenarios of one stage and level; drills and case B are none."""

    stage: Stage
    level: int
    """1-5."""
    entries: "tuple[Entry, ...]"
    """In the pack's order."""
    passed: int
    best: float | None
    """The best quality (0-100) in any of them; None before any was finished."""

    @property
    def complete(self) -> bool:
        """Whether there are scenarios and all are passed."""
        return bool(self.entries) and self.passed == len(self.entries)


Row = tuple[Cell, ...]
"""One stage, by level."""


def pipeline_map(
    entries: "Iterable[Entry]", standings: "Mapping[str, Standing]"
) -> tuple[Row, ...]:
    """Return a row for each stage that `entries` have a scenario of, in the pipeline's order."""
    talks = [entry for entry in entries if entry.kind == "scenario"]
    stages = [stage for stage in Stage if any(entry.stage is stage for entry in talks)]
    return tuple(
        tuple(_cell(stage, level, talks, standings) for level in LEVELS) for stage in stages
    )


def _cell(
    stage: Stage, level: int, talks: "Iterable[Entry]", standings: "Mapping[str, Standing]"
) -> Cell:
    here = tuple(entry for entry in talks if (entry.stage, entry.level) == (stage, level))
    found = [standings[entry.id] for entry in here if entry.id in standings]
    return Cell(
        stage=stage,
        level=level,
        entries=here,
        passed=sum(standing.passed for standing in found),
        best=max((one.best for one in found if one.best is not None), default=None),
    )
