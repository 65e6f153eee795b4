"""The exemplar of an attempt: its own talk, with a best choice wherever one was not taken."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from salesdojo.practice.attempt import Attempt
from salesdojo.practice.best_road import FAR, anywhere, decisions_left
from salesdojo.practice.following import follow
from salesdojo.practice.liveness import cut_down

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from salesdojo.practice.best_road import Step
    from salesdojo.practice.solving import Explored
    from salesdojo.practice.stepping import State

LONGEST: Final = 500
"""Decisions after which a talk that chance leads in circles is given up."""


def exemplar(attempt: Attempt, explored: "Explored") -> Attempt | None:
    """Return a talk to its end in which no choice costs anything, as near to `attempt` as it goes.

    It begins where `attempt` began, with the same draws, and goes along with it as long as its
    choices cost nothing; then it takes the choices that `attempt` took too, where they cost
    nothing and were not taken yet, else those that soonest lead to an end.

    Args:
        attempt: any, over or not.
        explored: its scenario, solved.

    Returns:
        The talk, which is over; None where perfect play does not come to an end.
    """
    guide = _Guide.along(attempt, explored)
    talk = Attempt(attempt.scenario, attempt.seed)
    together = True
    while talk.outcome is None:
        choice = guide.choice(talk, together=together)
        if choice is None or talk.turn >= LONGEST:
            return None
        together = together and choice == guide.taken_at(talk.turn)
        talk = follow(talk, choice)
    return talk


@dataclass(frozen=True, slots=True)
class _Guide:
    """Which choice the exemplar takes."""

    explored: "Explored"
    numbers: "Mapping[int, int]"
    """State numbers by packed state."""
    left: "Sequence[int]"
    """The fewest decisions to an end, by state number."""
    taken: "tuple[Step, ...]"
    """By the attempt that it goes along with."""

    @classmethod
    def along(cls, attempt: Attempt, explored: "Explored") -> "_Guide":
        """Return a guide that goes along with `attempt`."""
        numbers = {packed: number for number, packed in enumerate(explored.graph.states)}
        taken = tuple((event.scene, event.choice.id) for event in attempt.events)
        return cls(explored, numbers, decisions_left(explored, anywhere), taken)

    def taken_at(self, turn: int) -> str | None:
        """Return what the attempt took after `turn` decisions."""
        return self.taken[turn][1] if turn < len(self.taken) else None

    def choice(self, talk: Attempt, *, together: bool) -> str | None:
        """Return the choice to take; None where no choice that costs nothing leads to an end."""
        free = self._free(talk.state)
        if not free:
            return None
        same = self.taken_at(talk.turn)
        if together and same in free:
            return same
        scene = talk.scene.id
        said = {(event.scene, event.choice.id) for event in talk.events}
        for step in self.taken:
            if step[0] == scene and step[1] in free and step not in said:
                return step[1]
        return min(free, key=lambda name: free[name])

    def _free(self, state: "State") -> "Mapping[str, int]":
        """Return the choices that cost nothing, each with the decisions left after it."""
        solution = self.explored.solution
        packed = solution.numbering.compiled(cut_down(state, solution.liveness))
        number = self.numbers[packed]
        graph = self.explored.graph
        found: dict[str, int] = {}
        for place, (choice, _, draw) in enumerate(graph.edges[number]):
            left = min(self.left[after] for after in anywhere(draw))
            if left < FAR and not self.explored.loss(number, place):
                found[graph.numbering.choices[choice][1].id] = left
        return found
