"""What each choice does at each place of a talk, worked out once and looked up from then on.

A place is a state cut down to what can still matter (`liveness`): a usual scenario
has some hundreds, however many roads lead through them. What a place forgets (meters
and facts that only satisfaction and the debrief ask for) is carried beside it by
whoever walks. `scoring_in_bulk` does, and is held equal to `Attempt` and `score`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from salesdojo.content.model import Branch, Choice, Outcome
from salesdojo.practice.loops import Exact
from salesdojo.practice.marking_in_bulk import LANE
from salesdojo.practice.passing_scenes import Road, entered
from salesdojo.practice.satisfaction_in_bulk import FeltMeters, Shifts
from salesdojo.practice.scoring import Judged
from salesdojo.practice.solving import Explored
from salesdojo.practice.state_graph import Edge
from salesdojo.practice.stepping import State, Weighted, before_the_opening, taking
from salesdojo.practice.valuing import expected

if TYPE_CHECKING:
    from salesdojo.content.text import Text

Lines = tuple[tuple[str, str], ...]
"""(scene, choice) of lines that may be said, in order."""


@dataclass(eq=False, slots=True)
class Place:
    """Where a talk can rest."""

    scene: str
    number: int
    """Of the state it stands for, in the graph."""
    outcome: Outcome | None
    """None while something can be said."""
    releasing: Lines
    """The lines offered here that uncover facts."""
    steps: dict[str, "Step"] = field(default_factory=dict)
    """By choice offered; none before one is asked for."""


_Said = tuple[Mapping[str, int], int, int, int, Shifts, str]
"""What a choice does wherever it is taken: `points` to `road` of a `Step`."""


@dataclass(eq=False, slots=True)
class Step:
    """What a choice does at a place."""

    place: Place
    choice: Choice
    loss: Exact
    points: Mapping[str, int]
    """What counts, by criterion."""
    earned: int
    """The same as one number, a `LANE` a criterion."""
    facts: int
    """The facts it uncovers, as bits."""
    said: int
    """Which of the lines that uncover facts have the same words, as bits."""
    shifts: Shifts
    """What it does to the meters that satisfaction asks for."""
    road: str
    """How draws name it."""
    after: Weighted[int]
    """The states in which the talk may come to rest then, by number."""
    promised: Exact
    """The value to be expected of them."""
    best: tuple[str, ...]
    """The choices at its place that cost nothing."""
    arrivals: dict[str, "Arrival"] = field(default_factory=dict)
    """By scene, as the talk came to rest there."""
    sure: "Arrival | None" = None
    """Where it led, once it is known to lead nowhere else."""


@dataclass(eq=False, slots=True)
class Arrival:
    """A step, and where it led."""

    step: Step
    place: Place
    luck: Exact
    judged: Judged
    """Its turn, and whether silence took it, are the talk's to say."""
    text: str = ""
    """For whoever writes it down, so that it is put in words once."""


