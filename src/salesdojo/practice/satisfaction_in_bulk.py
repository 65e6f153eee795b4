"""What the customer felt at the end of many talks, from the meters that are asked for alone."""

from collections.abc import Mapping, Sequence
from typing import Final

from salesdojo.content.model import Choice, Scenario
from salesdojo.practice.stepping import HIGHEST, LOWEST, State, values

Shifts = Sequence[tuple[str, int, bool]]
"""Meter, amount, and whether it is set to that, of each effect in order."""


class FeltMeters:
    """The meters that any end of a scenario asks for."""

    def __init__(self, scenario: Scenario) -> None:
        """Find them."""
        asked = [
            scene.satisfaction.names
            for scene in scenario.scenes.values()
            if scene.satisfaction is not None
        ]
        self.read: Final = frozenset(scenario.meters).intersection(frozenset().union(*asked))

    def shifts(self, choice: Choice) -> Shifts:
        """Return what a choice does to them."""
        return tuple(
            (effect.meter, effect.amount, effect.sets)
            for effect in choice.effects
            if effect.meter in self.read
        )


class BulkSatisfaction:
    """What is felt at the ends of one scenario."""

    def __init__(self, scenario: Scenario, facts: Mapping[str, int], most_kept: int) -> None:
        """Begin with none known; `facts` gives the bit of each, `most_kept` answers are kept."""
        self._scenario = scenario
        self._facts = facts
        self._most_kept = most_kept
        read = FeltMeters(scenario).read
        self._all = {meter.id: meter.start for meter in scenario.meters.values()}
        self._starts = {name: start for name, start in self._all.items() if name in read}
        self._felt: dict[tuple[str, int, int, tuple[int, ...]], int] = {}

    def of(self, scene: str, facts: int, shifts: Sequence[Shifts]) -> int | None:
        """Return the satisfaction, 0-100, of a talk that ended in `scene`; None where none is.

        Args:
            scene: where it ended.
            facts: what is known then, as bits.
            shifts: of each decision in order.
        """
        asked = self._scenario.scenes[scene].satisfaction
        if asked is None:
            return None
        meters = self._starts.copy()
        for shift in shifts:
            for meter, amount, sets in shift:
                reached = amount if sets else meters[meter] + amount
                meters[meter] = min(HIGHEST, max(LOWEST, reached))
        key = (scene, len(shifts), facts, tuple(meters.values()))
        felt = self._felt.get(key)
        if felt is None:
            known = frozenset(fact for fact, bit in self._facts.items() if facts & bit)
            at_last = tuple({**self._all, **meters}.values())
            state = State(scene, at_last, known, frozenset(), len(shifts))
            value = int(asked.value(values(self._scenario, state)))
            felt = min(HIGHEST, max(LOWEST, value))
            if len(self._felt) >= self._most_kept:
                self._felt.clear()
            self._felt[key] = felt
        return felt
