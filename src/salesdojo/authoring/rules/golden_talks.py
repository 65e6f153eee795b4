"""Golden paths played: each as far as it goes, and judged where it comes to an end."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from salesdojo.content.document import Path
from salesdojo.content.model import GoldenPath
from salesdojo.errors import PracticeError
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.following import follow
from salesdojo.practice.scoring import Result, score
from salesdojo.practice.solving import Solution

SEED: Final = 0
"""Chance falls as in `play --choose` without a seed."""


@dataclass(frozen=True, slots=True)
class GoldenTalk:
    """A golden path, played as far as it goes."""

    golden: GoldenPath
    attempt: Attempt
    taken: int
    """How many of its choices could be taken."""
    result: Result | None
    """None unless it was played whole and came to an end."""
    wrong: PracticeError | None = None
    """Why its next step could not be taken."""

    @property
    def path(self) -> Path:
        """Where it is written."""
        return ("tests", self.golden.id)


def golden_talks(solution: Solution) -> Iterator[GoldenTalk]:
    """Play every golden path of a solved scenario."""
    for golden in solution.scenario.golden_paths:
        attempt = Attempt(solution.scenario, SEED)
        taken, wrong = 0, None
        for step in golden.play:
            try:
                attempt = follow(attempt, step)
            except PracticeError as fault:
                wrong = fault
                break
            taken += 1
        whole = taken == len(golden.play) and attempt.outcome is not None
        result = score(attempt, solution) if whole else None
        yield GoldenTalk(golden, attempt, taken, result, wrong)
