"""What a player who follows a policy comes to, exactly: over every road at once.

Losses, points and qualities are whole numbers and fractions: whether a road passes
is never a matter of rounding. Probabilities are floats, summed in one fixed order.
A player that circles for ever counts as stalled where the circle begins: what could
still have been earned there is lost.
"""

from collections.abc import Mapping
from fractions import Fraction
from itertools import chain as joined

from salesdojo.content.model import Outcome
from salesdojo.practice.exact_marks import mean_share_lost, passing_share
from salesdojo.practice.knots import Knots
from salesdojo.practice.losses import losses_of, most_to_come
from salesdojo.practice.passing_through import Between, Legs, carried
from salesdojo.practice.policy_chain import (
    NOWHERE,
    Chain,
    Policy,
    Shares,
    at_random,
    chain_of,
    chances,
    uniform,
    visits,
)
from salesdojo.practice.solving import Explored
from salesdojo.practice.standing_flow import MOST_CARRIED

__all__ = [
    "Play",
    "Policy",
    "at_random",
    "chain_of",
    "choices_taken",
    "mean_quality",
    "outcome_shares",
    "passing",
    "scenes_seen",
    "traffic",
    "uniform",
    "worst_quality",
]

Play = Policy | Chain
"""How a scenario is played; whoever asks several figures of one policy works out its chain once."""

Way = tuple[str, str | None, str]
"""From a scene, by a choice (None: by itself), to a scene."""


def mean_quality(explored: Explored, play: Play) -> float:
    """Return the mean quality, 0-100; like every quality it is never under 0 on any road.

    Raises:
        PracticeError: PR003 for a loop too large to be solved.
    """
    return 100 * (1 - mean_share_lost(explored, _played(explored, play)))


def worst_quality(explored: Explored, alike: Chain | None = None) -> Fraction:
    """Return the least quality, 0-100, of any road that ends.

    Args:
        explored: the scenario.
        alike: the chain of `uniform`, where it is known.

    Raises:
        PracticeError: PR003 for a loop too large to be solved.
    """
    chain = _played(explored, alike or uniform(explored))
    losses = losses_of(explored, chain)
    most = most_to_come(chain, losses.by_move, losses.left)
    lost = max(most[state] for state, _ in chain.opening)
    if losses.start <= 0:
        return Fraction(0 if lost else 100)
    if lost >= losses.start:
        return Fraction(0)
    return 100 * (1 - Fraction(int(lost), losses.start))


def passing(explored: Explored, play: Play, most: int = MOST_CARRIED) -> float:
    """Return the probability (0-1) to pass: quality, no breach, no criterion under its minimum.

    Args:
        explored: the scenario.
        play: how it is played.
        most: how much work is worth it: standings carried from state to state. A usual
            scenario needs some thousands.

    Raises:
        TooLargeError: PR003 for a loop too large to be solved, or more work than `most`.
    """
    return _probability(passing_share(explored, _played(explored, play), most))


def outcome_shares(explored: Explored, play: Play) -> Mapping[Outcome, float]:
    """Return the probability of each outcome, in their order; together they are 1.

    Raises:
        PracticeError: PR003 for a loop too large to be solved.
    """
    chain = _played(explored, play)
    shares = dict.fromkeys(Outcome, 0.0)
    times = visits(chain)
    for part in chain.parts:
        for state in part:
            if chain.moves[state] and state not in chain.circles:
                continue
            end = explored.scenario.scenes[chain.graph.scene(state)].end
            shares[end or Outcome.STALLED] += times[state]
    return {outcome: _probability(share) for outcome, share in shares.items()}


def scenes_seen(explored: Explored, play: Play) -> Mapping[str, float]:
    """Return the probability that each scene is seen at least once, in the file's order.

    Raises:
        PracticeError: PR003 for a loop too large to be solved.
    """
    chain = _played(explored, play)
    again = Knots(explored.scenario).recurring
    between = Between(explored)
    seen = dict.fromkeys(explored.scenario.scenes, 0.0)
    for (_, _, to), times in _traffic(chain, between).items():
        seen[to] += times
    # Whoever circles sees all of the circle.
    for scene in again:
        if seen[scene] or chain.circles:
            seen[scene] = _seen(chain, between, scene)
    seen[explored.scenario.start] = 1.0
    return {scene: _probability(share) for scene, share in seen.items()}


