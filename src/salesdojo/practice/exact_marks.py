"""The mean loss of a policy, and how likely it passes: every road, let go of when decided."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import repeat
from operator import add

from salesdojo.practice.losses import Figures, Losses, losses_of, most_to_come
from salesdojo.practice.policy_chain import Chain, visits
from salesdojo.practice.solving import Explored
from salesdojo.practice.standing_flow import StandingFlow

Owed = tuple[int, ...]
"""How far the loss is over what a pass allows, then the points each minimum still wants."""


def mean_share_lost(explored: Explored, chain: Chain) -> float:
    """Return the mean of the loss as a share of V(start), 0-1: on no road more than all."""
    losses = losses_of(explored, chain)
    # Where nothing can be earned, any loss is all of it.
    most = max(1, losses.start)
    worst = most_to_come(chain, losses.by_move, losses.left)
    lost: list[float] = []
    # Where no road can still lose more than all, losses simply add up.
    adding: dict[int, float] = {}

    def receive(state: int, standings: Iterable[tuple[int, float]], held: dict[int, float]) -> None:
        safe = most - worst[state]
        circling = state in chain.circles
        for loss, mass in standings:
            if loss <= safe:
                lost.append(mass * (loss / most))
                adding[state] = adding.get(state, 0.0) + mass
            elif loss >= most or circling:
                lost.append(mass)
            else:
                held[loss] = held.get(loss, 0.0) + mass

    StandingFlow(chain, losses.by_move.__getitem__, 0, add, receive).run(0)
    for state, times in enumerate(visits(chain, opening=list(adding.items()))):
        if state in chain.circles:
            lost.append(times * (losses.left[state] / most))
        elif times:
            lost += [
                times * chance * (loss / most)
                for (_, chance), loss in zip(chain.moves[state], losses.by_move[state], strict=True)
                if loss
            ]
    return sum(lost)


def passing_share(explored: Explored, chain: Chain, most: int) -> float:
    """Return the probability (0-1) of a quality that passes, no breach, and every minimum.

    Given up after `most` standings carried.
    """
    debts = _debts(explored, chain)
    breaches = _breaches(chain)
    danger = _danger(chain, breaches)
    all_settled = tuple(debt.settled for debt in debts)
    passed: list[float] = []

    def figures(state: int) -> list[Owed | None]:
        added = zip(*(debt.figures[state] for debt in debts), strict=True)
        together = added if debts else repeat(())
        return [
            None if breach else figure
            for breach, figure in zip(breaches[state], together, strict=False)
        ]

    def receive(
        state: int, standings: Iterable[tuple[Owed, float]], held: dict[Owed, float]
    ) -> None:
        bounds = [(debt.paid[state], -debt.grown[state], debt.settled) for debt in debts]
        safe = not danger[state]
        for owed, mass in standings:
            kept = []
            for figure, (paid, decided, settled) in zip(owed, bounds, strict=True):
                if figure > paid:
                    break
                kept.append(settled if figure <= decided else figure)
            else:
                standing = tuple(kept)
                if safe and standing == all_settled:
                    passed.append(mass)
                else:
                    held[standing] = held.get(standing, 0.0) + mass

    flow = StandingFlow(chain, figures, (0,) * len(debts), _sum, receive, most)
    flow.run(tuple(debt.first for debt in debts))
    return sum(passed)


@dataclass(frozen=True, slots=True)
class _Debt:
    """A figure that must come down to 0 or less by the end of a talk that passes."""

    first: int
    figures: Figures
    """What each move adds to it."""
    grown: list[float]
    """By state: how much it can still grow."""
    paid: list[float]
    """By state: how much of it can still be paid."""
    settled: int
    """What stands for every figure that can no longer fail: far under 0."""


def _sum(owed: Owed, more: Owed) -> Owed:
    return tuple(map(add, owed, more))


def _debts(explored: Explored, chain: Chain) -> list[_Debt]:
    rubric, best = explored.scenario.rubric, explored.solution.best
    debts = _of_quality(rubric.pass_mark, losses_of(explored, chain), chain)
    for criterion, most in best.items():
        minimum = rubric.criteria[criterion].minimum or 1
        cut = rubric.cuts[minimum - 2] if minimum > 1 else 0
        if cut > 0:
            debts.append(_of_points(-(-cut * most // 100), criterion, chain))
    return debts


def _of_quality(mark: int, losses: Losses, chain: Chain) -> list[_Debt]:
    """Return the loss over what a pass allows: none where any loss passes."""
    if mark <= 0:
        return []
    allowed = losses.start * (100 - mark) // 100 if losses.start > 0 else 0
    grown = most_to_come(chain, losses.by_move, losses.left)
    return [_Debt(-allowed, losses.by_move, grown, [0.0] * len(grown), _settled(losses.start))]


def _of_points(needed: int, criterion: str, chain: Chain) -> _Debt:
    choices, edges = chain.graph.numbering.choices, chain.graph.edges
    points = [
        [
            choices[number][1].points.get(criterion, 0) if counts else 0
            for number, counts, _ in (edges[state][place] for place, _ in moves)
        ]
        for state, moves in enumerate(chain.moves)
    ]
    paying = [[-earned for earned in moves] for moves in points]
    return _Debt(
        needed,
        paying,
        most_to_come(chain, paying, {}),
        most_to_come(chain, points, {}),
        _settled(needed),
    )


def _settled(largest: int) -> int:
    """Return a figure so low that nothing a talk can add brings it back to 0."""
    return -1 << (largest.bit_length() + 256)


def _breaches(chain: Chain) -> list[list[int]]:
    choices, edges = chain.graph.numbering.choices, chain.graph.edges
    return [
        [int(choices[edges[state][place][0]][1].breach is not None) for place, _ in moves]
        for state, moves in enumerate(chain.moves)
    ]


def _danger(chain: Chain, breaches: Figures) -> list[float]:
    """Return, by state, more than 0 where a breach can still come."""
    circling = {
        state: int(any(any(breaches[other]) for other in part))
        for part in chain.parts
        if part[0] in chain.circles
        for state in part
    }
    return most_to_come(chain, breaches, circling)
