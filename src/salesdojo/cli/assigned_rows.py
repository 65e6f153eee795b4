"""A person's assignments as `salesdojo progress` tells of them: as a table, and as JSON."""

from typing import TYPE_CHECKING

from salesdojo.cli.printing import out, table
from salesdojo.i18n import message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdojo.content.library import Library
    from salesdojo.records.assignments.assigned import Assigned


def print_assigned(assigned: "Sequence[Assigned]", library: "Library", language: str) -> None:
    """Print what was assigned, the first due first; nothing where nothing was."""
    if not assigned:
        return
    out()
    out(message("assigning.progress_title", language))
    head = message("assigning.progress_head", language).split("|")
    out(table([tuple(head), *(_row(one, library, language) for one in assigned)]))


def assigned_as_json(one: "Assigned") -> dict[str, object]:
    """Return one assignment of a person's, and where they stand."""
    asked = one.assignment
    return {
        "id": asked.id,
        "kind": asked.kind.value,
        "what": asked.what,
        "due": asked.due.isoformat(),
        "minimum": asked.minimum,
        "attempts": asked.attempts,
        "mode": asked.mode.value,
        "status": one.standing.status.value,
        "late": one.standing.late,
        "left": list(one.standing.left),
    }


def _row(one: "Assigned", library: "Library", language: str) -> tuple[str, ...]:
    from salesdojo.records.assignments.assignment_saying import (
        rules_in_words,
        status_in_words,
        what_in_words,
    )

    left = len(one.standing.left)
    return (
        f"  {what_in_words(one.assignment, library, language)}",
        one.assignment.due.isoformat(),
        rules_in_words(one.assignment, language),
        status_in_words(one.standing, language),
        message("assigning.progress_left", language, count=left) if left else "",
    )
