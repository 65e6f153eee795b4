"""What a finished negotiation brings into the talk: points on criteria, and facts."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from salesdojo.content.model import Bargaining
from salesdojo.content.table import Table
from salesdojo.practice.table.clock import half_up
from salesdojo.practice.table.reckoning import Possible, possible
from salesdojo.practice.table.scores import FULL, scores
from salesdojo.practice.table.state import TableState

_FACT: Final = "fact:"
"""How an interest names the fact that it reveals."""


def points_earned(bargaining: Bargaining, state: TableState) -> Mapping[str, int]:
    """Return the points of a finished negotiation by criterion.

    A measure of 100 gives `worth` points, one of s gives half-up(s * worth / 100); the measures
    of one criterion add up.

    Raises:
        ValueError: when the negotiation goes on.
    """
    measured = scores(state, could(bargaining.table))
    points: dict[str, int] = {}
    for measure, criterion in bargaining.points.items():
        score: int | None = getattr(measured, measure.value)
        if score is not None:
            earned = half_up(score * bargaining.worth, FULL)
            points[criterion] = points.get(criterion, 0) + earned
    return points


@lru_cache(maxsize=32)
def could(table: Table) -> Possible:
    """Return what a table has in it; a talk asks for it again and again."""
    return possible(table)


def facts_told(table: Table, learned: tuple[str, ...]) -> tuple[str, ...]:
    """Return the facts of the talk that the interests `learned` reveal, each once."""
    told = {one.id: one.reveals for one in table.interests}
    facts = (told[name] for name in learned)
    return tuple(
        dict.fromkeys(fact.removeprefix(_FACT) for fact in facts if fact and fact.startswith(_FACT))
    )
