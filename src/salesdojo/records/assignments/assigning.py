"""What can be assigned, and what an assignment may ask: the same in file, command and form."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from salesdojo.content.drill_groups import drill_groups
from salesdojo.content.ids import is_id
from salesdojo.content.problem import excerpt
from salesdojo.content.suggesting import nearest_few
from salesdojo.errors import UsageError
from salesdojo.records.assignments.assignment import (
    FIRST_YEAR,
    HIGHEST,
    LAST_YEAR,
    MOST_ATTEMPTS,
    Assignment,
    Kind,
)
from salesdojo.records.assignments.assignment_change import Difference

if TYPE_CHECKING:
    from salesdojo.content.catalogue import Entry
    from salesdojo.content.library import Library

BOOK: Final = "assignments"
"""What a file's assignments are called where it says nothing."""
_DAY: Final = len("2026-12-18")
_TAIL: Final = 6
"""Characters that tell two assignments of one thing apart."""
_LONGEST: Final = 40

Assignable = Mapping[Kind, Mapping[str, tuple[str, ...]]]
"""By kind and id the scenarios it asks for."""


def assignable(library: "Library") -> Assignable:
    """Return everything that can be assigned from `library`, in its order."""
    entries: Sequence[Entry] = library.entries
    return {
        Kind.SCENARIO: {one.id: (one.id,) for one in entries},
        Kind.COURSE: {one.id: one.required for one in library.pack.courses if one.required},
        Kind.DRILLS: {
            group.id: tuple(one.id for one in group.drills)
            for group in drill_groups(entries)
            if group.criterion is not None
        },
    }


def named(word: str, known: Assignable) -> tuple[Kind, str]:
    """Return what `word` names: an id, or one with its kind before it, as ``course:first_week``.

    An id alone is a scenario's, else a course's, else that of a criterion with drills.

    Raises:
        UsageError: US110 there is nothing of that name.
    """
    before, colon, after = word.partition(":")
    kinds = [one for one in Kind if not colon or one.value == before]
    name = after if colon else word
    for kind in kinds:
        if name in known[kind]:
            return kind, name
    every = [
        *(known[kinds[0]] if len(kinds) == 1 else [one for kind in Kind for one in known[kind]])
    ]
    raise UsageError(
        "US110", what=excerpt(word), nearest=", ".join(nearest_few(name, every)) or "-"
    )


def due_day(written: str) -> date | None:
    """Return the day written as 2026-12-18; None for what is none, or outside 1970 to 8999."""
    try:
        day = date.fromisoformat(written) if len(written) == _DAY else None
    except ValueError:
        return None
    return day if day is not None and FIRST_YEAR <= day.year <= LAST_YEAR else None


def require(assignment: Assignment) -> Assignment:
    """Let only an assignment pass that says what it has to, within its ranges.

    Raises:
        UsageError: US111 nobody, US113 no minimum, US114 no number of attempts, US115 no id.
    """
    if not is_id(assignment.id):
        raise UsageError("US115", id=excerpt(assignment.id))
    if not assignment.people and not assignment.teams:
        raise UsageError("US111")
    if assignment.minimum is not None and not 1 <= assignment.minimum <= HIGHEST:
        raise UsageError("US113", minimum=assignment.minimum)
    if assignment.attempts is not None and not 1 <= assignment.attempts <= MOST_ATTEMPTS:
        raise UsageError("US114", attempts=assignment.attempts)
    return assignment


def over(found: Difference, today: date) -> tuple[Assignment, ...]:
    """Return what may not be set: new, or set again, though its day is over."""
    again = (one.wanted for one in found.changed if one.before.withdrawn_at is not None)
    return tuple(one for one in (*found.new, *again) if one.due < today)


def require_time(found: Difference, today: date) -> None:
    """Let only pass what can still be done in time.

    Raises:
        UsageError: US112 the day of something new is over.
    """
    for one in over(found, today):
        raise UsageError("US112", assignment=one.id, due=one.due.isoformat())


def made_id(what: str, tail: str) -> str:
    """Return an id for an assignment of `what`: its own, and six characters of a random `tail`."""
    return f"{what[: _LONGEST - _TAIL - 1]}_{tail[:_TAIL]}"
