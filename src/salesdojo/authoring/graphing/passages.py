"""The passages that a talk really goes along: from where it rests to where it rests again."""

from collections.abc import Iterator, Sequence

from salesdojo.authoring.graphing.written import Passage, led_by
from salesdojo.content.model import Branch, Scenario
from salesdojo.practice.solving import Explored
from salesdojo.practice.stepping import State, at_rest, before_the_opening, taking, ways


def opening_passages(scenario: Scenario) -> Iterator[Passage]:
    """Yield the passages along which the talk opens; none where it rests at the start."""
    scene = scenario.scenes[scenario.start]
    if not at_rest(scene):
        yield from _along(scenario, before_the_opening(scenario), None, scene.goto)


def passages_after(explored: Explored, state: int, choice: int) -> Iterator[Passage]:
    """Yield the passages that a choice leads along from a state, both by number."""
    scenario, graph = explored.scenario, explored.graph
    _, taken = graph.numbering.choices[choice]
    after = taking(scenario, graph.state(state), taken)
    by = led_by(scenario.scenes[after.scene], taken)
    yield from _along(scenario, after, by, taken.goto)


def _along(
    scenario: Scenario, state: State, choice: str | None, goto: Sequence[Branch]
) -> Iterator[Passage]:
    """Yield the passages out of the state's scene and of the scenes where nobody chooses."""
    waiting: list[tuple[str, str | None, Sequence[Branch]]] = [(state.scene, choice, goto)]
    passed = set()
    while waiting:
        here, by, onward = waiting.pop()
        for branch in ways(scenario, state, onward):
            yield here, by, branch.to
            scene = scenario.scenes[branch.to]
            if not at_rest(scene) and scene.id not in passed:
                passed.add(scene.id)
                waiting.append((scene.id, None, scene.goto))
