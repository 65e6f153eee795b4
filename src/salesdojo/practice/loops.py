"""The value of states that can return to themselves.

Choices count once, so nothing is earned inside a loop: what counts is how to
leave it. Without chance every state of a loop is worth its best way out
(`valuing` sees to these). With chance it is a stochastic shortest path, solved
exactly by policy iteration (Bertsekas and Tsitsiklis 1991) from a policy that
surely leaves.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

Exact = int | Fraction
"""A value without rounding."""

LARGEST: Final = 300
"""States a loop with chance in it may have."""


@dataclass(frozen=True, slots=True)
class Way:
    """One move out of a state of a loop."""

    gain: Exact
    """What it earns, with the expected value of all it leads to outside the loop."""
    inside: Mapping[int, Fraction]
    """The chance of each state of the loop it may lead to."""


def loop_values(ways: Mapping[int, Sequence[Way]]) -> dict[int, Exact]:
    """Return the best value of each state of one loop, given every state's ways.

    A loop that nobody can leave is worth 0. More than `LARGEST` states take too long.
    """
    policy = _leaving_policy(ways)
    if len(policy) < len(ways):
        return dict.fromkeys(ways, 0)
    while True:
        values = _values_of(policy)
        better = _improved(ways, policy, values)
        if better == policy:
            return dict(values)
        policy = better


def _expected(way: Way, values: Mapping[int, Exact]) -> Exact:
    return way.gain + sum(chance * values[state] for state, chance in way.inside.items())


def _leaving_policy(ways: Mapping[int, Sequence[Way]]) -> dict[int, Way]:
    """Return, for each state, a way by which the loop is sooner or later left."""
    policy: dict[int, Way] = {}
    found = True
    while found:
        found = False
        for state, many in ways.items():
            if state in policy:
                continue
            for way in many:
                if sum(way.inside.values()) < 1 or any(inner in policy for inner in way.inside):
                    policy[state] = way
                    found = True
                    break
    return policy


def _improved(
    ways: Mapping[int, Sequence[Way]], policy: Mapping[int, Way], values: Mapping[int, Exact]
) -> dict[int, Way]:
    better = dict(policy)
    for state, many in ways.items():
        best = values[state]
        for way in many:
            reached = _expected(way, values)
            if reached > best:
                better[state], best = way, reached
    return better


def _values_of(policy: Mapping[int, Way]) -> dict[int, Exact]:
    """Solve the linear equations of one policy by elimination over fractions."""
    rows = {state: (Fraction(way.gain), dict(way.inside)) for state, way in policy.items()}
    order = list(rows)
    for state in order:
        gain, inside = rows[state]
        stays = 1 - inside.pop(state, Fraction(0))
        rows[state] = gain, inside = (
            gain / stays,
            {inner: chance / stays for inner, chance in inside.items()},
        )
        for other in order:
            if other == state:
                continue
            other_gain, other_inside = rows[other]
            chance = other_inside.pop(state, None)
            if chance is None:
                continue
            for inner, more in inside.items():
                other_inside[inner] = other_inside.get(inner, Fraction(0)) + chance * more
            rows[other] = (other_gain + chance * gain, other_inside)
    return {state: gain for state, (gain, _) in rows.items()}
