"""Every road of a scenario at once, one decision after the other: slow and plain.

It shares the single step and the worth of a state (both tested by themselves) with
what it is held against, and nothing else: no graph, no numbers, nothing let go of.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from salesdojo.content.model import Branch, Choice, Outcome, Scenario
from salesdojo.practice.solving import Solution
from salesdojo.practice.stepping import (
    State,
    at_rest,
    before_the_opening,
    offered,
    points_counted,
    taking,
    ways,
)

Chance = float | Fraction


@dataclass(frozen=True, slots=True)
class Player:
    """All who stand alike: where, at what cost, and what they have met."""

    state: State
    loss: Fraction
    points: tuple[tuple[str, int], ...]
    breached: bool
    seen: frozenset[str]
    taken: frozenset[tuple[str, str]]


class EveryRoad:
    """Plays a policy to the end of every road.

    Args:
        solution: of the scenario to play.
        policy: one weight for each choice offered in a state.
        unit: 1 as the kind of number that chances are: a Fraction is exact.
        alike: puts one state in the place of all that are worth the same.
    """

    def __init__(
        self,
        solution: Solution,
        policy: Callable[[State, Sequence[Choice]], Sequence[int]],
        unit: Chance = Fraction(1),
        alike: Callable[[State], State] = lambda state: state,
    ) -> None:
        self.solution = solution
        self.scenario: Scenario = solution.scenario
        self.policy = policy
        self.alike = alike
        self.traffic: dict[tuple[str, str | None, str], Chance] = {}
        self.ended: dict[Player, Chance] = {}
        self.moving: dict[Player, Chance] = {}
        state = before_the_opening(self.scenario)
        start = Player(state, Fraction(0), (), False, frozenset({state.scene}), frozenset())
        scene = self.scenario.scenes[state.scene]
        if at_rest(scene):
            self._arrive(start, unit)
        else:
            self._follow(start, unit, scene.goto, None)

    def run(self, decisions: int, least: float = 0, most: int = 1_000_000) -> bool:
        """Play on; say whether every road (but a share of `least`) came to its end.

        It is given up after so many decisions, or where more than `most` players differ.
        """
        for _ in range(decisions):
            if not self.moving or sum(self.moving.values()) <= least:
                return True
            if len(self.moving) > most:
                return False
            now, self.moving = self.moving, {}
            for player, mass in now.items():
                self._decide(player, mass)
        return not self.moving

    @property
    def mean(self) -> Chance:
        return sum(mass * self.quality(player) for player, mass in self.ended.items())

    @property
    def passing(self) -> Chance:
        return sum(mass for player, mass in self.ended.items() if self.passes(player))

    def outcome(self, outcome: Outcome) -> Chance:
        return sum(
            mass
            for player, mass in self.ended.items()
            if (self.scenario.scenes[player.state.scene].end or Outcome.STALLED) is outcome
        )

    def seen(self, scene: str) -> Chance:
        return sum(mass for player, mass in self.ended.items() if scene in player.seen)

    def taken(self, choice: tuple[str, str]) -> Chance:
        return sum(mass for player, mass in self.ended.items() if choice in player.taken)

    def quality(self, player: Player) -> Fraction:
        start = self.solution.start
        if start <= 0:
            return Fraction(0 if player.loss else 100)
        return 100 * max(Fraction(0), 1 - player.loss / start)

    def passes(self, player: Player) -> bool:
        rubric, earned = self.scenario.rubric, dict(player.points)
        if player.breached or self.quality(player) < rubric.pass_mark:
            return False
        for criterion, best in self.solution.best.items():
            percent = Fraction(100 * max(0, earned.get(criterion, 0)), best)
            level = 1 + sum(cut <= percent for cut in rubric.cuts)
            if level < (rubric.criteria[criterion].minimum or 1):
                return False
        return True

    def _decide(self, player: Player, mass: Chance) -> None:
        could = offered(self.scenario, player.state)
        weights = self.policy(player.state, could)
        for choice, weight in zip(could, weights, strict=True):
            if weight:
                self._take(player, mass * weight / sum(weights), choice)

    def _take(self, player: Player, mass: Chance, choice: Choice) -> None:
        state, solution = player.state, self.solution
        points = points_counted(state, choice)
        earned = dict(player.points)
        for criterion, more in points.items():
            earned[criterion] = earned.get(criterion, 0) + more
        after = taking(self.scenario, state, choice)
        expected = sum(
            share * solution.value(rest) for rest, share in self._rests(after, choice.goto)
        )
        cost = solution.value(state) - solution.worth(points) - expected
        on = Player(
            after,
            player.loss + cost,
            tuple(sorted(earned.items())),
            player.breached or choice.breach is not None,
            player.seen,
            player.taken | {(state.scene, choice.id)},
        )
        self._follow(on, mass, choice.goto, choice.id)

    def _rests(self, state: State, goto: Sequence[Branch]) -> Iterator[tuple[State, Fraction]]:
        could = ways(self.scenario, state, goto)
        total = sum(branch.weight or 1 for branch in could)
        for branch in could:
            share = Fraction(branch.weight or 1, total)
            there = replace(state, scene=branch.to)
            scene = self.scenario.scenes[branch.to]
            if at_rest(scene):
                yield there, share
            else:
                yield from ((rest, share * more) for rest, more in self._rests(there, scene.goto))

    def _follow(
        self, player: Player, mass: Chance, goto: Sequence[Branch], choice: str | None
    ) -> None:
        could = ways(self.scenario, player.state, goto)
        total = sum(branch.weight or 1 for branch in could)
        for branch in could:
            gone = mass * (branch.weight or 1) / total
            way = (player.state.scene, choice, branch.to)
            self.traffic[way] = self.traffic.get(way, 0) + gone
            scene = self.scenario.scenes[branch.to]
            there = replace(
                player,
                state=replace(player.state, scene=branch.to),
                seen=player.seen | {branch.to},
            )
            if at_rest(scene):
                self._arrive(there, gone)
            else:
                self._follow(there, gone, scene.goto, None)

    def _arrive(self, player: Player, mass: Chance) -> None:
        player = replace(player, state=self.alike(player.state))
        over = not offered(self.scenario, player.state)
        into = self.ended if over else self.moving
        into[player] = into.get(player, 0) + mass