class StepTable:
    """The places and steps of one scenario, as they are met."""

    def __init__(self, explored: Explored) -> None:
        """Look up what leads where, and what is worth what, in `explored`."""
        self.scenario = scenario = explored.scenario
        self._explored = explored
        self._graph = explored.graph
        self._places: dict[int, Place] = {}
        self._begun = before_the_opening(scenario)
        self.facts = {fact: 1 << number for number, fact in enumerate(scenario.facts)}
        """The bit of each fact."""
        self.lanes: Mapping[str, int] = {
            criterion: LANE**number for number, criterion in enumerate(explored.solution.best)
        }
        """The lane of each criterion, as what it is multiplied with."""
        self.releasing: Lines = tuple(
            (scene.id, choice.id)
            for scene in scenario.scenes.values()
            for choice in scene.choices.values()
            if choice.learn
        )
        """Every line that uncovers facts, in the file's order."""
        self._felt = FeltMeters(scenario)
        self._lines: dict[tuple[int, bool], _Said] = {}
        self._said: dict[Text, int] = {}
        for number, (name, line) in enumerate(self.releasing):
            words = scenario.scenes[name].choices[line].say
            self._said[words] = self._said.get(words, 0) | 1 << number

    def opening(self, seed: int) -> tuple[Place, Exact]:
        """Return where the talk first rests, and the luck of it."""
        numbers = self._graph.opening
        number = numbers[0][1]
        if len(numbers) > 1:
            start = (Branch(self._begun.scene),)
            number = self._drawn(numbers, self._rest(self._begun, start, seed, tuple))
        return self._place(number), self._explored.values[number] - self._expected(numbers)

    def step(self, place: Place, choice_id: str) -> Step | None:
        """Return what `choice_id` does at `place`; None where it is not offered."""
        if not place.steps:
            loss = self._explored.loss
            edges = self._graph.edges[place.number]
            losses = [loss(place.number, one) for one in range(len(edges))]
            choices = [self._graph.numbering.choices[number][1] for number, _, _ in edges]
            best = tuple(
                choice.id for choice, lost in zip(choices, losses, strict=True) if not lost
            )
            place.steps = {
                choice.id: self._step(place, choice, lost, best, edge)
                for choice, lost, edge in zip(choices, losses, edges, strict=True)
            }
        return place.steps.get(choice_id)

    def arrival(self, step: Step, seed: int, road: Sequence[str]) -> Arrival:
        """Return where `step` led, by chance on the `road` that ends with it where it decides."""
        if len(step.after) == 1:
            step.sure = self._arrival(step, step.after[0][1])
            return step.sure
        state = self._graph.state(step.place.number)
        taken = taking(self.scenario, state, step.choice)
        scene = self._rest(taken, step.choice.goto, seed, lambda: road)
        if scene not in step.arrivals:
            step.arrivals[scene] = self._arrival(step, self._drawn(step.after, scene))
        return step.arrivals[scene]

    def as_quality(self, amount: Exact) -> float:
        """Return an amount in the solution's units as points of quality."""
        start = self._explored.solution.start
        if not amount or start <= 0:
            return 0.0
        if isinstance(amount, int) and isinstance(start, int):
            return 100 * amount / start  # rounded once, as a fraction would be
        return float(Fraction(100 * amount) / start)

    def _rest(self, state: State, goto: Sequence[Branch], seed: int, road: Road) -> str:
        *_, last = entered(self.scenario, state, goto, seed, road)
        return last.scene

    def _drawn(self, among: Weighted[int], scene: str) -> int:
        return next(number for _, number in among if self._graph.scene(number) == scene)

    def _expected(self, among: Weighted[int]) -> Exact:
        values = self._explored.values
        if len(among) == 1:
            return values[among[0][1]]
        return expected([(weight, values[number]) for weight, number in among])

    def _step(
        self, place: Place, choice: Choice, loss: Exact, best: tuple[str, ...], edge: Edge
    ) -> Step:
        number, counts, after = edge
        line = self._lines.get((number, bool(counts)))
        if line is None:
            line = self._line(place.scene, choice, choice.points if counts else {})
            self._lines[number, bool(counts)] = line
        return Step(place, choice, loss, *line, after, self._expected(after), best)

    def _line(self, scene: str, choice: Choice, points: Mapping[str, int]) -> _Said:
        return (
            points,
            sum(earned * self.lanes[one] for one, earned in points.items() if one in self.lanes),
            sum(self.facts[fact] for fact in set(choice.learn)),
            self._said.get(choice.say, 0),
            self._felt.shifts(choice),
            f"{scene}.{choice.id}",
        )

    def _arrival(self, step: Step, number: int) -> Arrival:
        luck = self._explored.values[number] - step.promised
        judged = Judged(
            turn=0,
            scene=step.place.scene,
            choice=step.choice.id,
            loss=self.as_quality(step.loss),
            luck=self.as_quality(luck),
            best=step.best,
            points=step.points,
            timed_out=False,
        )
        return Arrival(step, self._place(number), luck, judged)

    def _place(self, number: int) -> Place:
        if number not in self._places:
            scene = self._graph.scene(number)
            choices = self._graph.numbering.choices
            could = [choices[one][1] for one, _, _ in self._graph.edges[number]]
            end = self.scenario.scenes[scene].end
            self._places[number] = Place(
                scene=scene,
                number=number,
                outcome=end or (None if could else Outcome.STALLED),
                releasing=tuple((scene, choice.id) for choice in could if choice.learn),
            )
        return self._places[number]
