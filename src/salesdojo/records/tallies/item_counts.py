"""What attempts come to for whoever judges a scenario: how often what was taken, and its price.

Values are whole tenths of a point, so that sums are exact in whatever order attempts come,
and a tally told in pieces is the one told at once. Only what an attempt adds is told here.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from salesdojo.content.move_words import asked_in

if TYPE_CHECKING:
    from salesdojo.practice.scoring import Judged, Result

Key = TypeVar("Key")

TENTHS: Final = 10
"""In a point."""
MOST_TRIES: Final = 3
"""The third attempt at a scenario and all that follow are counted together."""
ASKED: Final = "asked"
"""Ends the name of a negotiation in which a question was asked."""


class ScenarioKey(NamedTuple):
    """How an attempt ended."""

    revision: str
    tries: int
    """1 for a first attempt at the scenario, 2, or `MOST_TRIES` for all that follow."""
    quality: int
    """Tenths of a point, 0-1,000."""
    outcome: str
    passed: int
    """0 or 1."""


class ItemKey(NamedTuple):
    """What a first attempt did at one scene."""

    revision: str
    scene: str
    choice: str
    """The first one taken there; of a table how the first negotiation ended (`ended_so`)."""
    loss: int
    """What was lost at the scene, in tenths of a point of quality."""
    rest: int
    """The quality but for that, in tenths: quality + loss."""


@dataclass(frozen=True, slots=True)
class Try:
    """One finished attempt that was begun as its scenario is written; retries are none."""

    revision: str
    """What it is scored by."""
    quality: float
    """0-100."""
    outcome: str
    passed: bool
    result: "Result | None" = None
    """Whole, of a first attempt; None where that is damaged, and of those that follow."""


@dataclass(slots=True)
class Counts:
    """How many attempts there are of each kind; added to in place."""

    scenarios: Counter[ScenarioKey] = field(default_factory=Counter)
    gains: Counter[ScenarioKey] = field(default_factory=Counter)
    """Tenths of a point over the attempt before it at the same scenario, summed."""
    items: Counter[ItemKey] = field(default_factory=Counter)

    def add(self, one: Try, tries: int, before: float | None) -> None:
        """Add an attempt.

        Args:
            one: it.
            tries: how many such attempts of the person's at the scenario it makes, 1 or more.
            before: the quality of the one finished before it; None of the first.
        """
        quality = tenths(one.quality)
        key = ScenarioKey(
            one.revision,
            min(tries, MOST_TRIES),
            quality,
            one.outcome,
            int(one.passed),
        )
        self.scenarios[key] += 1
        self.gains[key] += 0 if before is None else quality - tenths(before)
        if tries == 1 and one.result is not None:
            self.add_items(one.revision, one.result)

    def add_items(self, revision: str, result: "Result") -> None:
        """Add what a first attempt, scored by `revision`, took scene by scene."""
        self.items.update(_items(revision, result))

    def add_history(self, history: Iterable[Try]) -> None:
        """Add all such attempts of one person at one scenario, in the order of finishing."""
        before = None
        for tries, one in enumerate(history, 1):
            self.add(one, tries, before)
            before = one.quality

    def minus(self, other: "Counts") -> "Counts":
        """Return what these have over `other`: numbers may be below 0, none is 0."""
        return Counts(
            _difference(self.scenarios, other.scenarios),
            _difference(self.gains, other.gains),
            _difference(self.items, other.items),
        )


def tenths(points: float) -> int:
    """Return points of quality in whole tenths."""
    return round(points * TENTHS)


def ended_so(ending: str, *, asked: bool) -> str:
    """Return what a negotiation counts as among those at its table, whatever was offered."""
    return f"{ending}_{ASKED}" if asked else ending


def _items(revision: str, result: "Result") -> Iterable[ItemKey]:
    quality = tenths(result.quality)
    chosen: dict[str, str] = {}
    lost: dict[str, float] = {}
    for place, judged in enumerate(result.decisions):
        if judged.scene not in chosen:
            chosen[judged.scene] = _taken(islice(result.decisions, place, None), judged)
        lost[judged.scene] = lost.get(judged.scene, 0.0) + judged.loss
    for scene, choice in chosen.items():
        loss = tenths(lost[scene])
        yield ItemKey(revision, scene, choice, loss, quality + loss)


def _taken(decisions: "Iterable[Judged]", first: "Judged") -> str:
    """Return what was taken at the scene of the first of `decisions`.

    A table is one decision, whatever was offered there: it counts by how it ended.
    """
    asked = False
    for judged in decisions:
        if judged.scene != first.scene:
            break
        asked = asked or asked_in(judged.choice) is not None
        if judged.table is not None:
            return ended_so(judged.table.ending.value, asked=asked)
    return first.choice


def _difference(one: Counter[Key], other: Counter[Key]) -> Counter[Key]:
    return Counter(
        {key: one[key] - other[key] for key in one.keys() | other.keys() if one[key] != other[key]}
    )
