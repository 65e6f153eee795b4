"""What a briefing says of assignments: by when, how well, how often, and in which mode."""

from typing import TYPE_CHECKING

from salesdojo.i18n import message

if TYPE_CHECKING:
    from salesdojo.records.assigned import Assigned
    from salesdojo.tui.app import DojoApp


def assigned_note(assigned: "tuple[Assigned, ...]", scenario: str, dojo: "DojoApp") -> str:
    """Return what to know of the assignment that asks for `scenario` first; empty for none.

    What is still to be done there is told before what is done, or cannot be any more.
    """
    if not assigned:
        return ""
    from salesdojo.records.assignment_saying import briefed
    from salesdojo.records.days import local_day

    asking = [one for one in assigned if one.open and scenario in one.standing.left]
    one = (asking or assigned)[0]
    today = local_day(dojo.clock())
    rules = briefed(one, scenario, today, dojo.language)
    return message("assigning.brief", dojo.language, rules=rules)
