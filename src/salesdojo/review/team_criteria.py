"""What a team can do, criterion by criterion, and where it is weakest."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median
from typing import TYPE_CHECKING, Final

from salesdojo.records.mastery.ability import expected_share

if TYPE_CHECKING:
    from salesdojo.content.text import Text
    from salesdojo.review.member_cells import Figure

FEWEST: Final = 3
"""People of whom there must be enough to say before a criterion can be the weakest; where fewer
have practised at all, all of those."""


@dataclass(frozen=True, slots=True)
class TeamCriterion:
    """One criterion over everyone who met it, those who were erased too."""

    criterion: str
    name: "Text"
    met: int
    """People who met it."""
    people: int
    """Of those, the ones of whom there is enough to say; the next four are over them."""
    median_mastery: float | None
    """Of P(mastery), 0-1; None of nobody."""
    mean_mastery: float | None
    median_ability: float | None
    """In logits."""
    median_share: float | None
    """The same as what is likeliest earned at a scenario of level 3, 0-1."""
    attempts: int
    """That tell of it, of everyone."""
    firsts: int
    """First attempts among them."""
    mean: float | None
    """What those earned on average, 0-1."""


def team_criteria(
    people: "Sequence[Mapping[str, Figure]]", names: "Mapping[str, Text]"
) -> tuple[TeamCriterion, ...]:
    """Return each criterion of `names`, in that order, over `people`."""
    return tuple(
        _told(criterion, name, [one[criterion] for one in people if criterion in one])
        for criterion, name in names.items()
    )


def weakest(criteria: Iterable[TeamCriterion], practising: int) -> TeamCriterion | None:
    """Return the criterion of the lowest median ability; None while too little can be said.

    Args:
        criteria: of the team.
        practising: how many have finished anything.
    """
    fewest = max(1, min(FEWEST, practising))
    told = [one for one in criteria if one.people >= fewest]
    return min(told, key=_ability, default=None)


def _told(criterion: str, name: "Text", cells: "Sequence[Figure]") -> TeamCriterion:
    enough = [(one.mastery, one.ability) for one in cells if one.mastery is not None]
    masteries = [mastery for mastery, _ in enough]
    firsts = sum(one.firsts for one in cells)
    earned = sum(one.firsts * (one.mean or 0.0) for one in cells)
    middle = median(ability for _, ability in enough) if enough else None
    return TeamCriterion(
        criterion=criterion,
        name=name,
        met=len(cells),
        people=len(enough),
        median_mastery=median(masteries) if masteries else None,
        mean_mastery=fmean(masteries) if masteries else None,
        median_ability=middle,
        median_share=None if middle is None else expected_share(middle),
        attempts=sum(one.attempts for one in cells),
        firsts=firsts,
        mean=earned / firsts if firsts else None,
    )


def _ability(one: TeamCriterion) -> tuple[float, str]:
    return (0.0 if one.median_ability is None else one.median_ability), one.criterion
