"""How far somebody is with an assignment: one of five statuses, told from what was finished.

What counts is decided where it is read (`assignment_standings`): attempts finished since the
assignment was set, whatever clocks said; no retries from a turn and no later chapters of
journeys, which began elsewhere; where an exam is asked for, attempts in exam mode alone.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from salesdojo.records.assignments.assignment import Assignment


class Status(StrEnum):
    """The five of them, in the order in which a manager looks at them."""

    PAST_DUE = "past_due"
    """Its day is over, and something is left to do that still can be done."""
    DID_NOT_PASS = "did_not_pass"  # noqa: S105 - no password
    """Every attempt allowed at one of its scenarios is used up, and none was good enough."""
    NOT_STARTED = "not_started"
    """Nothing that counts was begun yet."""
    IN_PROGRESS = "in_progress"
    """Something was, and something is left to do."""
    COMPLETED = "completed"
    """Each of its scenarios was passed with the minimum quality, even if late."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What somebody did at one scenario of an assignment."""

    finished: int
    """Attempts that count, and those past the number allowed."""
    met: int | None
    """When one of those allowed was good enough first, UTC in milliseconds; None before."""


@dataclass(frozen=True, slots=True)
class Done:
    """What one person did for one assignment."""

    tried: Mapping[str, Tried] = field(default_factory=dict)
    """By scenario finished at least once."""
    begun: bool = False
    """An attempt that would count is open, with a decision in it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One person and one assignment on one day."""

    status: Status
    late: bool
    """Completed, but after its day."""
    met: int
    """How many of its scenarios are done."""
    left: tuple[str, ...]
    """Scenarios to do that still can be done, in the assignment's order."""


def standing(
    assignment: Assignment, done: Done, today: date, day_of: Callable[[int], date]
) -> Standing:
    """Return where somebody stands who has `done` so much.

    Args:
        assignment: what is asked.
        done: what counts for it.
        today: the day to tell of; the day it is due is a day to do it still.
        day_of: the day of a time.
    """
    met = [done.tried[one].met for one in assignment.scenarios if one in done.tried]
    days = [day_of(at) for at in met if at is not None]
    lacking = [
        one for one in assignment.scenarios if one not in done.tried or done.tried[one].met is None
    ]
    left = tuple(one for one in lacking if attempts_left(assignment, done, one) != 0)
    late = not lacking and any(day > assignment.due for day in days)
    return Standing(_status(assignment, done, today, lacking, left), late, len(days), left)


def attempts_left(assignment: Assignment, done: Done, scenario: str) -> int | None:
    """Return how many attempts at `scenario` still count; None where any number does."""
    if assignment.attempts is None:
        return None
    tried = done.tried.get(scenario)
    return max(0, assignment.attempts - (tried.finished if tried else 0))


def _status(
    assignment: Assignment, done: Done, today: date, lacking: list[str], left: tuple[str, ...]
) -> Status:
    if not lacking:
        return Status.COMPLETED
    if len(left) < len(lacking):
        return Status.DID_NOT_PASS
    if today > assignment.due:
        return Status.PAST_DUE
    return Status.IN_PROGRESS if done.tried or done.begun else Status.NOT_STARTED
