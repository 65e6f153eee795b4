"""Figures of one version, told from its tallies; docs/models.md has the formulas.

An item is a scene in which something is decided: x is what was lost there, below 0, and 0
for who did not meet it; T is the quality, so that T = 100 + the sum of x, and the rest is
quality + loss. Losses of over 100 points stop at quality 0: then the rest is at most 100, as
it is for who loses nothing elsewhere. Everything is counted in whole tenths of a point.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from salesdojo.records.tallies.item_counts import TENTHS, ScenarioKey
from salesdojo.review import item_statistics as statistics
from salesdojo.review.item_lines import ItemLine, best_lines
from salesdojo.review.item_model import (
    LEAST,
    MOVES,
    ChoiceItem,
    DecisionItem,
    Figure,
    Flips,
    Sign,
    Untold,
    Version,
    VersionItems,
    is_rare,
)
from salesdojo.review.item_sums import Item, Takers, told_items

if TYPE_CHECKING:
    from salesdojo.content.model import Scenario
    from salesdojo.records.reviews.remark import Heard
    from salesdojo.records.tallies.kept_tallies import EndedCounts
    from salesdojo.records.tallies.tally_items import Priced

_ALIKE: Final = Untold.ALIKE


@dataclass(frozen=True, slots=True)
class Exact:
    """What is known of the scenario itself, however it is played."""

    spreads: Mapping[str, float]
    """By scene, the most that one choice can cost."""
    costs: Mapping[str, float]
    """By scene and choice (`choice_costs`)."""


def figures(  # noqa: PLR0913, PLR0917 - what figures are told from
    version: Version,
    scenario: "Scenario",
    ended: "EndedCounts",
    taken: "Iterable[Priced]",
    exact: Exact | None,
    heard: "Iterable[Heard]",
) -> VersionItems:
    """Return every figure of a version.

    Args:
        version: it.
        scenario: whose words are shown: a revision of the version.
        ended: how attempts by its revisions ended.
        taken: what first ones took.
        exact: None where the scenario is too large to tell.
        heard: remarks on the scenario, the newest first.
    """
    ended = _firsts(ended)
    totals = _totals(ended)
    items = told_items(scenario, taken, totals)
    weights = _weights(items)
    told: dict[str, list[Heard]] = defaultdict(list)
    elsewhere = 0
    scenes = {item.scene.id for item in items}
    for one in heard:
        if one.revision in version.revisions and one.scene in scenes:
            told[one.scene].append(one)
        else:
            elsewhere += 1
    enough = version.attempted.firsts >= LEAST
    alpha, ratio, error = _reliability(items, totals, enough=enough)
    return VersionItems(
        version=version,
        scenario=scenario,
        consistency=alpha,
        error_ratio=ratio,
        standard_error=error,
        flips=tuple(_flips(points, ended, scenario.rubric.pass_mark) for points in MOVES),
        decisions=tuple(
            _decision(item, weight, exact, tuple(told[item.scene.id]))
            for item, weight in zip(items, weights, strict=True)
        ),
        elsewhere=elsewhere,
    )


def _firsts(scenarios: Mapping[ScenarioKey, int]) -> Mapping[ScenarioKey, int]:
    return {key: many for key, many in scenarios.items() if key.tries == 1}


def _totals(ended: Mapping[ScenarioKey, int]) -> Counter[statistics.Value]:
    """Return how many first attempts have which quality, in tenths."""
    found: Counter[statistics.Value] = Counter()
    for key, many in ended.items():
        found[key.quality] += many
    return found


def _weights(items: Sequence[Item]) -> tuple[float | None, ...]:
    return statistics.effective_weights([item.spread.with_total for item in items])


def _reliability(
    items: Sequence[Item], totals: statistics.Values, *, enough: bool
) -> tuple[Figure, Figure, Figure]:
    if not enough:
        return (Untold.TOO_FEW,) * 3
    variances = [item.spread.item or 0.0 for item in items]
    alpha = statistics.internal_consistency(variances, statistics.variance(totals) or 0.0)
    if alpha is None:
        return (_ALIKE,) * 3
    ratio = statistics.error_ratio(alpha)
    spread = (statistics.deviation(totals) or 0.0) / TENTHS
    return alpha, ratio, statistics.standard_error(ratio, spread)


def _flips(points: int, ended: Mapping[ScenarioKey, int], mark: int) -> Flips:
    many = sum(ended.values())
    if many < LEAST:
        return Flips(points, Untold.TOO_FEW, Untold.TOO_FEW)
    at, moved = mark * TENTHS, points * TENTHS
    raised = sum(n for key, n in ended.items() if key.passed and key.quality < at + moved)
    lowered = sum(
        n for key, n in ended.items() if not key.passed and at - moved <= key.quality < at
    )
    return Flips(points, raised / many, lowered / many)


def _decision(
    item: Item, weight: float | None, exact: Exact | None, heard: "tuple[Heard, ...]"
) -> DecisionItem:
    met, scene = item.met, item.scene
    loss = item.loss / met / TENTHS if met else None
    enough = met >= LEAST
    index = _enough(item.spread.discrimination, enough=enough)
    against = (item.spread.with_total or 0.0) < 0
    return DecisionItem(
        scene=scene.id,
        met=met,
        facility=_facility(loss, scene.id, exact, enough=enough),
        loss=loss,
        discrimination=index,
        band=None if isinstance(index, Untold) else statistics.band(index),
        efficiency=_enough(item.spread.efficiency, enough=enough),
        weight=_enough(weight, enough=enough, otherwise=Untold.NEGATIVE if against else _ALIKE),
        choices=_choices(item, exact, enough=enough),
        heard=heard,
    )


def _enough(value: float | None, *, enough: bool, otherwise: Untold = _ALIKE) -> Figure:
    if not enough:
        return Untold.TOO_FEW
    return otherwise if value is None else value


def _facility(loss: float | None, scene: str, exact: Exact | None, *, enough: bool) -> Figure:
    if not enough or loss is None:
        return Untold.TOO_FEW
    if exact is None:
        return Untold.TOO_LARGE
    most = exact.spreads.get(scene, 0.0)
    # Who comes to a scene more than once may lose more there than one choice can cost.
    found = statistics.facility(max(0.0, most - loss), most)
    return _ALIKE if found is None else found


def _choices(item: Item, exact: Exact | None, *, enough: bool) -> tuple[ChoiceItem, ...]:
    """Return the lines with their takers; ways to end that nobody came to are left out."""
    takers = item.choices
    best = frozenset() if exact is None else best_lines(item.scene, exact.costs)
    masters = Takers()
    for name in best:
        masters.many += takers[name].many
        masters.rest += takers[name].rest
    return tuple(
        _choice(line, takers[line.id], item.met, masters, best, enough=enough)
        for line in item.lines
        if takers[line.id].many or not line.ending
    )


def _choice(  # noqa: PLR0913 - what a choice is judged by
    line: ItemLine,
    takers: Takers,
    met: int,
    masters: Takers,
    best: frozenset[str],
    *,
    enough: bool,
) -> ChoiceItem:
    signs = []
    # Nobody wrote the ways in which a negotiation can end: one that is rare misleads nobody.
    if enough and not line.ending and is_rare(takers.many, met):
        signs.append(Sign.RARE)
    # The means are compared as whole numbers: a / n > b / m.
    stronger = takers.rest * masters.many > masters.rest * takers.many
    if enough and takers.many and masters.many and line.id not in best and stronger:
        signs.append(Sign.STRONG)
    return ChoiceItem(
        id=line.id,
        say=line.say,
        taken=takers.many,
        share=takers.many / met if met else None,
        loss=takers.mean(takers.loss),
        quality=takers.mean(takers.quality),
        rest=takers.mean(takers.rest),
        conditional=line.conditional,
        best=line.id in best,
        signs=tuple(signs),
        ending=line.ending,
    )
