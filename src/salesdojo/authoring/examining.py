"""One scenario file examined whole: read, checked, and solved where it can be."""

from dataclasses import dataclass

from salesdojo.content.document import Document
from salesdojo.content.model import Scenario
from salesdojo.content.problem import Problem
from salesdojo.practice.solving import Explored


@dataclass(frozen=True, slots=True)
class Examined:
    """What came of examining a scenario file."""

    document: Document
    scenario: Scenario | None
    """None when it has an error that keeps it from being played."""
    explored: Explored | None
    """None without a scenario, or where it is too large to be solved."""
    problems: tuple[Problem, ...]
    """By line; what a ``# noqa`` excuses is left out."""
