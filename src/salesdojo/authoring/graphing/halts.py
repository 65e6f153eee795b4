"""Where a talk can come to a halt: no choice is left, or a loop leads nowhere else."""

from salesdojo.authoring.graphing.written import followers
from salesdojo.content.model import Scenario
from salesdojo.practice.components import components
from salesdojo.practice.solving import Explored


def halting_states(explored: Explored) -> tuple[int, ...]:
    """Return the states, by number, from which a talk that has not ended never ends."""
    graph, scenes = explored.graph, explored.scenario.scenes
    found: list[int] = []
    for component in explored.order:
        inside = set(component)
        after = {to for state in component for _, _, draw in graph.edges[state] for _, to in draw}
        if after <= inside and scenes[graph.scene(component[0])].end is None:
            found.extend(component)
    return tuple(found)


def halting_as_written(scenario: Scenario) -> frozenset[str]:
    """Return the scenes from which nothing that is written leads to an end."""
    names = tuple(scenario.scenes)
    following = followers(scenario)
    found: set[str] = set()
    for component in components(following, range(len(names))):
        inside = set(component)
        if {to for scene in component for to in following[scene]} <= inside:
            found.update(names[scene] for scene in component)
    return frozenset(scene for scene in found if scenario.scenes[scene].end is None)


def reached_as_written(scenario: Scenario) -> frozenset[str]:
    """Return the scenes to which something that is written leads from the start."""
    names = tuple(scenario.scenes)
    start = names.index(scenario.start)
    return frozenset(
        names[scene]
        for component in components(followers(scenario), [start])
        for scene in component
    )
