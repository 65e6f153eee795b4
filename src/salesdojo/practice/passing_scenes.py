"""Where a talk comes to rest when nobody speaks: scenes that follow by themselves, and draws."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from salesdojo.content.model import Branch, Scenario
from salesdojo.practice.draws import draw
from salesdojo.practice.stepping import State, at_rest, ways

Road = Callable[[], Sequence[str]]
"""How a talk came here: ``scene.choice`` of each decision, then the scenes passed since.

It is asked for only where chance decides.
"""


def entered(
    scenario: Scenario, state: State, goto: Sequence[Branch], seed: int, road: Road
) -> Iterator[State]:
    """Yield the state in each scene that is entered along `goto`, up to where the talk rests."""
    passed: tuple[str, ...] = ()
    while True:
        branches = ways(scenario, state, goto)
        branch = branches[0]
        if len(branches) > 1:
            branch = _drawn(branches, seed, (*road(), *passed))
        state = replace(state, scene=branch.to)
        yield state
        scene = scenario.scenes[branch.to]
        if at_rest(scene):
            return
        goto, passed = scene.goto, (*passed, scene.id)


def _drawn(branches: Sequence[Branch], seed: int, road: Sequence[str]) -> Branch:
    weights = [branch.weight or 0 for branch in branches]
    left = draw(seed, road, sum(weights))
    for branch, weight in zip(branches, weights, strict=True):
        if left < weight:
            return branch
        left -= weight
    msg = "a draw stays below the sum of the weights"
    raise AssertionError(msg)
