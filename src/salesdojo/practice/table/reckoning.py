"""What a deal is worth beside what was possible: shares of the gain, and what was left over."""

from dataclasses import dataclass
from fractions import Fraction

from salesdojo.content.table import Table
from salesdojo.practice.table.frontier import Frontier, Point, frontier
from salesdojo.practice.table.landmarks import Landmarks, landmarks
from salesdojo.practice.table.packages import Package, ours, theirs


@dataclass(frozen=True, slots=True)
class Possible:
    """What a table has in it, with every option open. Compute it once a table."""

    table: Table
    front: Frontier
    marks: Landmarks | None
    """None without a zone of agreement."""

    def gain_ours(self, points: int) -> Fraction:
        """Return our gain over the reserve as a share of the best possible; 1 is the best."""
        return Fraction(points - self.table.reserve_ours, self._reach.ours or 1)

    def gain_theirs(self, points: int) -> Fraction:
        """Return the customer's gain likewise."""
        return Fraction(points - self.table.reserve_theirs, self._reach.theirs or 1)

    @property
    def _reach(self) -> Point:
        return Point(1, 1) if self.marks is None else self.marks.reach


def possible(table: Table) -> Possible:
    """Return what a table has in it, with every option open."""
    front = frontier(table)
    return Possible(table, front, landmarks(table, front))


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A deal in figures, 0-1."""

    package: Package
    point: Point
    gain_ours: Fraction
    gain_theirs: Fraction
    efficiency: Fraction
    """E = G / (G + J); 1 exactly where nobody could have had more at nobody's cost."""
    efficiency_known: Fraction
    """The same beside what could be offered with the interests uncovered: the difference to
    `efficiency` is what questions would have added."""
    free: Fraction
    """The share of our reach that we could have had at no cost to the customer."""
    below_reserve: bool
    """Whether we are worse off than without a deal."""


def reckoned(could: Possible, package: Package, learned: tuple[str, ...]) -> Reckoning:
    """Return a deal in figures. `learned` are the interests that were uncovered."""
    table = could.table
    point = Point(ours(table, package), theirs(table, package))
    better = could.front.best_for_us(point.theirs)
    return Reckoning(
        package=package,
        point=point,
        gain_ours=could.gain_ours(point.ours),
        gain_theirs=could.gain_theirs(point.theirs),
        efficiency=_efficiency(could, could.front, point),
        efficiency_known=_efficiency(could, frontier(table, learned), point),
        free=could.gain_ours(better.ours) - could.gain_ours(point.ours) if better else Fraction(0),
        below_reserve=point.ours < table.reserve_ours,
    )


def _efficiency(could: Possible, front: Frontier, point: Point) -> Fraction:
    """Return G / (G + J): J is the largest extra joint gain with nobody worse off."""
    has = _joint(could, point)
    extra = max(
        _joint(could, other) - has
        for other in front.points
        if other.ours >= point.ours and other.theirs >= point.theirs
    )
    if not extra:
        return Fraction(1)
    return max(Fraction(0), has) / (max(Fraction(0), has) + extra)


def _joint(could: Possible, point: Point) -> Fraction:
    return could.gain_ours(point.ours) + could.gain_theirs(point.theirs)
