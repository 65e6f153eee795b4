"""What a clicker who chooses at random earns on each criterion: the floor that skill is over."""

from collections.abc import Mapping

from salesdojo.practice.exact_play import at_random, choices_taken
from salesdojo.practice.solving import Explored


def chance_shares(explored: Explored) -> Mapping[str, float]:
    """Return, by criterion, the share (0-1) of the most points that chance earns on average.

    Exact over every road. A choice counts once however often it is taken; an average under
    0 points counts as 0.

    Raises:
        PracticeError: PR003 for a loop too large to be solved.
    """
    taken = choices_taken(explored, at_random(explored))
    scenes = explored.scenario.scenes
    earned = dict.fromkeys(explored.solution.best, 0.0)
    for (scene, choice), share in taken.items():
        for criterion, points in scenes[scene].choices[choice].points.items():
            if criterion in earned:
                earned[criterion] += share * points
    return {
        criterion: max(0.0, points / explored.solution.best[criterion])
        for criterion, points in earned.items()
    }
