"""What is assigned to whom: a scenario, a course or drills, by when and how well."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from salesdojo.records.mode import Mode
from salesdojo.records.model import Person

FIRST_YEAR: Final = 1970
LAST_YEAR: Final = 8999
"""Of days that something may be due: those that every calendar here has."""
MOST_ATTEMPTS: Final = 99
HIGHEST: Final = 100
"""Of a minimum quality."""


class Kind(StrEnum):
    """What may be assigned."""

    SCENARIO = "scenario"
    """One scenario, case B or drill."""
    COURSE = "course"
    DRILLS = "drills"
    """All drills of a criterion."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """What somebody wishes to be done, as it is written in a file, a command or a form."""

    id: str
    """As ids of scenarios are written; an assignment of the same id takes its place."""
    kind: Kind
    what: str
    """The id of the scenario, the course or the drills' criterion."""
    scenarios: tuple[str, ...]
    """What has to be done, in the pack's order: as the course or criterion is when it is set."""
    people: tuple[Person, ...]
    teams: tuple[str, ...]
    """Whoever is in one of them when it is asked, those who join later too."""
    due: date
    """The last day, whole, by the clock of whoever looks."""
    minimum: int | None = None
    """The quality that a passed attempt must have, 1-100; None: passing is enough."""
    attempts: int | None = None
    """How many at each scenario count, 1-99; None: any number."""
    mode: Mode = Mode.PRACTICE
    """An exam asks for attempts in exam mode; practice is content with either."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An assignment as it stands in the records."""

    assignment: Assignment
    set_at: int
    """UTC in milliseconds."""
    since: int
    """The last place in the order of finishing before it: what came later counts."""
    book: str | None
    """The name of the file's assignments; None for what was set by hand."""
    withdrawn_at: int | None

    @property
    def id(self) -> str:
        """The assignment's id."""
        return self.assignment.id
