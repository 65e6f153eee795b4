"""A file of assignments: read safely, checked against the pack and the people, with places."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from salesdojo.content.checking import checked
from salesdojo.content.document import Document
from salesdojo.content.document import Path as Place
from salesdojo.content.document_pass import MOST_PROBLEMS
from salesdojo.content.files import file_bytes
from salesdojo.content.problem import Problem, errors_among
from salesdojo.content.reference_parts import mapping
from salesdojo.content.suggesting import nearest
from salesdojo.errors import UsageError
from salesdojo.records.assignments.assigning import BOOK, Assignable, assignable, due_day, over
from salesdojo.records.assignments.assignment import Assignment, Kind
from salesdojo.records.mode import Mode
from salesdojo.records.names import valid_name, valid_team

if TYPE_CHECKING:
    from datetime import date

    from salesdojo.content.library import Library
    from salesdojo.records.assignments.assignment_change import Difference
    from salesdojo.records.model import Person
    from salesdojo.records.store import Store

_UNKNOWN: Final = {Kind.SCENARIO: "SD220", Kind.COURSE: "SD224", Kind.DRILLS: "SD701"}


@dataclass(frozen=True, slots=True)
class AssignmentsReading:
    """What came of reading a file of assignments."""

    book: str
    assignments: tuple[Assignment, ...]
    """In the file's order; none where there is an error."""
    problems: tuple[Problem, ...]
    document: Document

    def overdue(self, found: "Difference", today: "date") -> tuple[Problem, ...]:
        """Return a problem for each that would be new though its day is over."""
        return tuple(
            self.document.problem(
                ("assignments", one.id, "due"), "SD707", name=one.id, due=one.due.isoformat()
            )
            for one in over(found, today)
        )


def read_assignments(path: Path, library: "Library", store: "Store") -> AssignmentsReading:
    """Read the file `path`; it may name what `library` has and people of `store`."""
    document = checked("assignments", str(path), path.stem, lambda: file_bytes(path))
    written = mapping(mapping(document.data).get("assignments"))
    reading = _Reading(document, assignable(library), store)
    if document.readable:
        found = islice(reading.problems(written), MOST_PROBLEMS)
        document = replace(document, problems=tuple(sorted({*document.problems, *found})))
    book = mapping(document.data).get("book")
    told: tuple[Assignment, ...] = ()
    if document.readable and not errors_among(document.problems):
        told = tuple(reading.assignment(name, one) for name, one in written.items())
    return AssignmentsReading(
        book if isinstance(book, str) else BOOK, told, document.problems, document
    )


class _Reading:
    """One file as it is read: what it names is looked up once."""

    def __init__(self, document: Document, known: Assignable, store: "Store") -> None:
        self._document = document
        self._known = known
        self._store = store
        self._teams = frozenset(team.name for team in store.people.teams())
        self._people: dict[tuple[str, str | None], Person | str] = {}

    def problems(self, written: Mapping[str, Any]) -> Iterator[Problem]:
        """Yield what is wrong beyond the shape."""
        for name, told in written.items():
            if isinstance(told, dict):
                at = ("assignments", name)
                yield from self._what(at, told)
                yield from self._whom(at, told)
                yield from self._due(at, told)

    def assignment(self, name: str, told: Mapping[str, Any]) -> Assignment:
        """Build what has been checked."""
        kind = next(one for one in Kind if one.value in told)
        what = told[kind.value]
        of = told.get("team")
        people = dict.fromkeys(self._person(one, of) for one in told.get("people", ()))
        return Assignment(
            id=name,
            kind=kind,
            what=what,
            scenarios=self._known[kind][what],
            people=tuple(one for one in people if not isinstance(one, str)),
            teams=tuple(dict.fromkeys(valid_team(one) for one in told.get("teams", ()))),
            due=_day(told["due"]),
            minimum=told.get("minimum"),
            attempts=told.get("attempts"),
            mode=Mode(told.get("mode", Mode.PRACTICE.value)),
        )

    def _what(self, at: Place, told: Mapping[str, Any]) -> Iterator[Problem]:
        given = [kind for kind in Kind if kind.value in told]
        if len(given) != 1:
            yield self._document.key_problem(at, "SD702", where=".".join(map(str, at)))
            return
        (kind,) = given
        name, known = told[kind.value], self._known[kind]
        if isinstance(name, str) and name not in known:
            near = nearest(name, known)
            yield self._document.problem(
                (*at, kind.value),
                _UNKNOWN[kind],
                "suggestion" if near else "",
                name=name,
                suggestion=near or "",
            )

    def _whom(self, at: Place, told: Mapping[str, Any]) -> Iterator[Problem]:
        people, teams, of = told.get("people"), told.get("teams"), told.get("team")
        if people is None and teams is None:
            yield self._document.key_problem(at, "SD702", "nobody", where=".".join(map(str, at)))
        for number, name in enumerate(people if isinstance(people, list) else ()):
            if isinstance(name, str) and name.strip() and isinstance(of, str | None):
                found = self._person(name, of)
                if isinstance(found, str):
                    code, _, form = found.partition(".")
                    place = (*at, "people", number)
                    yield self._document.problem(place, code, form, name=name, team=of or "")
        for number, name in enumerate(teams if isinstance(teams, list) else ()):
            if isinstance(name, str) and name.strip():
                yield from self._team((*at, "teams", number), name)

    def _team(self, at: Place, name: str) -> Iterator[Problem]:
        try:
            team = valid_team(name)
        except UsageError:
            yield self._document.problem(at, "SD704", "unseen", name=name)
            return
        if team not in self._teams:
            near = nearest(team, sorted(self._teams - {""}))
            form = "suggestion" if near else ""
            yield self._document.problem(at, "SD706", form, team=team, suggestion=near or "")

    def _person(self, name: str, of: str | None) -> "Person | str":
        """Return who is called so, or the code of what is wrong with it."""
        key = (name, of)
        if key not in self._people:
            self._people[key] = self._looked_up(name, of)
        return self._people[key]

    def _looked_up(self, name: str, of: str | None) -> "Person | str":
        try:
            wanted, team = valid_name(name), None if of is None else valid_team(of)
        except UsageError:
            return "SD704.unseen"
        try:
            found = self._store.known_person(wanted, team)
        except UsageError:
            return "SD705"
        return found or ("SD704" if of is None else "SD704.team")

    def _due(self, at: Place, told: Mapping[str, Any]) -> Iterator[Problem]:
        due = told.get("due")
        # What is not even written as a day is told of by the schema.
        if isinstance(due, str) and _written_as_day(due) and due_day(due) is None:
            yield self._document.problem(
                (*at, "due"), "SD703", where=f"{at[0]}.{at[1]}.due", found=due
            )


def _written_as_day(due: str) -> bool:
    year, month, day = (*due.split("-"), "", "")[:3]
    return (
        due.count("-") == 2  # noqa: PLR2004 - between three numbers
        and due.isascii()
        and (len(year), len(month), len(day)) == (4, 2, 2)
        and (year + month + day).isdigit()
    )


def _day(written: str) -> "date":
    day = due_day(written)
    if day is None:
        raise LookupError(written)
    return day
