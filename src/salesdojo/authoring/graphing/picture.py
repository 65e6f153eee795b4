"""From a scenario to its picture: solved, with traffic and the best road, or as it is written."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby

from salesdojo.authoring.behind_tables import behind_tables
from salesdojo.authoring.graphing.best_road import best_road
from salesdojo.authoring.graphing.halts import (
    halting_as_written,
    halting_states,
    reached_as_written,
)
from salesdojo.authoring.graphing.parts import Kind, Node, Picture, Step, Way
from salesdojo.authoring.graphing.passages import passages_after
from salesdojo.authoring.graphing.written import Condition, Passage, led_by, written_passages
from salesdojo.content.model import Scenario, Scene
from salesdojo.practice.exact_play import at_random, traffic
from salesdojo.practice.solving import Explored


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a scenario beyond what is written."""

    reached: AbstractSet[str]
    stuck: AbstractSet[str]
    best: AbstractSet[Passage] = frozenset()
    gone: Mapping[Passage, float] | None = None
    """How often a random player goes each passage in one talk; None where it is not known."""
    endless: AbstractSet[Passage] = frozenset()
    """The passages of circles that nobody leaves: how often they are gone has no figure."""

    def times(self, passage: Passage) -> float | None:
        """Return how often a passage is gone in one talk, where there is a figure."""
        if self.gone is None or passage in self.endless:
            return None
        return self.gone.get(passage, 0.0)

    def arrivals(self, scene: str, at_the_start: bool) -> float | None:
        """Return how often a talk comes to a scene, where there is a figure."""
        if self.gone is None:
            return None
        into = [times for (_, _, to), times in self.gone.items() if to == scene]
        if not into and scene in {to for _, _, to in self.endless} and not at_the_start:
            return None
        return sum(into, 1.0 if at_the_start else 0.0)


def picture(explored: Explored) -> Picture:
    """Return the picture of a scenario whose every state is known.

    Raises:
        PracticeError: PR003 for a loop too large to be solved.
    """
    scenario, graph = explored.scenario, explored.graph
    gone = _as_pictured(scenario, traffic(explored, at_random(explored)))
    halts = halting_states(explored)
    endless = frozenset(
        passage
        for state in halts
        for choice, _, _ in graph.edges[state]
        for passage in passages_after(explored, state, choice)
    )
    rested = {graph.scene(state) for state in range(len(graph))}
    passed = {to for _, _, to in (*gone, *endless)}
    stuck = {graph.scene(state) for state in halts} | {to for _, _, to in endless}
    # A table can be left by more ways than those that the named players go.
    reached = rested | passed | {scenario.start} | behind_tables(scenario)
    known = _Known(reached, stuck, best_road(explored), gone, endless)
    return _drawn(scenario, known)


def _as_pictured(scenario: Scenario, gone: Mapping[Passage, float]) -> Mapping[Passage, float]:
    """Return the traffic with the ends of a table put together by ending."""
    found: dict[Passage, float] = {}
    for (source, taken, to), times in gone.items():
        scene = scenario.scenes[source]
        by = taken if taken is None else led_by(scene, scene.choices[taken])
        found[source, by, to] = found.get((source, by, to), 0.0) + times
    return found


def unsolved_picture(scenario: Scenario) -> Picture:
    """Return the picture of a scenario too large to be solved: what is written, no figures."""
    return _drawn(scenario, _Known(reached_as_written(scenario), halting_as_written(scenario)))


def _drawn(scenario: Scenario, known: _Known) -> Picture:
    good = {to for _, _, to in known.best}
    solved = known.gone is not None
    nodes = tuple(
        Node(
            scene.id,
            scene.customer[0].say,
            _kind(scene),
            scene.end,
            start=scene.id == scenario.start,
            reached=scene.id in known.reached,
            stuck=scene.id in known.stuck,
            best=scene.id in good or (solved and scene.id == scenario.start),
            traffic=known.arrivals(scene.id, scene.id == scenario.start),
        )
        for scene in scenario.scenes.values()
    )
    return Picture(scenario.id, scenario.title, nodes, _ways(scenario, known), solved)


def _kind(scene: Scene) -> Kind:
    if scene.end is not None:
        return Kind.END
    if scene.bargaining is not None:
        return Kind.TABLE
    if scene.choices:
        return Kind.CHOICES
    return Kind.CHANCE if scene.goto[0].weight is not None else Kind.PASSING


def _ways(scenario: Scenario, known: _Known) -> tuple[Way, ...]:
    written = written_passages(scenario)
    found: list[Way] = []
    for source, leaving in groupby(written, key=lambda passage: passage[0]):
        steps: dict[str, list[Step]] = {}
        for passage in leaving:
            step = _step(scenario, passage, written[passage], known)
            steps.setdefault(passage[2], []).append(step)
        found.extend(Way(source, target, tuple(by)) for target, by in steps.items())
    return tuple(found)


def _step(scenario: Scenario, passage: Passage, condition: Condition, known: _Known) -> Step:
    source, by, _ = passage
    scene = scenario.scenes[source]
    choice = None if by is None or scene.bargaining else scene.choices[by]
    return Step(
        by,
        None if choice is None else choice.say,
        condition.conditional or (choice is not None and choice.when is not None),
        condition.conditions,
        condition.chance,
        known.times(passage),
        passage in known.best,
    )
