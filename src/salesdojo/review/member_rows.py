"""The rows of a manager's table, told from the summaries of a team."""

from dataclasses import dataclass, field, fields
from itertools import compress
from typing import TYPE_CHECKING, Final

from salesdojo.content.model import Outcome
from salesdojo.records.days import local_day
from salesdojo.records.history.outcomes import Tally
from salesdojo.records.mastery.belts import highest
from salesdojo.records.mastery.courses import CourseState, standings_of
from salesdojo.records.mastery.criterion_names import criterion_names
from salesdojo.records.mastery.grades import Asked
from salesdojo.records.mastery.reach import reach
from salesdojo.records.tallies.read_later import coded, counts_of, names_in
from salesdojo.records.tallies.summary import ENDINGS
from salesdojo.review.member_cells import Cells, met
from salesdojo.review.member_row import MemberRow
from salesdojo.review.needs import needs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from salesdojo.content.catalogue import Course, Entry, Pack
    from salesdojo.content.text import Text
    from salesdojo.records.mastery.grades import Grade
    from salesdojo.records.mastery.reach import Reach
    from salesdojo.records.tallies.kept_summaries import Member
    from salesdojo.records.tallies.summary import Summary


@dataclass(frozen=True, slots=True)
class Rows:
    """Makes rows: what is the same for everyone is found once."""

    names: "Mapping[str, Text]"
    """Of the criteria that the pack gives points for, in its order."""
    talks: frozenset[str]
    """What is no drill."""
    courses: "tuple[Course, ...]"
    certifying: tuple[frozenset[str], ...]
    """What each course that certifies something asks for."""
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
        criteria = met(told, self.names, self.now)
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
            tallies=_Tallies(self, told),
            grade=self._grade(told, criteria.shown),
            cells=criteria.cells,
            figures=criteria.cells.figures,
            needs=needs(days, told.change, criteria.doubtful),
        )

    def cells(self, told: "Summary") -> Cells:
        """Return what is told of each criterion of the pack that somebody met."""
        return met(told, self.names, self.now).cells

    def _grade(self, told: "Summary", mastery: int) -> "Grade | None":
        """Return the belt, as `belts.belt_of` has it."""
        have = Asked(mastery, self._certificates(told))
        if have not in self._grades:
            self._grades[have] = highest(have, self.reach)
        return self._grades[have]

    def _certificates(self, told: "Summary") -> int:
        """Return how many are held today."""
        passed = frozenset(names_in(told.passes))
        if not any(required <= passed for required in self.certifying):
            return 0
        standings = standings_of(self.courses, dict(told.passes), self.today, local_day)
        return sum(
            one.state is CourseState.CERTIFIED and one.course.certifies is not None
            for one in standings
        )

    def tallies(self, told: "Summary") -> tuple[Tally, Tally]:
        """Return how all talks ended, and how first attempts did."""
        names, codes = coded(told.ends)
        talks = compress(codes, map(self.talks.__contains__, names))
        counts = list(map(counts_of, talks))
        if not counts:
            return _NO_TALK, _NO_TALK
        begun, *columns = zip(*counts, strict=True)
        first = map(begun.count, _PLACES)
        return Tally(*[sum(columns[place]) for place in _PLACES]), Tally(*first)


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
        certifying=tuple(
            frozenset(one.required) for one in pack.courses if one.certifies is not None
        ),
        reach=reach(known, pack.courses),
        now=now,
        today=local_day(now),
    )


class _Tallies:
    """Tells how somebody's talks ended when it is called, once."""

    __slots__ = ("_rows", "_told", "_told_of")

    def __init__(self, rows: Rows, told_of: "Summary") -> None:
        self._rows = rows
        self._told_of = told_of
        self._told: tuple[Tally, Tally] | None = None

    def __call__(self) -> tuple[Tally, Tally]:
        if self._told is None:
            self._told = self._rows.tallies(self._told_of)
        return self._told


_NO_TALK: Final = Tally()
_PLACES: Final = tuple(ENDINGS.index(Outcome(one.name)) for one in fields(Tally))
"""Where each figure of a tally stands among the ends of talks."""
