"""What one person's attempts come to: courses, skills and scenarios, read once for all three."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from salesdojo.records.mastery.belts import BeltStanding, belt_of
from salesdojo.records.mastery.course_turns import courses_at
from salesdojo.records.mastery.criterion_names import criterion_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdojo.content.library import Library
    from salesdojo.records.mastery.courses import CourseStanding
    from salesdojo.records.mastery.figures import Figures
    from salesdojo.records.mastery.skills import Skill
    from salesdojo.records.model import Person, Standing
    from salesdojo.records.played import Played
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
    courses = courses_at(library.pack, {}, now)
    return Progress(courses, belt_of({}, courses, library.entries, now))


def progress(  # noqa: PLR0913 - what is asked for, and of whom
    store: "Store",
    person: "Person",
    library: "Library",
    now: int,
    cache: Path | None,
    *,
    whole: bool = False,
) -> Progress:
    """Return what `store` says of `person`, as of `now` (UTC milliseconds).

    Args:
        store: the records.
        person: who practises.
        library: whose courses and criteria are told of.
        now: times after it were never.
        cache: where figures of scenarios are kept; None keeps none.
        whole: with every attempt that a skill rests on, which takes its time where there are
            thousands.

    Raises:
        RecordsError: DB018, DB025, or what keeps the records from being read.
    """
    from salesdojo.records.mastery.figures import skills_in
    from salesdojo.records.mastery.folding import figures_of
    from salesdojo.records.played import Played

    played = Played(store, cache)
    figures = figures_of(store, person, now, played)
    courses = courses_at(library.pack, figures.passes, now)
    return Progress(
        courses,
        _belt(figures, courses, library, now),
        _called(_whole(store, person, now, played) if whole else skills_in(figures, now), library),
        store.standings(person),
    )


def belt(
    store: "Store", person: "Person", library: "Library", now: int, cache: Path | None
) -> BeltStanding:
    """Return the belt of `person` alone, as of `now` (UTC milliseconds).

    Raises:
        RecordsError: as in `progress`.
    """
    from salesdojo.records.mastery.folding import figures_of
    from salesdojo.records.played import Played

    figures = figures_of(store, person, now, Played(store, cache))
    courses = courses_at(library.pack, figures.passes, now)
    return _belt(figures, courses, library, now)


def _belt(
    figures: "Figures", courses: "tuple[CourseStanding, ...]", library: "Library", now: int
) -> BeltStanding:
    shown = {criterion: one.proven for criterion, one in figures.criteria.items()}
    return belt_of(shown, courses, library.entries, now)


def _called(skills: "tuple[Skill, ...]", library: "Library") -> "tuple[Skill, ...]":
    """Return `skills` as most of the pack calls them: belt, trend and drills do so, too."""
    names = criterion_names(library.entries)
    return tuple(replace(one, name=names.get(one.criterion, one.name)) for one in skills)


def _whole(store: "Store", person: "Person", now: int, played: "Played") -> "tuple[Skill, ...]":
    from salesdojo.records.finishing import in_order
    from salesdojo.records.mastery.skills import skills_of

    return skills_of(in_order(store.finished(person), now), played, now)
