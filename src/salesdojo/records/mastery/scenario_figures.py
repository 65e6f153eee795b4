"""What is told of a scenario once, so that attempts at it can be weighed: level and chance."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from salesdojo.content.model import Scenario


@dataclass(frozen=True, slots=True)
class ScenarioFigures:
    """One revision of a scenario, as far as its attempts are weighed by it."""

    level: int
    """1-5, as its author judged."""
    chances: Mapping[str, float]
    """What a random clicker earns of each criterion, 0-1."""


def figures_of(scenario: "Scenario") -> ScenarioFigures:
    """Return the figures of `scenario`.

    Raises:
        PracticeError: PR003 it is too large to be scored exactly.
    """
    from salesdojo.records.values import chances

    return ScenarioFigures(scenario.level, chances(scenario, None))