def choices_taken(explored: Explored, play: Play) -> Mapping[tuple[str, str], float]:
    """Return the probability that each (scene, choice) is taken at least once.

    Raises:
        PracticeError: PR003 for a loop too large to be solved.
    """
    chain = _played(explored, play)
    again = Knots(explored.scenario).recurring
    choices = chain.graph.numbering.choices
    taken = [0.0] * len(choices)
    times = visits(chain)
    for state, here in enumerate(times):
        if here and state not in chain.circles:
            for place, chance in chain.moves[state]:
                number, counts, _ = chain.graph.edges[state][place]
                # The first time a repeated choice with points is taken, they count.
                taken[number] += here * chance if counts else 0.0
    for number, (scene, choice) in enumerate(choices):
        if scene not in again or not (choice.repeat or chain.circles):
            continue
        if not choice.points or chain.circles:
            taken[number] = _hit(chain, _taking(chain, number))
    return {
        (scene, choice.id): _probability(share)
        for (scene, choice), share in zip(choices, taken, strict=True)
    }


def traffic(explored: Explored, play: Play) -> Mapping[Way, float]:
    """Return the expected number of times each way is gone, for ways that are gone at all.

    The ways of a circle that is never left are not counted: they would be endless.

    Raises:
        PracticeError: PR003 for a loop too large to be solved.
    """
    return _traffic(_played(explored, play), Between(explored))


def _played(explored: Explored, play: Play) -> Chain:
    return play if isinstance(play, Chain) else chain_of(explored, play)


def _probability(share: float) -> float:
    """Return a share without what rounding added."""
    return min(1.0, max(0.0, share))


def _traffic(chain: Chain, between: Between) -> dict[Way, float]:
    ways: dict[Way, float] = {}
    _gone(ways, between.opening(), 1.0)
    for state, here in enumerate(visits(chain)):
        if here and state not in chain.circles:
            for place, chance in chain.moves[state]:
                _gone(ways, between.legs(state, place), here * chance)
    return ways


def _gone(ways: dict[Way, float], legs: Legs, times: float) -> None:
    shares = carried(legs) if len(legs) > 1 else {}
    for begin, choice, to, chance in legs:
        here = times if choice is not None or begin == legs[0][0] else times * shares[begin]
        ways[begin, choice, to] = ways.get((begin, choice, to), 0.0) + here * chance


Instead = tuple[dict[int, Shares], dict[int, float]]
"""By state: what follows where a thing sought has not happened yet, and how likely it does."""


def _hit(
    chain: Chain, instead: Instead, opening: Shares | None = None, already: float = 0.0
) -> float:
    """Return the probability that a thing sought happens at least once."""
    following, chances_of_it = instead
    times = visits(chain, following, opening)
    in_circles = {
        state
        for part in chain.parts
        if part[0] in chain.circles and any(chances_of_it.get(state) for state in part)
        for state in part
    }
    return already + sum(
        times[state] * (1.0 if state in in_circles else chances_of_it.get(state, 0.0))
        for state in sorted(in_circles.union(chances_of_it))
    )


def _taking(chain: Chain, number: int) -> Instead:
    following: dict[int, Shares] = {}
    chances_of_it: dict[int, float] = {}
    for state, moves in enumerate(chain.moves):
        for place, chance in moves:
            if chain.graph.edges[state][place][0] == number:
                chances_of_it[state] = chance
                others = (onward for other, onward in chances(chain, state) if other != place)
                following[state] = [(NOWHERE, chance), *joined.from_iterable(others)]
    return following, chances_of_it


def _seen(chain: Chain, between: Between, scene: str) -> float:
    opening = carried(between.opening(), until=scene)
    if between.explored.scenario.scenes[scene].choices:
        here = [state for state in range(len(chain.graph)) if chain.graph.scene(state) == scene]
        nowhere = {state: [(NOWHERE, 1.0)] for state in here}
        return _hit(chain, (nowhere, dict.fromkeys(here, 1.0)))
    first = [
        (state, opening[chain.graph.scene(state)])
        for state, _ in chain.opening
        if chain.graph.scene(state) in opening
    ]
    if not opening:
        first = chain.opening
    return _hit(chain, _passing(chain, between, scene), first, opening.get(scene, 0.0))


def _passing(chain: Chain, between: Between, scene: str) -> Instead:
    following: dict[int, Shares] = {}
    chances_of_it: dict[int, float] = {}
    for state, moves in enumerate(chain.moves):
        passed = 0.0
        onward: Shares = []
        for place, chance in moves:
            shares = carried(between.legs(state, place), until=scene)
            passed += chance * shares.get(scene, 0.0)
            onward += [
                (after, chance * shares[chain.graph.scene(after)])
                for _, after in chain.graph.edges[state][place][2]
                if chain.graph.scene(after) in shares
            ]
        if passed:
            following[state] = [(NOWHERE, passed), *onward]
            chances_of_it[state] = passed
    return following, chances_of_it
