"""Every total that the customer can be given, and the package for us that gives exactly it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from salesdojo.content.table import Table
from salesdojo.practice.table.packages import Package, open_places


@dataclass(frozen=True, slots=True)
class Valued:
    """The totals of a table; make it with `valued`."""

    table: Table
    open: tuple[tuple[int, ...], ...]
    """By issue: the places of the options that can be offered."""
    ends: tuple[dict[int, int], ...]
    """By issue: each total from this issue to the last, and the most points for us with it."""
    sums: Sequence[int]
    """The customer's totals, rising."""

    def package(self, total: int) -> Package:
        """Return the package with exactly this total that is best for us; the first of equals."""
        found, left, ours = [], total, self.ends[0][total]
        for issue, could, ends in zip(self.table.issues, self.open, self.ends[1:], strict=True):
            place = next(
                place
                for place in could
                if ends.get(left - issue.options[place].theirs) == ours - issue.options[place].ours
            )
            found.append(place)
            left -= issue.options[place].theirs
            ours -= issue.options[place].ours
        return tuple(found)


def valued(table: Table, learned: Collection[str]) -> Valued:
    """Return the totals over the options open with `learned`."""
    places = tuple(open_places(issue, learned) for issue in table.issues)
    ends: list[dict[int, int]] = [{0: 0}]
    for issue, could in zip(reversed(table.issues), reversed(places), strict=True):
        more: dict[int, int] = {}
        for theirs, ours in {(issue.options[at].theirs, issue.options[at].ours) for at in could}:
            for total, worth in ends[-1].items():
                if more.get(total + theirs, worth + ours - 1) < worth + ours:
                    more[total + theirs] = worth + ours
        ends.append(more)
    return Valued(table, places, tuple(reversed(ends)), sorted(ends[-1]))
