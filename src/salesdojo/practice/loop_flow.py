"""How often the states of a loop are come to before it is left.

The equations are solved by eliminating state after state without a subtraction
(Grassmann, Taksar and Heyman 1985), so that no digits cancel; a loop too large
for that by going round until what is still inside does not count.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from salesdojo.practice.too_large import TooLargeError

LARGEST: Final = 600
"""States up to which a loop is solved by elimination."""
NOTHING_LEFT: Final = 1e-15
"""What is still inside a larger loop when it counts as left, as a share of what came in."""
MOST_STEPS: Final = 3_000_000
"""Steps after which a larger loop is given up: some 3 s."""


class LoopFlow:
    """The flow through states that can all return to themselves, of which some lead out."""

    def __init__(self, following: Mapping[int, Sequence[tuple[int, float]]]) -> None:
        """Take, for each state of the loop, what follows it; other states lie outside."""
        self._following = following
        self._states = tuple(following)
        self._steps: list[tuple[float, dict[int, float], dict[int, float]]] | None = None

    def visits(self, inflow: Sequence[float]) -> dict[int, float]:
        """Return the expected visits of each state, given what enters at each, in order.

        Raises:
            TooLargeError: PR003 for a large loop that is left too rarely.
        """
        if len(self._states) > LARGEST:
            return self._gone_round(inflow)
        if self._steps is None:
            self._steps = self._eliminated()
        arriving = list(inflow)
        for place, (leaving, onward, _) in enumerate(self._steps):
            arriving[place] /= leaving
            for later, chance in onward.items():
                arriving[later] += arriving[place] * chance
        for place in reversed(range(len(arriving))):
            for later, back in self._steps[place][2].items():
                arriving[place] += arriving[later] * back
        return dict(zip(self._states, arriving, strict=True))

    def _eliminated(self) -> list[tuple[float, dict[int, float], dict[int, float]]]:
        """Return by place: how surely it is left, for which later ones, and what they send back."""
        places = {state: place for place, state in enumerate(self._states)}
        outside = [0.0] * len(places)
        rows: list[dict[int, float]] = [{} for _ in places]
        into: list[set[int]] = [set() for _ in places]
        for state, place in places.items():
            for after, chance in self._following[state]:
                if after not in places:
                    outside[place] += chance
                    continue
                rows[place][places[after]] = rows[place].get(places[after], 0.0) + chance
                into[places[after]].add(place)
        steps = []
        for place, row in enumerate(rows):
            row.pop(place, None)
            leaving = outside[place] + sum(row.values())
            back = {
                later: rows[later].pop(place) / leaving
                for later in sorted(into[place])
                if later > place
            }
            for later, chance in back.items():
                outside[later] += chance * outside[place]
                for after, more in row.items():
                    rows[later][after] = rows[later].get(after, 0.0) + chance * more
                    into[after].add(later)
            steps.append((leaving, row, back))
        return steps

    def _gone_round(self, inflow: Sequence[float]) -> dict[int, float]:
        visits = dict.fromkeys(self._states, 0.0)
        moving = {state: here for state, here in zip(self._states, inflow, strict=True) if here}
        least = NOTHING_LEFT * sum(moving.values())
        steps = 0
        while sum(moving.values()) > least:
            onward: dict[int, float] = {}
            for state, here in moving.items():
                visits[state] += here
                for after, chance in self._following[state]:
                    if after in visits:
                        onward[after] = onward.get(after, 0.0) + here * chance
            steps += len(moving)
            if steps > MOST_STEPS:
                raise TooLargeError(LARGEST)
            moving = onward
        return visits
