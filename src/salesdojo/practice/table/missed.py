"""The trade that a deal missed: where the frontier gives us more at the customer's same points."""

from dataclasses import dataclass

from salesdojo.practice.table.frontier import Point
from salesdojo.practice.table.packages import Package, ours, theirs
from salesdojo.practice.table.reckoning import Possible


@dataclass(frozen=True, slots=True)
class Swap:
    """One issue of the trade."""

    issue: str
    place: int
    """The option that the deal has."""
    instead: int
    """The option that the better package has."""
    ours: int
    """What the change brings us, in points."""
    theirs: int
    """What it brings the customer."""


@dataclass(frozen=True, slots=True)
class MissedTrade:
    """A package that is better for us and no worse for the customer."""

    package: Package
    point: Point
    take: Swap
    """Where we would have gained most."""
    give: Swap | None
    """Where the customer would have gained most, if anywhere."""
    swaps: tuple[Swap, ...]
    """Every issue that differs, in the file's order."""


def missed_trade(could: Possible, deal: Package) -> MissedTrade | None:
    """Return the trade that was missed, or None where the deal gave us all it could."""
    table = could.table
    point = could.front.best_for_us(theirs(table, deal))
    if point is None or point.ours <= ours(table, deal):
        return None
    better = could.front.package(point)
    swaps = tuple(
        Swap(
            issue.id,
            place,
            instead,
            issue.options[instead].ours - issue.options[place].ours,
            issue.options[instead].theirs - issue.options[place].theirs,
        )
        for issue, place, instead in zip(table.issues, deal, better, strict=True)
        if place != instead
    )
    give = max(swaps, key=lambda swap: swap.theirs)
    return MissedTrade(
        package=better,
        point=point,
        take=max(swaps, key=lambda swap: swap.ours),
        give=give if give.theirs > 0 else None,
        swaps=swaps,
    )
