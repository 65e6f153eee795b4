"""What one person's attempts come to: courses, skills and scenarios, read once for all three."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from salesdojo.records.belts import BeltStanding, belt_of
from salesdojo.records.courses import course_standings
from salesdojo.records.days import local_day

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdojo.content.library import Library
    from salesdojo.records.courses import CourseStanding
    from salesdojo.records.model import Person, Standing
    from salesdojo.records.skills import Skill
    from salesdojo.records.store import Store


@dataclass(frozen=True, slots=True)
class Progress:
    """One person at one moment."""

    courses: "tuple[CourseStanding, ...]"
    """In the pack's order."""
    belt: BeltStanding
    skills: "tuple[Skill, ...]" = ()
    """The least likely mastered first."""
    standings: "Mapping[str, Standing]" = field(default_factory=dict)
    """By scenario begun at least once."""


def newcomer(library: "Library", now: int) -> Progress:
    """Return what stands before anything was played."""
    courses = course_standings(library.pack.courses, (), local_day(now), local_day)
    return Progress(courses, belt_of({}, courses, library.entries, now))


def progress(
    store: "Store", person: "Person", library: "Library", now: int, cache: Path | None
) -> Progress:
    """Return what `store` says of `person`, as of `now` (UTC milliseconds).

    Args:
        store: the records.
        person: who practises.
        library: whose courses and criteria are told of.
        now: times after it were never.
        cache: where figures of scenarios are kept; None keeps none.

    Raises:
        RecordsError: DB018, DB025, or what keeps the records from being read.
    """
    from salesdojo.records.finishing import in_order
    from salesdojo.records.played import Played
    from salesdojo.records.proven import proven
    from salesdojo.records.skills import skills_of

    attempts = in_order(store.finished(person), now)
    courses = course_standings(library.pack.courses, attempts, local_day(now), local_day)
    skills = skills_of(attempts, Played(store, cache), now)
    shown = {skill.criterion: proven(skill.evidence) for skill in skills}
    belt = belt_of(shown, courses, library.entries, now)
    return Progress(courses, belt, skills, store.standings(person))
