"""How assignments, and the people who have one, read as rows of a list."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual.content import Content

from salesdojo.tui.widths import pad, width_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from salesdojo.content.library import Library
    from salesdojo.records.assignments.assigned import Assigned
    from salesdojo.records.assignments.assignment import Kept
    from salesdojo.records.assignments.assignment_standings import Holder
    from salesdojo.tui.memory import Memory

MOST: Final = 20
"""Assignments in the list, each read by itself: a team of 500 takes 15 ms."""
_DATE: Final = 10
_WHAT: Final = 16
"""Cells of what is assigned, at least."""
_NAME: Final = 24
_TEAM: Final = 16
_STATUS: Final = 16


@dataclass(frozen=True, slots=True)
class Listed:
    """One assignment, and everybody who has it."""

    kept: "Kept"
    held: "Sequence[tuple[Holder, Assigned]]"


def nearest(memory: "Memory") -> "tuple[tuple[Kept, ...], int]":
    """Return the `MOST` assignments due nearest to today, and how many there are in all."""
    from salesdojo.records.days import local_day

    kept, today = memory.store().assignments.kept(), local_day(memory.clock())
    by_distance = sorted(kept, key=lambda one: (abs(one.assignment.due - today), one.id))
    return tuple(by_distance[:MOST]), len(kept)


def unread(kept: "Iterable[Kept]") -> tuple[Listed, ...]:
    """Return assignments whose people were not looked up yet, what is due first first."""
    return tuple(Listed(one, ()) for one in sorted(kept, key=lambda one: _turn(one, ())))


def listed(memory: "Memory", names: "Iterable[str]") -> tuple[Listed, ...]:
    """Return the assignments of those ids with their people: what is open, due first, comes first.

    One that was withdrawn meanwhile is left out.
    """
    found = [one for name in names for one in _of(memory, name)]
    return tuple(sorted(found, key=lambda one: _turn(one.kept, one.held)))


def _of(memory: "Memory", assignment: str) -> "Iterator[Listed]":
    from salesdojo.records.assignments.assigned import told
    from salesdojo.records.assignments.assignment_doing import Asked
    from salesdojo.records.days import local_day

    kept, holders = memory.store().assignments.holders(Asked(assignment=assignment))
    today = local_day(memory.clock())
    for one in kept:
        yield Listed(one, [(holder, told(one.assignment, holder, today)) for holder in holders])


def _turn(one: "Kept", held: "Sequence[tuple[Holder, Assigned]]") -> "tuple[bool, date, str]":
    over = bool(held) and not any(place.open for _, place in held)
    return over, one.assignment.due, one.id


def assignment_rows(
    listed: "Sequence[Listed]", library: "Library", width: int, language: str
) -> "Iterator[Content]":
    """Yield the rows of a list, in columns of exactly `width` cells together.

    What stands last takes what it needs, half of the row at most; what is assigned has the rest.
    """
    from salesdojo.records.assignments import assignment_saying as say

    told = [
        (
            one.kept.assignment.due.isoformat(),
            say.what_in_words(one.kept.assignment, library, language),
            say.whom_in_words(one.kept.assignment, language),
            say.counts_in_words((place.standing.status for _, place in one.held), language),
        )
        for one in listed
    ]
    rest = max(0, width - _DATE - 6)
    last = min(max((width_of(one[-1]) for one in told), default=0), rest // 2)
    whom = min(max((width_of(one[2]) for one in told), default=0), rest // 4)
    what = max(_WHAT, rest - whom - last)
    for due, name, people, counts in told:
        cells = (due, pad(name, what), pad(people, whom), pad(counts, last))
        yield Content(pad("  ".join(cells), width))


def person_row(holder: "Holder", one: "Assigned", width: int, language: str) -> Content:
    """Return the row of somebody who has an assignment in exactly `width` cells."""
    from salesdojo.content.visible import visible
    from salesdojo.records.assignments.assignment_saying import status_in_words

    attempts = sum(tried.finished for tried in one.done.tried.values())
    cells = (
        pad(status_in_words(one.standing, language), _STATUS),
        pad(visible(holder.person.name), _NAME),
        pad(visible(holder.person.team or "-"), _TEAM),
        f"{one.standing.met}/{len(one.assignment.scenarios)}",
        f"({attempts})" if attempts else "",
    )
    return Content(pad("  ".join(cells), width))
