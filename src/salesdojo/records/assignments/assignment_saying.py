"""The words for assignments, the same in a terminal's lines and on a screen."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from salesdojo.content.drill_groups import drill_groups
from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.records.assignments.assignment import Assignment, Kind
from salesdojo.records.assignments.assignment_status import Standing, Status, attempts_left
from salesdojo.records.mastery.course_saying import day_in_words
from salesdojo.records.mode import Mode

if TYPE_CHECKING:
    from salesdojo.content.library import Library
    from salesdojo.records.assignments.assigned import Assigned

_SHOWN: Final = 3
"""People and teams named one by one; the rest is counted."""
NOTHING: Final = "-"


def what_in_words(assignment: Assignment, library: "Library", language: str) -> str:
    """Return what is assigned, by its title; by its id where the pack has it no longer."""
    name = _title(assignment, library, language) or assignment.what
    return message(f"assigning.what_{assignment.kind}", language, name=visible(name))


def whom_in_words(assignment: Assignment, language: str) -> str:
    """Return who is to do it: the first few teams and people, and how many more."""
    names = [
        *(message("assigning.team", language, team=visible(one)) for one in assignment.teams),
        *(visible(one.name) for one in assignment.people),
    ]
    told = message("assigning.comma", language).join(names[:_SHOWN])
    if len(names) > _SHOWN:
        return message("assigning.more", language, names=told, count=len(names) - _SHOWN)
    return told or NOTHING


def rules_in_words(assignment: Assignment, language: str) -> str:
    """Return what an attempt must be like, in a few words; ``-`` where passing is enough."""
    told = []
    if assignment.mode is Mode.EXAM:
        told.append(message("assigning.rule_exam", language))
    if assignment.minimum is not None:
        told.append(message("assigning.rule_minimum", language, minimum=assignment.minimum))
    if assignment.attempts is not None:
        key = "rule_attempt" if assignment.attempts == 1 else "rule_attempts"
        told.append(message(f"assigning.{key}", language, attempts=assignment.attempts))
    return message("assigning.comma", language).join(told) or NOTHING


def status_in_words(standing: Standing, language: str) -> str:
    """Return one person's status."""
    return message(
        "assigning.status_late" if standing.late else f"assigning.status_{standing.status}",
        language,
    )


def counts_in_words(statuses: Iterable[Status], language: str) -> str:
    """Return how many people are where; those of no one are left out."""
    many = Counter(statuses)
    told = [
        message(f"assigning.count_{status}", language, count=many[status])
        for status in Status
        if many[status]
    ]
    return message("assigning.comma", language).join(told) or NOTHING


def briefed(assigned: "Assigned", scenario: str, today: date, language: str) -> str:
    """Return what somebody has to know who is about to play `scenario` for an assignment."""
    assignment, done, standing = assigned.assignment, assigned.done, assigned.standing
    said = [due_in_words(assignment.due, today, language)]
    if assignment.mode is Mode.EXAM:
        said.append(message("assigning.brief_exam", language))
    key = "brief_pass" if assignment.minimum is None else "brief_minimum"
    said.append(message(f"assigning.{key}", language, minimum=assignment.minimum or 0))
    left = attempts_left(assignment, done, scenario)
    if scenario not in standing.left:
        tried = done.tried.get(scenario)
        met = tried is not None and tried.met is not None
        said.append(message("assigning.brief_met" if met else "assigning.brief_used_up", language))
    elif left is not None:
        key = "brief_left_one" if left == 1 else "brief_left"
        said.append(message(f"assigning.{key}", language, count=left))
    return message("assigning.sentences", language).join(said)


def briefing_note(assigned: "Sequence[Assigned]", scenario: str, today: date, language: str) -> str:
    """Return what to know of the assignment that asks for `scenario` first; empty for none.

    What is still to be done there is told before what is done, or cannot be any more.

    Args:
        assigned: one person's that ask for the scenario, the first due first.
        scenario: about to be played.
        today: in the reader's time zone.
        language: ``ja`` or ``en``.
    """
    if not assigned:
        return ""
    asking = [one for one in assigned if one.open and scenario in one.standing.left]
    rules = briefed((asking or assigned)[0], scenario, today, language)
    return message("assigning.brief", language, rules=rules)


def due_in_words(due: date, today: date, language: str) -> str:
    """Return by when something assigned is to be done, or that its day is over."""
    day = day_in_words(due, language)
    if due < today:
        return message("assigning.was_due", language, day=day)
    key = {0: "due_today", 1: "due_tomorrow"}.get((due - today).days, "due_on")
    return message(f"assigning.{key}", language, day=day)


def open_in_words(
    waiting: Sequence[tuple[Assignment, Standing]], library: "Library", today: date, language: str
) -> str:
    """Return the line that tells of assignments still to be done, the first due by name."""
    if not waiting:
        return ""
    first = waiting[0][0]
    key = "open_one" if len(waiting) == 1 else "open"
    return message(
        f"assigning.{key}",
        language,
        count=len(waiting),
        what=what_in_words(first, library, language),
        due=due_in_words(first.due, today, language),
    )


def _title(assignment: Assignment, library: "Library", language: str) -> str | None:
    titles: Mapping[str, str]
    match assignment.kind:
        case Kind.SCENARIO:
            titles = {one.id: one.title.spoken(language) for one in library.entries}
        case Kind.COURSE:
            titles = {one.id: one.name.spoken(language) for one in library.pack.courses}
        case Kind.DRILLS:
            titles = {
                group.id: group.criterion.name.spoken(language)
                for group in drill_groups(library.entries)
                if group.criterion is not None
            }
    return titles.get(assignment.what)
