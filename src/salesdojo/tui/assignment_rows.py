"""How assignments, and the people who have one, read as rows of a list."""

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual.content import Content

from salesdojo.tui.widths import pad, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from salesdojo.content.library import Library
    from salesdojo.records.assigned import Assigned
    from salesdojo.records.assignment import Kept
    from salesdojo.records.assignment_standings import Holder
    from salesdojo.tui.memory import Memory

BESIDE: Final = 6
"""Cells of a screen that are not a row's text."""
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


def listed(memory: "Memory", assignment: str | None = None) -> tuple[Listed, ...]:
    """Return every assignment, or one, with its people: what is open and due first comes first."""
    from salesdojo.records.assigned import told
    from salesdojo.records.assignment_standings import Asked
    from salesdojo.records.days import local_day

    kept, holders = memory.store().assignments.holders(Asked(assignment=assignment))
    by_id = {one.id: one.assignment for one in kept}
    today = local_day(memory.clock())
    held: defaultdict[str, list[tuple[Holder, Assigned]]] = defaultdict(list)
    for one in holders:
        if one.assignment in by_id:
            held[one.assignment].append((one, told(by_id[one.assignment], one, today)))

    def turn(one: "Kept") -> tuple[bool, "date", str]:
        people = held[one.id]
        over = bool(people) and not any(place.open for _, place in people)
        return over, one.assignment.due, one.id

    return tuple(Listed(one, held[one.id]) for one in sorted(kept, key=turn))


def assignment_rows(
    listed: "Sequence[Listed]", library: "Library", width: int, language: str
) -> "Iterator[Content]":
    """Yield the rows of a list, in columns of exactly `width` cells together.

    What stands last takes what it needs, half of the row at most; what is assigned has the rest.
    """
    from salesdojo.records import assignment_saying as say

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
    from salesdojo.records.assignment_saying import status_in_words

    attempts = sum(tried.finished for tried in one.done.tried.values())
    cells = (
        pad(status_in_words(one.standing, language), _STATUS),
        pad(visible(holder.person.name), _NAME),
        pad(visible(holder.person.team or "-"), _TEAM),
        f"{one.standing.met}/{len(one.assignment.scenarios)}",
        f"({attempts})" if attempts else "",
    )
    return Content(pad("  ".join(cells), width))
