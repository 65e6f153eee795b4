"""Roads replayed: chance is tried until it falls as the road needs it."""

from collections.abc import Callable, Sequence

from salesdojo.content.model import Scenario
from salesdojo.errors import PracticeError
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.following import replay

SEEDS = 30


def replayed(
    story: Scenario, road: Sequence[str], arrived: Callable[[Attempt], bool] = lambda _: True
) -> Attempt | None:
    """Return the road as an attempt that `arrived`; None where luck did not come.

    Without chance there is nothing to wait for: what does not come at once is an error.
    """
    for seed in range(SEEDS if draws(story) else 1):
        try:
            attempt = replay(story, seed, road)
        except PracticeError:
            if not draws(story):
                raise
            continue
        if arrived(attempt):
            return attempt
    assert draws(story), f"{road} does not lead where it should"
    return None


def draws(story: Scenario) -> bool:
    """Say whether chance decides anything."""
    return any(
        branch.weight is not None for scene in story.scenes.values() for branch in scene.goto
    )
