"""What is told of each criterion of one person: figures at once, a cell when it is looked at."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import inf, sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

from salesdojo.records.history.trend import Way
from salesdojo.records.mastery.ability import (
    FEWEST,
    MASTERY,
    VAGUE,
    Z90,
    Ability,
    drifted,
    normal_below,
)
from salesdojo.records.mastery.proven import counted, left
from salesdojo.records.mastery.skills import DAY
from salesdojo.records.tallies.summary_json import WAYS, plain_criteria
from salesdojo.review.member_row import Cell
from salesdojo.review.needs import HALF

if TYPE_CHECKING:
    from salesdojo.records.tallies.summary import CriterionSummary, Summary

_WAYS: Final = tuple(None if way is None else way.value for way in WAYS)
_DOWN: Final = Way.DOWN.value


class Figure(NamedTuple):
    """One criterion of one person, of thousands: what a table says of it, without a `Cell`."""

    ability: float
    """Its mean, in logits."""
    variance: float
    """At the moment that the table tells of."""
    attempts: int
    mastery: float | None
    """0-1; None where there is too little to say, as `Cell.enough` has it."""
    firsts: int
    mean: float | None
    """What first attempts earned on average, 0-1; None of none."""
    way: str | None
    """How the latest of them compare with those before; None of too few."""


class Cells(Mapping[str, Cell]):
    """Cells by criterion; each is made when it is asked for, and is the same one each time."""

    __slots__ = ("_made", "_told", "figures")

    def __init__(
        self, figures: Mapping[str, Figure], told: "Mapping[str, CriterionSummary]"
    ) -> None:
        """Take the figures, in the order of the pack, and the summaries that they are of."""
        self.figures = figures
        self._told = told
        self._made: dict[str, Cell] = {}

    def __getitem__(self, key: str) -> Cell:
        """Return the cell of a criterion."""
        made = self._made.get(key)
        if made is None:
            one = self.figures[key]
            ability = Ability(one.ability, one.variance, one.attempts)
            made = self._made[key] = Cell(ability, self._told[key])
        return made

    def __contains__(self, key: object) -> bool:
        """Say whether a criterion was met."""
        return key in self.figures

    def __iter__(self) -> Iterator[str]:
        """Give the criteria met, in the order of the pack."""
        return iter(self.figures)

    def __len__(self) -> int:
        """Say how many were met."""
        return len(self.figures)


@dataclass(frozen=True, slots=True)
class Met:
    """What somebody's criteria come to."""

    cells: Cells
    shown: int
    """What counts of mastery towards a belt, in hundredths, over all of them."""
    doubtful: Mapping[str, Cell]
    """Those that may be a reason to need help: they fell, or are weak."""


def met(told: "Summary", names: Iterable[str], now: int) -> Met:
    """Return what is told of those criteria of `names` that somebody met, as of `now`."""
    figures: dict[str, Figure] = {}
    doubtful: list[str] = []
    shown = 0
    plain = plain_criteria(told)
    for name in names:
        row = plain.get(name)
        if row is None:
            continue
        ability, variance, surety, mean, _, _, attempts, at, _, firsts, _, place = row
        variance = drifted(variance, (now - at) / DAY)  # a clock set back changes nothing
        error = sqrt(variance)
        over = (ability - MASTERY) / error
        enough = attempts >= FEWEST and error <= VAGUE
        mastery = normal_below(over) if enough else None
        way = _WAYS[place]
        figures[name] = Figure(
            ability, variance, attempts, mastery, firsts, mean if firsts else None, way
        )
        if surety > -inf:
            shown += counted(left(surety, error, over))
        if way == _DOWN or (enough and ability + Z90 * error < HALF):
            doubtful.append(name)
    cells = Cells(figures, told.criteria)
    return Met(cells, shown, {name: cells[name] for name in doubtful})
