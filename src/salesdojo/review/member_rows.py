"""The rows of a manager's table, told from the summaries of a team."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from salesdojo.records.belts import highest
from salesdojo.records.courses import CourseState, standings_of
from salesdojo.records.criterion_names import criterion_names
from salesdojo.records.days import local_day
from salesdojo.records.grades import Asked
from salesdojo.records.outcomes import Tally
from salesdojo.records.proven import counted, faded
from salesdojo.records.reach import reach
from salesdojo.records.summary import ENDINGS
from salesdojo.review.member_row import Cell, MemberRow
from salesdojo.review.needs import needs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from salesdojo.content.catalogue import Course, Entry, Pack
    from salesdojo.content.text import Text
    from salesdojo.records.grades import Grade
    from salesdojo.records.kept_summaries import Member
    from salesdojo.records.reach import Reach
    from salesdojo.records.summary import Summary


@dataclass(frozen=True, slots=True)
class Rows:
    """Makes rows: what is the same for everyone is found once."""

    names: "Mapping[str, Text]"
    """Of the criteria that the pack gives points for, in its order."""
    talks: frozenset[str]
    """What is no drill."""
    courses: "tuple[Course, ...]"
    reach: "Reach"
    now: int
    today: "date"
    _grades: "dict[Asked, Grade | None]" = field(default_factory=dict)
    """Those found already: people share them."""

    def of(self, member: "Member") -> MemberRow:
        """Return the row of one person."""
        told = member.summary
        if member.fault is not None:
            return MemberRow(member.person, fault=member.fault)
        if told is None:
            return MemberRow(member.person, needs=needs(None, None, {}))
        cells = self.cells(told)
        days = (self.today - local_day(told.last)).days
        return MemberRow(
            person=member.person,
            last=told.last,
            days=days,
            attempts=told.attempts,
            first=told.first,
            best=told.best,
            latest=told.latest,
            change=told.change,
            talks=self._tally(told),
            first_talks=self._first_tally(told),
            grade=self._grade(told, cells),
            cells=cells,
            needs=needs(days, told.change, cells),
        )

    def cells(self, told: "Summary") -> dict[str, Cell]:
        """Return what is told of each criterion of the pack that somebody met."""
        return {
            name: Cell(told.criteria[name].as_of(self.now), told.criteria[name])
            for name in self.names
            if name in told.criteria
        }

    def _grade(self, told: "Summary", cells: "Mapping[str, Cell]") -> "Grade | None":
        """Return the belt, as `belts.belt_of` has it."""
        mastery = sum(counted(faded(one.told.surety, one.ability)) for one in cells.values())
        have = Asked(mastery, self._certificates(told))
        if have not in self._grades:
            self._grades[have] = highest(have, self.reach)
        return self._grades[have]

    def _certificates(self, told: "Summary") -> int:
        """Return how many are held today."""
        if not any(told.passes.keys() >= set(one.required) for one in self._certifying):
            return 0
        standings = standings_of(self.courses, told.passes, self.today, local_day)
        return sum(
            one.state is CourseState.CERTIFIED and one.course.certifies is not None
            for one in standings
        )

    @property
    def _certifying(self) -> "Iterable[Course]":
        return (one for one in self.courses if one.certifies is not None)

    def _tally(self, told: "Summary") -> Tally:
        counts = [ends[1:] for name, ends in told.ends.items() if name in self.talks]
        totals = [sum(column) for column in zip(*counts, strict=True)] or [0] * len(ENDINGS)
        return _named(totals)

    def _first_tally(self, told: "Summary") -> Tally:
        totals = [0] * len(ENDINGS)
        for name, ends in told.ends.items():
            if name in self.talks:
                totals[ends[0]] += 1
        return _named(totals)


def rows_of(entries: "Iterable[Entry]", pack: "Pack", now: int) -> Rows:
    """Return what makes rows.

    Args:
        entries: what the pack has.
        pack: its courses count towards belts.
        now: UTC in milliseconds.
    """
    known = tuple(entries)
    return Rows(
        names=criterion_names(known),
        talks=frozenset(entry.id for entry in known if entry.kind != "drill"),
        courses=pack.courses,
        reach=reach(known, pack.courses),
        now=now,
        today=local_day(now),
    )


def _named(totals: list[int]) -> Tally:
    return Tally(**{str(ending): count for ending, count in zip(ENDINGS, totals, strict=True)})
