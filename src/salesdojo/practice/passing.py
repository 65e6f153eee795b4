"""Whether an attempt at a scenario can pass, and whether it can fail: proved by a road.

Passed is quality at or above the mark, no breach, and no criterion under its minimum
(docs/scoring.md). The search goes over states with the loss so far and the points of
the criteria that have a minimum, and drops whatever cannot pass any more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import ceil, inf
from typing import Final

from salesdojo.content.model import Outcome
from salesdojo.practice.loops import Exact
from salesdojo.practice.roads import Costs, EdgeCosts, Road, Roads

MOST_TRIED: Final = 300_000
"""Places of the search after which it gives no answer rather than a guess."""


class TooManyRoadsError(Exception):
    """The search was given up: nothing is proved."""


@dataclass(frozen=True)
class Passing:
    """Roads of one scenario, judged by its pass mark."""

    roads: Roads

    @cached_property
    def allowed(self) -> Exact | float:
        """The most that may be lost: quality is at the mark then. In the solution's units."""
        rubric = self.roads.explored.scenario.rubric
        if rubric.pass_mark == 0:
            return inf
        start = self.roads.explored.solution.start
        if start <= 0:
            return 0
        return Fraction(start * (100 - rubric.pass_mark), 100)

    @cached_property
    def needed(self) -> Mapping[str, int]:
        """The points that a criterion with a minimum level needs, where it can be earned."""
        rubric = self.roads.explored.scenario.rubric
        best = self.roads.explored.solution.best
        return {
            criterion.id: ceil(Fraction(rubric.cuts[criterion.minimum - 2] * best[name], 100))
            for name, criterion in rubric.criteria.items()
            if criterion.minimum is not None and criterion.minimum > 1 and name in best
        }

    def road(self, outcome: Outcome | None = None) -> Road | None:
        """Return a road that passes (and comes to `outcome`), or None where there is none.

        Raises:
            TooManyRoadsError: when there are more to try than `MOST_TRIED`.
        """
        return _Search(self, outcome).road()

    def can_fail(self) -> bool:
        """Say whether any road does not pass."""
        roads = self.roads
        if any(roads.choice(edge).breach for edges in roads.edges for edge in edges):
            return True
        if self.allowed < inf and self._loses_in_a_loop():
            return True
        won_back = [[-loss for loss in losses] for losses in roads.losses]
        if self._lowest(won_back) < -self.allowed:
            return True
        return any(
            self._lowest(self.points(criterion)) < needed
            for criterion, needed in self.needed.items()
        )

    def points(self, criterion: str) -> Sequence[Sequence[int]]:
        """Return what each edge earns on `criterion`, by state number."""
        return self.roads.edge_costs(
            lambda edge: self.roads.choice(edge).points.get(criterion, 0) if edge[1] else 0
        )

    def _lowest(self, costs: EdgeCosts) -> Exact:
        least = self.roads.cheapest(costs)
        return min((one[0] for at in self.roads.openings if (one := least[at])), default=0)

    def _loses_in_a_loop(self) -> bool:
        """Say whether chance can bring a talk round to lose again and again."""
        roads = self.roads
        for component in roads.explored.order:
            inside = set(component)
            for number in component:
                for place, edge in enumerate(roads.edges[number]):
                    again = any(after in inside for _, after in edge[2])
                    if again and roads.losses[number][place]:
                        return True
        return False


@dataclass(frozen=True, slots=True)
class _Place:
    """A state on a road, with what was lost and earned on the way there."""

    state: int
    loss: Exact
    earned: tuple[int, ...]


class _Search:
    """Goes the cheapest way first; a place is tried once."""

    def __init__(self, passing: Passing, outcome: Outcome | None) -> None:
        self._roads = roads = passing.roads
        self._allowed = passing.allowed
        self._needed = tuple(passing.needed.values())
        self._points = [passing.points(criterion) for criterion in passing.needed]
        self._ends = roads.ends if outcome is None else roads.outcomes[outcome]
        self._to_go: Costs = roads.cheapest(roads.losses, self._ends)
        self._most = [
            roads.cheapest([[-one for one in earned] for earned in points], self._ends)
            for points in self._points
        ]

    def road(self) -> Road | None:
        nothing = (0,) * len(self._needed)
        openings = [_Place(number, 0, nothing) for number in self._roads.openings]
        came: dict[_Place, tuple[_Place, str] | None] = {
            place: None for place in openings if self._hopeful(place)
        }
        waiting = list(came)
        while waiting:
            place = waiting.pop()
            if place.state in self._ends:
                return _road_to(place, came)
            for after, choice in reversed(self._following(place)):
                if after not in came:
                    came[after] = (place, choice)
                    waiting.append(after)
            if len(came) > MOST_TRIED:
                raise TooManyRoadsError
        return None

    def _following(self, place: _Place) -> Sequence[tuple[_Place, str]]:
        roads = self._roads
        found: list[tuple[_Place, str]] = []
        for number, edge in enumerate(roads.edges[place.state]):
            choice = roads.choice(edge)
            if choice.breach:
                continue
            loss = place.loss + roads.losses[place.state][number]
            more = (points[place.state][number] for points in self._points)
            earned = tuple(map(sum, zip(place.earned, more, strict=True)))
            found.extend(
                (after, choice.id)
                for _, state in edge[2]
                if self._hopeful(after := _Place(state, loss, earned))
            )
        return sorted(found, key=lambda one: one[0].loss)

    def _hopeful(self, place: _Place) -> bool:
        left = self._to_go[place.state]
        if left is None or place.loss + left[0] > self._allowed:
            return False
        for needed, earned, most in zip(self._needed, place.earned, self._most, strict=True):
            ahead = most[place.state]
            if ahead is None or earned - ahead[0] < needed:
                return False
        return True


def _road_to(place: _Place, came: Mapping[_Place, tuple[_Place, str] | None]) -> Road:
    road: list[str] = []
    step = came[place]
    while step is not None:
        before, choice = step
        road.append(choice)
        step = came[before]
    return tuple(reversed(road))
