"""Talks with negotiation tables scored one by one: no two of them share enough to look it up."""

from dataclasses import dataclass

from salesdojo.content.model import Scenario
from salesdojo.errors import PracticeError
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.scoring import Result, score
from salesdojo.practice.scoring_in_bulk import Moves, Unplayable
from salesdojo.practice.solving import Explored


@dataclass(frozen=True, slots=True)
class TableScorer:
    """Scores talks of the scenario of one solution, each as `score` does."""

    scenario: Scenario
    """As it was written."""
    explored: Explored
    draws: bool = True
    """A seed always matters: it finds the customer's words."""

    def walk(self, seed: int, moves: Moves) -> Attempt | Unplayable:
        """Take the moves in order from the opening on; silence takes a choice as anyone does."""
        attempt = Attempt(self.scenario, seed)
        for turn, (scene, choice, timed_out) in enumerate(moves, 1):
            over = attempt.outcome is not None
            if over or attempt.scene.id != scene:
                return Unplayable(turn, over=over)
            try:
                attempt, _ = attempt.take(choice, timed_out=timed_out)
            except PracticeError:
                return Unplayable(turn, over=False)
        return attempt

    def scored(self, attempt: Attempt) -> Result | None:
        """Return what a talk comes to, or None where it is not over."""
        return score(attempt, self.explored.solution) if attempt.outcome is not None else None
