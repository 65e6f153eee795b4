"""What each choice does at each place of a talk, worked out once and looked up from then on.

A place is a state cut down to what can still matter (`liveness`): a usual scenario
has some hundreds, however many roads lead through them. What a place forgets (meters
and facts that only satisfaction and the debrief ask for) is carried beside it by
whoever walks. `scoring_in_bulk` does, and is held equal to `Attempt` and `score`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from salesdojo.content.model import Branch, Choice, Outcome
from salesdojo.practice.liveness import cut_down
from salesdojo.practice.loops import Exact
from salesdojo.practice.passing_scenes import Road, entered
from salesdojo.practice.scoring import Judged
from salesdojo.practice.solving import Solution
from salesdojo.practice.stepping import (
    Draw,
    State,
    before_the_opening,
    offered,
    opening_outcomes,
    outcomes,
    points_counted,
    taking,
)

if TYPE_CHECKING:
    from salesdojo.content.text import Text

LANE: Final = 1 << 32
"""Points of each criterion are added up in a lane of one number; no talk fills half of it."""
Lines = tuple[tuple[str, str], ...]
"""(scene, choice) of lines that may be said, in order."""


@dataclass(eq=False, slots=True)
class Place:
    """Where a talk can rest."""

    scene: str
    state: State
    """Cut down to what can still matter."""
    outcome: Outcome | None
    """None while something can be said."""
    releasing: Lines
    """The lines offered here that uncover facts."""
    steps: dict[str, "Step"] = field(default_factory=dict)
    """By choice offered; none before one is asked for."""


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
    road: str
    """How draws name it."""
    taken: State
    """After it, before anything follows."""
    after: Draw
    """The states in which the talk may come to rest then."""
    promised: Exact
    """The value to be expected of them."""
    best: tuple[str, ...] = ()
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

    def __init__(self, solution: Solution) -> None:
        """Look up what is worth what in `solution`."""
        self.solution = solution
        self.scenario = scenario = solution.scenario
        self._places: dict[State, Place] = {}
        self._openings: dict[str, tuple[Place, Exact]] = {}
        self._opening = opening_outcomes(scenario)
        self._begun = before_the_opening(scenario)
        self.facts = {fact: 1 << number for number, fact in enumerate(scenario.facts)}
        """The bit of each fact."""
        self.lanes: Mapping[str, int] = {
            criterion: LANE**number for number, criterion in enumerate(solution.best)
        }
        """The lane of each criterion, as what it is multiplied with."""
        self.releasing: Lines = tuple(
            (scene.id, choice.id)
            for scene in scenario.scenes.values()
            for choice in scene.choices.values()
            if choice.learn
        )
        """Every line that uncovers facts, in the file's order."""
        self._said: dict[Text, int] = {}
        for number, (name, line) in enumerate(self.releasing):
            words = scenario.scenes[name].choices[line].say
            self._said[words] = self._said.get(words, 0) | 1 << number

    def opening(self, seed: int) -> tuple[Place, Exact]:
        """Return where the talk first rests, and the luck of it."""
        name = self._begun.scene
        if len(self._opening) > 1 or self._opening[0][1].scene != name:
            name = self._rest(self._begun, (Branch(name),), seed, tuple)
        if name not in self._openings:
            state = next(state for _, state in self._opening if state.scene == name)
            luck = self.solution.value(state) - self.solution.expected(self._opening)
            self._openings[name] = (self._place(state), luck)
        return self._openings[name]

    def step(self, place: Place, choice_id: str) -> Step | None:
        """Return what `choice_id` does at `place`; None where it is not offered."""
        if not place.steps:
            could = offered(self.scenario, place.state)
            steps = {choice.id: self._step(place, choice) for choice in could}
            best = tuple(choice for choice, step in steps.items() if not step.loss)
            for step in steps.values():
                step.best = best
            place.steps = steps
        return place.steps.get(choice_id)

    def arrival(self, step: Step, seed: int, road: Sequence[str]) -> Arrival:
        """Return where `step` led, by chance on the `road` that ends with it where it decides."""
        if len(step.after) == 1:
            step.sure = self._arrival(step, step.after[0][1])
            return step.sure
        scene = self._rest(step.taken, step.choice.goto, seed, lambda: road)
        if scene not in step.arrivals:
            state = next(state for _, state in step.after if state.scene == scene)
            step.arrivals[scene] = self._arrival(step, state)
        return step.arrivals[scene]

    def as_quality(self, amount: Exact) -> float:
        """Return an amount in the solution's units as points of quality."""
        start = self.solution.start
        return float(Fraction(100 * amount) / start) if start > 0 else 0.0

    def _rest(self, state: State, goto: Sequence[Branch], seed: int, road: Road) -> str:
        *_, last = entered(self.scenario, state, goto, seed, road)
        return last.scene

    def _step(self, place: Place, choice: Choice) -> Step:
        scenario, state, solution = self.scenario, place.state, self.solution
        points = points_counted(state, choice)
        taken = taking(scenario, state, choice)
        after = outcomes(scenario, taken, choice.goto)
        promised = solution.expected(after)
        return Step(
            place=place,
            choice=choice,
            loss=solution.value(state) - solution.worth(points) - promised,
            points=points,
            earned=sum(
                earned * self.lanes[one] for one, earned in points.items() if one in self.lanes
            ),
            facts=sum(self.facts[fact] for fact in set(choice.learn)),
            said=self._said.get(choice.say, 0),
            road=f"{place.scene}.{choice.id}",
            taken=taken,
            after=after,
            promised=promised,
        )

    def _arrival(self, step: Step, state: State) -> Arrival:
        luck = self.solution.value(state) - step.promised
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
        return Arrival(step, self._place(state), luck, judged)

    def _place(self, state: State) -> Place:
        kept = cut_down(state, self.solution.liveness)
        if kept not in self._places:
            could = offered(self.scenario, kept)
            end = self.scenario.scenes[kept.scene].end
            self._places[kept] = Place(
                scene=kept.scene,
                state=kept,
                outcome=end or (None if could else Outcome.STALLED),
                releasing=tuple((kept.scene, choice.id) for choice in could if choice.learn),
            )
        return self._places[kept]
