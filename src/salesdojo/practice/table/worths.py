"""A package as both sides value it: points, and shares of each side's range."""

from dataclasses import dataclass
from fractions import Fraction

from salesdojo.content.table import Table
from salesdojo.practice.table.frontier import Point
from salesdojo.practice.table.packages import Package, ours, theirs


@dataclass(frozen=True, slots=True)
class Worth:
    """A package as both sides value it."""

    package: Package
    point: Point
    share_ours: Fraction
    """0 for our fewest points with any option, 1 for the most."""
    share_theirs: Fraction


def worth(table: Table, package: Package) -> Worth:
    """Return what a package is worth to both sides."""
    point = Point(ours(table, package), theirs(table, package))
    mine = [[option.ours for option in issue.options] for issue in table.issues]
    its = [[option.theirs for option in issue.options] for issue in table.issues]
    return Worth(package, point, _share(point.ours, mine), _share(point.theirs, its))


def share_of_reserve(table: Table) -> Fraction:
    """Return where on our range, 0-1, our reserve lies."""
    return _share(
        table.reserve_ours, [[option.ours for option in issue.options] for issue in table.issues]
    )


def _share(points: int, columns: list[list[int]]) -> Fraction:
    least, most = sum(map(min, columns)), sum(map(max, columns))
    return Fraction(points - least, max(1, most - least))
