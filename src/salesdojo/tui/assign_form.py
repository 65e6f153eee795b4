"""What a form of a new assignment offers, and what it makes of the answers."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from salesdojo.content.visible import visible
from salesdojo.errors import UsageError
from salesdojo.i18n import message
from salesdojo.records.assignments.assigning import assignable, due_day, made_id, require
from salesdojo.records.assignments.assignment import Assignment, Kind
from salesdojo.records.mode import Mode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdojo.content.library import Library
    from salesdojo.records.model import Person
    from salesdojo.tui.memory import Memory

NUMBERS: Final = ("minimum", "attempts")


@dataclass(frozen=True, slots=True)
class Answered:
    """A form as it was filled in."""

    what: tuple[Kind, str]
    whom: "Person | str"
    """A person, or the name of a team."""
    due: str
    minimum: str
    attempts: str
    exam: bool


def whats(library: "Library", language: str) -> tuple[tuple[str, tuple[Kind, str]], ...]:
    """Return what can be assigned, with a line for each: courses, drills, then scenarios."""
    from salesdojo.content.drill_groups import drill_groups

    titles: Mapping[Kind, Mapping[str, str]] = {
        Kind.COURSE: {one.id: one.name.spoken(language) for one in library.pack.courses},
        Kind.DRILLS: {
            group.id: group.criterion.name.spoken(language)
            for group in drill_groups(library.entries)
            if group.criterion is not None
        },
        Kind.SCENARIO: {one.id: one.title.spoken(language) for one in library.entries},
    }
    known = assignable(library)
    return tuple(
        (
            message(f"assigning.what_{kind}", language, name=visible(titles[kind][name])),
            (kind, name),
        )
        for kind in titles
        for name in known[kind]
    )


def whoms(memory: "Memory", language: str) -> "tuple[tuple[str, Person | str], ...]":
    """Return for whom something can be assigned, with a line for each: teams first."""
    people = memory.store().people
    teams = tuple(
        (message("assigning.team", language, team=visible(one)), one)
        for one in sorted({team.name for team in people.teams()} - {""})
    )
    return (
        *teams,
        *(
            (visible(f"{one.name} ({one.team})" if one.team else one.name), one)
            for one in people.everyone()
        ),
    )


def assignment_of(answered: Answered, library: "Library", tail: str, language: str) -> Assignment:
    """Return what was asked for.

    Raises:
        UsageError: US113, US114, US116, what cannot be asked for; US032 no number.
    """
    kind, what = answered.what
    due = due_day(answered.due.strip())
    if due is None:
        raise UsageError("US116", day=visible(answered.due.strip()[:20]) or "-")
    minimum, attempts = (
        _number(getattr(answered, name), f"assigning.form_{name}", language) for name in NUMBERS
    )
    whom = answered.whom
    return require(
        Assignment(
            id=made_id(what, tail),
            kind=kind,
            what=what,
            scenarios=assignable(library)[kind][what],
            people=() if isinstance(whom, str) else (whom,),
            teams=(whom,) if isinstance(whom, str) else (),
            due=due,
            minimum=minimum,
            attempts=attempts,
            mode=Mode.EXAM if answered.exam else Mode.PRACTICE,
        )
    )


def _number(written: str, field: str, language: str) -> int | None:
    written = written.strip()
    if not written:
        return None
    try:
        return int(written[:9])
    except ValueError:
        option, value = message(field, language), visible(written[:20])
        raise UsageError("US032", option=option, value=value, command="salesdojo assign") from None
