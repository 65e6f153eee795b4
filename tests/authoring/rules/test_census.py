"""What the census says is met, held against trying every road with nothing let go of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from salesdojo.authoring.rules.census import (
    Census,
    census,
    census_from_anywhere,
    earned_from_anywhere,
)
from salesdojo.content.condition import Expression, parse
from salesdojo.content.document import Path
from salesdojo.content.model import Branch, Line, Scenario, Scene
from salesdojo.content.text import Text
from salesdojo.practice.liveness import Liveness, liveness, liveness_with_lines
from salesdojo.practice.solving import explored
from salesdojo.practice.starts import starts
from salesdojo.practice.stepping import State, at_rest, before_the_opening, offered, taking, values
from salesdojo.practice.too_large import TooLargeError
from support.scenarios import CONDITIONS, scenarios

FEW = 80
"""Starts up to which each of them is gone through by itself."""
Answers = dict[Path, set[str]]
"""By the path of a condition, or of an entry without one: held, failed, counted."""


@dataclass
class Witness:
    """Goes every road, and notes what it meets."""

    story: Scenario
    scenes: set[str] = field(default_factory=set)
    offered: set[tuple[str, str]] = field(default_factory=set)
    answers: Answers = field(default_factory=dict)

    def watch(self) -> None:
        start = before_the_opening(self.story)
        waiting = list(self.follow(start, (Branch(self.story.start),), ("start",)))
        seen = set(waiting)
        for state in waiting:
            for after in self.onward(state):
                if after not in seen:
                    seen.add(after)
                    waiting.append(after)

    def onward(self, state: State) -> Iterator[State]:
        scene = self.story.scenes[state.scene]
        for choice in scene.choices.values():
            if choice.when is not None and (scene.id, choice.id) not in state.taken:
                path = ("scenes", scene.id, "choices", choice.id, "when")
                self.note(path, "held" if self.holds(choice.when, state) else "failed")
        for choice in offered(self.story, state):
            self.offered.add((scene.id, choice.id))
            path = ("scenes", scene.id, "choices", choice.id, "goto")
            yield from self.follow(taking(self.story, state, choice), choice.goto, path)

    def follow(self, state: State, goto: Sequence[Branch], path: Path) -> Iterator[State]:
        if goto[0].weight is not None:
            ways = list(goto)
        else:
            ways = [goto[self.first([way.when for way in goto], path, state)]]
        for way in ways:
            there = replace(state, scene=way.to)
            scene = self.story.scenes[way.to]
            self.scenes.add(scene.id)
            self.first(
                [line.when for line in scene.customer], ("scenes", way.to, "customer"), there
            )
            if at_rest(scene):
                yield there
            else:
                yield from self.follow(there, scene.goto, ("scenes", way.to, "goto"))

    def first(self, whens: Sequence[Expression | None], path: Path, state: State) -> int:
        """Return the first entry that holds, each asked whether it counts or not."""
        held = [when is None or self.holds(when, state) for when in whens]
        if not any(whens):
            return 0
        for place, when in enumerate(whens):
            entry = (*path, place) if when is None else (*path, place, "when")
            if when is not None:
                self.note(entry, "held" if held[place] else "failed")
            if held.index(True) == place:
                self.note(entry, "counted")
        return held.index(True)

    def holds(self, when: Expression, state: State) -> bool:
        return bool(when.value(values(self.story, state)))

    def note(self, path: Path, answer: str) -> None:
        self.answers.setdefault(path, set()).add(answer)


@st.composite
def worded(draw: st.DrawFn) -> Scenario:
    """A scenario with lines that depend on what was done, and scenes that part by it."""
    story = draw(scenarios())
    scenes = {name: _worded(draw, scene) for name, scene in story.scenes.items()}
    return replace(story, scenes=scenes)


def _worded(draw: st.DrawFn, scene: Scene) -> Scene:
    conditions = st.sampled_from(CONDITIONS).map(parse)
    whens = draw(st.lists(conditions, max_size=2))
    lines = tuple(Line(Text.of("Well?"), when) for when in (*whens, None))
    goto = tuple(scene.goto)
    by_condition = draw(st.booleans())
    if goto and by_condition:
        goto = (
            *(Branch(way.to, draw(conditions)) for way in goto[:-1]),
            Branch(goto[-1].to),
        )
    return replace(scene, customer=lines, goto=goto)


def told(taken: Census) -> Answers:
    """Return what the census says of every list with a condition in it."""
    answers: Answers = {}
    conditions = taken.conditions
    for path, asked in conditions.items():
        says = {name for name in ("held", "failed", "counted") if getattr(asked, name)}
        if path[-1] != "when":
            beside = (*path[:-1], 0, "when")
            if beside not in conditions:
                continue
            says.discard("held")
            says.discard("failed")
        answers[path] = says
    return answers


@settings(max_examples=150, deadline=None)
@given(story=worded())
def test_the_census_says_what_every_road_sees(story: Scenario) -> None:
    witness = Witness(story)
    witness.watch()
    taken = census(explored(story))
    assert taken.scenes == witness.scenes
    assert taken.offered == witness.offered
    same(told(taken), witness.answers)


def same(said: Answers, seen: Answers) -> None:
    nothing: set[str] = set()
    for path in said.keys() | seen.keys():
        assert said.get(path, nothing) == seen.get(path, nothing), path


def few_starts(story: Scenario, live: Liveness) -> tuple[State, ...]:
    try:
        begins = starts(story, live)
    except TooLargeError:
        begins = ()
    assume(0 < len(begins) <= FEW)
    return begins


def begun(story: Scenario, start: State) -> Scenario:
    meters = {
        name: replace(meter, start=value)
        for (name, meter), value in zip(story.meters.items(), start.meters, strict=True)
    }
    return replace(story, meters=meters, learned=tuple(start.facts))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(story=worded())
def test_from_anywhere_is_met_what_is_met_from_any_start(story: Scenario) -> None:
    begins = few_starts(story, liveness_with_lines(story))
    witness = Witness(story)
    for start in begins:
        witness.story = begun(story, start)
        witness.watch()
    taken = census_from_anywhere(story)
    assert taken.scenes == witness.scenes
    assert taken.offered == witness.offered
    same(told(taken), witness.answers)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(story=worded(), data=st.data())
def test_no_start_meets_what_is_not_met_from_anywhere(story: Scenario, data: st.DataObject) -> None:
    few_starts(story, liveness_with_lines(story))  # past the limit everything counts as met
    values = tuple(data.draw(st.integers(0, 100)) for _ in story.meters)
    facts = data.draw(st.frozensets(st.sampled_from(tuple(story.facts))))
    witness = Witness(begun(story, State(story.start, values, facts, frozenset(), 0)))
    witness.watch()
    taken = census_from_anywhere(story)
    assert witness.scenes <= taken.scenes
    assert witness.offered <= taken.offered
    said = told(taken)
    for path, answers in witness.answers.items():
        assert answers <= said.get(path, set()), path


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(story=scenarios())
def test_a_criterion_is_earned_from_anywhere_if_any_start_earns_it(story: Scenario) -> None:
    begins = few_starts(story, liveness(story))
    earned = [explored(begun(story, start)).solution.best.keys() for start in begins]
    assert earned_from_anywhere(story) == set().union(*earned)
