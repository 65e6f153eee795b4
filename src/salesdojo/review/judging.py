"""Who agrees with whom: blind levels paired by reviewers, by criterion, and with the machine's."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from salesdojo.review.agreement import Agreement, agreement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from salesdojo.records.reviews.blind_levels import Judgement


@dataclass(frozen=True, slots=True)
class Between:
    """How far two agree, or the first and the second of each attempt."""

    one: str
    """A reviewer's name; empty for one who was erased."""
    other: str
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class Judging:
    """What blind levels come to."""

    levels: int
    """Given in all."""
    overall: Agreement
    """The first who judged an attempt with the second, whoever they were."""
    machine: Agreement
    """Everybody's levels with the machine's of that time."""
    criteria: tuple[tuple[str, Agreement], ...]
    """As `overall`, by criterion, in the order of their ids."""
    reviewers: tuple[Between, ...]
    """Each two who judged the same attempts, those with the most in common first."""


def judging(judgements: "Iterable[Judgement]") -> Judging:
    """Return what `judgements`, in the order in which they were given, come to."""
    told = list(judgements)
    places: dict[tuple[str, str], list[Judgement]] = defaultdict(list)
    for one in told:
        places[one.attempt, one.criterion].append(one)
    criteria: dict[str, list[tuple[int, int]]] = defaultdict(list)
    couples: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for (_, criterion), levels in places.items():
        if len(levels) > 1:
            criteria[criterion].append((levels[0].level, levels[1].level))
        by = sorted(levels, key=lambda one: (one.name, one.by))
        for one, other in combinations(by, 2):
            couples[one.by, other.by].append((one.level, other.level))
    names = {one.by: one.name for one in told}
    return Judging(
        levels=len(told),
        overall=agreement(pair for pairs in criteria.values() for pair in pairs),
        machine=agreement((one.level, one.machine) for one in told if one.machine is not None),
        criteria=tuple((name, agreement(criteria[name])) for name in sorted(criteria)),
        reviewers=tuple(
            Between(names[one], names[other], agreement(pairs))
            for (one, other), pairs in sorted(
                couples.items(), key=lambda item: (-len(item[1]), names[item[0][0]], item[0])
            )
        ),
    )
