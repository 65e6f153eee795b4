"""One person's assignments on one day: what is still to be done, and where it counts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from salesdojo.records.assignments.assignment_status import Standing, Status, standing
from salesdojo.records.days import local_day
from salesdojo.records.mode import Mode

if TYPE_CHECKING:
    from salesdojo.records.assignments.assignment import Assignment
    from salesdojo.records.assignments.assignment_standings import Holder
    from salesdojo.records.assignments.assignment_status import Done
    from salesdojo.records.model import Person
    from salesdojo.records.store import Store

DayOf = Callable[[int], date]


@dataclass(frozen=True, slots=True)
class Assigned:
    """An assignment of somebody, and where they stand."""

    assignment: "Assignment"
    done: "Done"
    standing: Standing

    @property
    def open(self) -> bool:
        """Whether something is left to do that still counts."""
        return self.standing.status in {
            Status.NOT_STARTED,
            Status.IN_PROGRESS,
            Status.PAST_DUE,
        }


def assigned_to(
    store: "Store", person: "Person", now: int, day_of: DayOf = local_day
) -> tuple[Assigned, ...]:
    """Return the assignments of `person` as of `now` (UTC milliseconds), the first due first."""
    today = day_of(now)
    return tuple(
        told(kept.assignment, holder, today, day_of)
        for kept, holder in store.assignments.of(person)
    )


def told(
    assignment: "Assignment", holder: "Holder", today: date, day_of: DayOf = local_day
) -> Assigned:
    """Return where one holder of an assignment stands."""
    place = standing(assignment, holder.done, today, day_of)
    return Assigned(assignment, holder.done, place)


def waiting(assigned: tuple[Assigned, ...]) -> tuple[Assigned, ...]:
    """Return those of `assigned` in which something is left to do."""
    return tuple(one for one in assigned if one.open)


def due_by_scenario(assigned: tuple[Assigned, ...], mode: Mode | None = None) -> dict[str, date]:
    """Return by when each scenario that is still to be done is due first, the first due first.

    Args:
        assigned: of one person, the first due first.
        mode: of assignments of that mode alone; None for all.
    """
    found: dict[str, date] = {}
    for one in assigned:
        if one.open and mode in (None, one.assignment.mode):
            for scenario in one.standing.left:
                found.setdefault(scenario, one.assignment.due)
    return found
