"""What each choice does at each place of a talk, worked out once and looked up from then on.

A place is a state cut down to what can still matter (`liveness`): a usual scenario
has some hundreds, however many roads lead through them. What a place forgets (meters
and facts that only satisfaction and the debrief ask for) is carried beside it by
whoever walks. `scoring_in_bulk` does, and is held equal to `Attempt` and `score`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from salesdojo.content.model import Branch, Choice, Effect, Outcome
from salesdojo.practice.liveness import cut_down
from salesdojo.practice.loops import Exact
from salesdojo.practice.passing_scenes import Road, entered
from salesdojo.practice.scoring import Judged, best_choices, cost
from salesdojo.practice.solving import Solution
from salesdojo.practice.stepping import (
    State,
    before_the_opening,
    offered,
    opening_outcomes,
    outcomes,
    points_counted,
    taking,
)

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
    steps: dict[str, "Step | None"] = field(default_factory=dict)
    """By choice, as they are met; None where it is not offered."""


@dataclass(eq=False, slots=True)
class Step:
    """What a choice does at a place."""

    choice: Choice
    loss: Exact
    earned: int
    """Points that count, a `LANE` a criterion."""
    facts: int
    """The facts it uncovers, as bits."""
    said: int
    """Which of the lines that uncover facts have the same words, as bits."""
    effects: tuple[Effect, ...]
    breach: str | None
    road: str
    """How draws name it."""
    sure: "Arrival | None"
    """Where it leads; None where chance decides."""
    judged: Judged
    """Its turn and silence are the talk's to say, and its luck the arrival's."""
    taken: State
    """After it, before anything follows."""
    promised: Exact
    """The value to be expected after it."""
    arrivals: dict[str, "Arrival"] = field(default_factory=dict)
    """By scene, as chance led there."""


@dataclass(eq=False, slots=True)
class Arrival:
    """A step, and where it led."""

    step: Step
    place: Place
    luck: Exact
    judged: Judged
    """As the step's, with the luck of this arrival."""
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
        """Work out what `choice_id` does at `place`, and keep it; None where it is not offered."""
        could = offered(self.scenario, place.state)
        choice = next((choice for choice in could if choice.id == choice_id), None)
        if choice is None:
            place.steps[choice_id] = None
            return None
        place.steps[choice_id] = step = self._step(place, choice)
        return step

    def arrival(self, step: Step, seed: int, road: Road) -> Arrival:
        """Return where chance led after `step`, on the `road` that ends with it."""
        scene = self._rest(step.taken, step.choice.goto, seed, road)
        if scene not in step.arrivals:
            from_here = outcomes(self.scenario, step.taken, step.choice.goto)
            state = next(state for _, state in from_here if state.scene == scene)
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
        loss = cost(state, choice.id, solution)
        taken = taking(scenario, state, choice)
        after = outcomes(scenario, taken, choice.goto)
        step = Step(
            choice=choice,
            loss=loss,
            earned=sum(
                earned * self.lanes[one] for one, earned in points.items() if one in self.lanes
            ),
            facts=sum(self.facts[fact] for fact in set(choice.learn)),
            said=self._said(choice),
            effects=choice.effects,
            breach=choice.breach,
            road=f"{place.scene}.{choice.id}",
            sure=None,
            judged=Judged(
                turn=0,
                scene=place.scene,
                choice=choice.id,
                loss=self.as_quality(loss),
                luck=0.0,
                best=best_choices(state, solution),
                points=points,
                timed_out=False,
            ),
            taken=taken,
            promised=solution.expected(after),
        )
        if len(after) == 1:
            step.sure = self._arrival(step, after[0][1])
        return step

    def _said(self, choice: Choice) -> int:
        scenes = self.scenario.scenes
        return sum(
            1 << number
            for number, (scene, line) in enumerate(self.releasing)
            if scenes[scene].choices[line].say == choice.say
        )

    def _arrival(self, step: Step, state: State) -> Arrival:
        luck = self.solution.value(state) - step.promised
        one = step.judged
        judged = Judged(
            one.turn,
            one.scene,
            one.choice,
            one.loss,
            self.as_quality(luck),
            one.best,
            one.points,
            one.timed_out,
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
