"""The points of a frontier that theories of fair and wise bargains single out.

Gains are points over the reserves. Everything is compared in whole numbers. Only points
that give both sides their reserve come into question. Where two are equally good, the
one whose smaller gain is larger, then the one better for us.

Nash, J. F. (1950), The bargaining problem, Econometrica 18(2). Kalai, E. and
Smorodinsky, M. (1975), Other solutions to Nash's bargaining problem, Econometrica 43(3);
over separate packages theirs is read as leximin of gain over ideal gain, where others
take the smallest spread. The ideal gain is a side's best package over its reserve, be it
acceptable to the other side or not.
"""

from collections.abc import Callable
from dataclasses import dataclass

from salesdojo.content.table import Table
from salesdojo.practice.table.frontier import Frontier, Point

Gains = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Landmarks:
    """What stands out among the packages that both sides can accept."""

    nash: Point
    """The largest product of gains."""
    egalitarian: Point
    """The largest smaller gain, then the largest larger one."""
    joint: Point
    """The largest sum of gains."""
    kalai_smorodinsky: Point
    """The largest smaller share of the ideal gain, then the largest larger share."""
    reach: Point
    """The most that each side can gain while the other has its reserve: gains, not points."""


def landmarks(table: Table, front: Frontier) -> Landmarks | None:
    """Return the landmarks of a table's frontier, or None without a zone of agreement."""
    if not front.rational:
        return None
    base_ours, base_theirs = table.reserve_ours, table.reserve_theirs
    ideal = (front.points[0].ours - base_ours, front.points[-1].theirs - base_theirs)
    gains = [(ours - base_ours, theirs - base_theirs) for ours, theirs in front.rational]

    def best(worth: Callable[[Gains], int | Gains]) -> Point:
        # The points come from the best for us down, and max takes the first of equals.
        most = max(range(len(gains)), key=lambda at: (worth(gains[at]), min(gains[at])))
        return front.rational[most]

    def smaller_share(gain: Gains) -> Gains:
        share_ours, share_theirs = gain[0] * max(1, ideal[1]), gain[1] * max(1, ideal[0])
        return _leximin((share_ours, share_theirs))

    return Landmarks(
        nash=best(lambda gain: gain[0] * gain[1]),
        egalitarian=best(_leximin),
        joint=best(sum),
        kalai_smorodinsky=best(smaller_share),
        reach=Point(front.rational[0].ours - base_ours, front.rational[-1].theirs - base_theirs),
    )


def _leximin(figures: Gains) -> Gains:
    return (figures[0], figures[1]) if figures[0] <= figures[1] else (figures[1], figures[0])
