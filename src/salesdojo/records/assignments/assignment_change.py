"""What a list of assignments would change in the records: new, changed, the same, withdrawn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from salesdojo.records.assignments.assignment import Assignment, Kept

FIELDS: Final = ("what", "people", "teams", "due", "minimum", "attempts", "mode")
"""What of an assignment can differ, in the order in which it is told."""


@dataclass(frozen=True, slots=True)
class Changed:
    """An assignment that stands differently in the records."""

    before: Kept
    wanted: Assignment
    fields: tuple[str, ...]
    """Which of `FIELDS` differ; none where only the file it belongs to, or its withdrawal, does."""

    @property
    def anew(self) -> bool:
        """Whether what was done before does not count: it asks for something else, or again."""
        return "what" in self.fields or self.before.withdrawn_at is not None


@dataclass(frozen=True, slots=True)
class Difference:
    """What is to be done so that the records hold what is wanted."""

    new: tuple[Assignment, ...]
    changed: tuple[Changed, ...]
    same: tuple[Kept, ...]
    withdrawn: tuple[Kept, ...]
    vanished: tuple[Kept, ...]
    """No longer in the file, and left as they are: nobody asked for them to be withdrawn."""

    @property
    def empty(self) -> bool:
        """Whether nothing is to be done."""
        return not (self.new or self.changed or self.withdrawn)


def difference(
    wanted: Sequence[Assignment], held: Iterable[Kept], book: str | None, *, prune: bool = False
) -> Difference:
    """Return what `wanted` changes.

    Args:
        wanted: each id once.
        held: every assignment of the records, withdrawn ones too.
        book: the name under which they are set; None for one set by hand, which makes nothing
            vanish.
        prune: withdraw what was set under `book` and is wanted no longer.
    """
    by_id = {one.id: one for one in held}
    new = tuple(one for one in wanted if one.id not in by_id)
    changed, same = [], []
    for one in wanted:
        before = by_id.get(one.id)
        if before is None:
            continue
        fields = differing(before.assignment, one)
        if fields or before.book != book or before.withdrawn_at is not None:
            changed.append(Changed(before, one, fields))
        else:
            same.append(before)
    ids = {one.id for one in wanted}
    gone = tuple(
        one
        for one in by_id.values()
        if book is not None and one.book == book and one.id not in ids and one.withdrawn_at is None
    )
    return Difference(
        new, tuple(changed), tuple(same), gone if prune else (), () if prune else gone
    )


def differing(one: Assignment, other: Assignment) -> tuple[str, ...]:
    """Return which of `FIELDS` differ between two assignments."""

    def told(assignment: Assignment, name: str) -> object:
        if name == "what":
            return assignment.kind, assignment.what, assignment.scenarios
        value = getattr(assignment, name)
        return frozenset(value) if isinstance(value, tuple) else value

    return tuple(name for name in FIELDS if told(one, name) != told(other, name))
