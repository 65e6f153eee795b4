"""One account across several talks: what carries over from chapter to chapter."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from salesdojo.content.beginning_elsewhere import begun_with
from salesdojo.content.model import Outcome, Scenario
from salesdojo.practice.attempt import Attempt

GOES_ON: Final = frozenset({Outcome.WON, Outcome.ADVANCED, Outcome.STALLED})


@dataclass(frozen=True, slots=True)
class Carried:
    """What the chapters so far left behind."""

    meters: Mapping[str, int]
    """By id, 0-100: each as the last chapter that has it left it."""
    facts: frozenset[str]
    """Everything that was known at the end of any chapter."""


NOTHING: Final = Carried({}, frozenset())
"""Before the first chapter."""


def carried_on(carried: Carried, attempt: Attempt) -> Carried:
    """Return what is carried on from a finished chapter.

    Its meters take the place of those before, its facts are added. What the chapter does
    not declare stays for those that do.
    """
    return Carried({**carried.meters, **attempt.meters}, carried.facts | attempt.facts)


def carrying(scenario: Scenario, carried: Carried) -> Scenario:
    """Return a later chapter as it begins: with the meters and the facts that were carried.

    What was really learned takes the place of the file's `learned`. The revision and the
    canonical form are this beginning's own, so that the attempt is stored, replayed and
    scored like any other: quality 100 is the best road from where the trainee really began.
    """
    return begun_with(scenario, carried.meters, carried.facts)


def goes_on(outcome: Outcome) -> bool:
    """Say whether the next chapter follows: a deal that was lost or declined is over."""
    return outcome in GOES_ON
