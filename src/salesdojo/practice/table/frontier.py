"""The Pareto frontier of a table: the packages that nobody can improve on for both sides."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from salesdojo.content.table import Table
from salesdojo.practice.table.folding import Fold, folded
from salesdojo.practice.table.packages import Package, all_interests, open_places


class Point(NamedTuple):
    """What a package is worth to both sides."""

    ours: int
    theirs: int


@dataclass(frozen=True, slots=True)
class Frontier:
    """The frontier; make it with `frontier`."""

    points: tuple[Point, ...]
    """From the best for us down; the customer's points rise along it."""
    rational: tuple[Point, ...]
    """Those that give both sides their reserve: empty where there is no zone of agreement."""
    fold: Fold
    open: tuple[tuple[int, ...], ...]
    """By issue: the places of the options that could be offered."""

    def package(self, point: Point) -> Package:
        """Return the package that makes a point of the frontier; the first of several."""
        found = self.fold.places(point)
        return tuple(places[at] for places, at in zip(self.open, found, strict=True))

    def best_for_us(self, theirs: int) -> Point | None:
        """Return the best point for us that gives the customer at least `theirs`, if any does."""
        return next((point for point in self.points if point.theirs >= theirs), None)

    @property
    def options_used(self) -> tuple[frozenset[int], ...]:
        """By issue: the options that some package of the frontier holds.

        An option is on the frontier where a point of it can be made with the option, be it
        by another package than `package` names.
        """
        used: list[set[int]] = [set() for _ in self.open]
        alive = set(self.fold.fronts[0])
        for issue, column in enumerate(self.fold.columns):
            ends = set(self.fold.fronts[issue + 1])
            following: set[int] = set()
            for at, code in enumerate(column):
                left = ends.intersection(map((-code).__add__, alive))
                if left:
                    used[issue].add(self.open[issue][at])
                    following |= left
            alive = following
        return tuple(map(frozenset, used))


def frontier(table: Table, learned: Collection[str] | None = None) -> Frontier:
    """Return the frontier over the options open with `learned`; None: with every interest."""
    known = all_interests(table) if learned is None else learned
    places = tuple(open_places(issue, known) for issue in table.issues)
    columns = [
        [(issue.options[place].ours, issue.options[place].theirs) for place in could]
        for issue, could in zip(table.issues, places, strict=True)
    ]
    fold = folded(columns)
    points = tuple(map(Point._make, fold.pairs))
    rational = tuple(
        point
        for point in points
        if point.ours >= table.reserve_ours and point.theirs >= table.reserve_theirs
    )
    return Frontier(points, rational, fold, places)
