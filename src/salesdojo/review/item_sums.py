"""What first attempts did at each scene in which something is decided, as sums."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import mul
from typing import TYPE_CHECKING, Final

from salesdojo.records.tallies.item_counts import TENTHS
from salesdojo.review import item_statistics as statistics
from salesdojo.review.item_lines import ItemLine, item_lines

if TYPE_CHECKING:
    from salesdojo.content.model import Scenario, Scene
    from salesdojo.records.tallies.tally_items import Priced

_WHOLE: Final = 100 * TENTHS


@dataclass(slots=True)
class Takers:
    """Those who took a choice: how many, and their sums in tenths."""

    many: int = 0
    loss: int = 0
    quality: int = 0
    rest: int = 0

    def add(self, loss: int, many: int, uncapped: int, rest: int) -> None:
        """Add `many` who lost as much there; their rests are summed, to 100 points and past."""
        self.many += many
        self.loss += many * loss
        self.quality += uncapped - many * loss
        self.rest += rest

    def mean(self, total: int) -> float | None:
        """Return one of the sums as points for each of them; None where there are none."""
        return total / self.many / TENTHS if self.many else None


@dataclass(frozen=True, slots=True)
class Item:
    """What is known of one scene."""

    scene: "Scene"
    lines: tuple[ItemLine, ...]
    """What can be done there."""
    choices: Mapping[str, Takers]
    """By the id of a line, those who took it."""
    loss: int
    """What all of them lost there, in tenths."""
    met: int
    spread: statistics.Spread
    """Of all first attempts: x, and the rest."""


def told_items(
    scenario: "Scenario", taken: "Iterable[Priced]", totals: Counter[statistics.Value]
) -> tuple[Item, ...]:
    """Return the items of a scenario, in its order.

    Args:
        scenario: it.
        taken: what first attempts took.
        totals: how many of them have which quality, in tenths.
    """
    rows: dict[str, list[Priced]] = defaultdict(list)
    for one in taken:
        rows[one.scene].append(one)
    return tuple(
        _item(scene, lines, rows[scene.id], totals)
        for scene in scenario.scenes.values()
        if (lines := item_lines(scene))
    )


def _item(
    scene: "Scene",
    lines: tuple[ItemLine, ...],
    rows: "Sequence[Priced]",
    totals: Counter[statistics.Value],
) -> Item:
    """Tell an item; who did not meet the scene lost nothing there."""
    choices = {line.id: Takers() for line in lines}
    item: Counter[statistics.Value] = Counter()
    rests: dict[statistics.Value, int] = {}
    product = 0
    for _, choice, loss, theirs, many in rows:
        least = theirs if max(theirs) <= _WHOLE else [min(rest, _WHOLE) for rest in theirs]
        together, times = sum(map(mul, least, many)), sum(many)
        choices[choice].add(loss, times, sum(map(mul, theirs, many)), together)
        item[-loss] += times
        product -= loss * together
        _count(rests, least, many)
    met, lost = item.total(), sum(one.loss for one in choices.values())
    others = _others(rows, totals)
    item[0] += sum(others.values())
    _count(rests, others.keys(), others.values())
    return Item(scene, lines, choices, lost, met, statistics.spread_of(item, rests, product))


def _count(
    found: dict[statistics.Value, int],
    values: Iterable[statistics.Value],
    many: Iterable[int],
) -> None:
    """Add to `found` how many attempts have each of `values`."""
    known = found.get
    for value, times in zip(values, many, strict=True):
        found[value] = known(value, 0) + times


def _others(
    rows: "Sequence[Priced]", totals: Counter[statistics.Value]
) -> Mapping[statistics.Value, int]:
    """Return the qualities of who did not meet a scene."""
    there: dict[statistics.Value, int] = {}
    for one in rows:
        _count(there, [rest - one.loss for rest in one.rests], one.many)
    left = {quality: many - there.get(quality, 0) for quality, many in totals.items()}
    return {quality: many for quality, many in left.items() if many > 0}
