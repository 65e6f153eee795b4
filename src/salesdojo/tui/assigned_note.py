"""What a briefing says of assignments: by when, how well, how often, and in which mode."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from salesdojo.records.assignments.assigned import Assigned
    from salesdojo.tui.app import DojoApp


def assigned_note(assigned: "tuple[Assigned, ...]", scenario: str, dojo: "DojoApp") -> str:
    """Return what to know of the assignment that asks for `scenario` first; empty for none."""
    if not assigned:
        return ""
    from salesdojo.records.assignments.assignment_saying import briefing_note
    from salesdojo.records.days import local_day

    return briefing_note(assigned, scenario, local_day(dojo.clock()), dojo.language)
