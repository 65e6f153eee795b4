"""Every start that a later chapter of a journey can have: any facts known, any meters.

Starts that can never be told apart count as one: the number is small.
"""

from collections.abc import Iterator
from itertools import combinations, product
from math import prod
from typing import Final

from salesdojo.content.model import Scenario
from salesdojo.practice.liveness import Liveness
from salesdojo.practice.stepping import State
from salesdojo.practice.too_large import TooLargeError

MOST_STARTS: Final = 10_000
"""More are not gone through: nothing is proved then."""


def starts(scenario: Scenario, liveness: Liveness) -> tuple[State, ...]:
    """Return the starts that differ in what can still matter, as states at the start scene.

    Raises:
        TooLargeError: PR003 when there are more than `MOST_STARTS`.
    """
    live = liveness[scenario.start]
    meters = [tuple(dict.fromkeys(kinds)) for kinds in live.meters]
    facts = sorted(live.facts)
    if prod(map(len, meters)) << len(facts) > MOST_STARTS:
        raise TooLargeError(MOST_STARTS, ())
    return tuple(
        State(scenario.start, values, known, frozenset(), 0)
        for values in product(*meters)
        for known in _subsets(facts)
    )


def _subsets(facts: list[str]) -> Iterator[frozenset[str]]:
    for size in range(len(facts) + 1):
        yield from map(frozenset, combinations(facts, size))
