"""What to practise next, and why: the same answer on the first screen and in line mode."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdojo.content.library import Library
    from salesdojo.records.model import Standing


class Reason(StrEnum):
    """Why a scenario comes next."""

    UNFINISHED = "unfinished"
    """It was begun and can be taken up."""
    COURSE = "course"
    """It is the first of its course that is not passed yet."""
    WEAKEST = "weakest"
    """Everything is passed; this one has the lowest best quality."""


@dataclass(frozen=True, slots=True)
class NextUp:
    """One scenario to play next."""

    scenario: str
    reason: Reason
    course: str | None = None
    """The course it belongs to, where that is the reason."""


def next_up(library: "Library", standings: "Mapping[str, Standing]") -> NextUp | None:
    """Return what to play next; None when the pack has no scenario."""
    known = [entry.id for entry in library.entries if entry.kind == "scenario"]
    for scenario in known:
        if scenario in standings and standings[scenario].unfinished:
            return NextUp(scenario, Reason.UNFINISHED)
    for course in library.pack.courses:
        for scenario in course.scenarios:
            if scenario in known and not _passed(standings, scenario):
                return NextUp(scenario, Reason.COURSE, course.id)
    left = [scenario for scenario in known if not _passed(standings, scenario)] or known
    if not left:
        return None
    return NextUp(min(left, key=lambda one: _best(standings, one)), Reason.WEAKEST)


def _passed(standings: "Mapping[str, Standing]", scenario: str) -> bool:
    return scenario in standings and standings[scenario].passed


def _best(standings: "Mapping[str, Standing]", scenario: str) -> float:
    standing = standings.get(scenario)
    return -1.0 if standing is None or standing.best is None else standing.best
