"""Which scenes lead back to one another: only there can a talk return."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from salesdojo.content.model import Branch, Scenario, Scene
from salesdojo.practice.components import components


@dataclass(frozen=True)
class Knots:
    """The strongly connected groups of a scenario's scenes."""

    scenario: Scenario

    @cached_property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The groups, each before those that lead to it; most are one scene alone."""
        names = tuple(self.scenario.scenes)
        numbers = {name: number for number, name in enumerate(names)}
        following = [
            [numbers[to] for to in destinations(scene)] for scene in self.scenario.scenes.values()
        ]
        return tuple(
            tuple(names[number] for number in sorted(group))
            for group in components(following, range(len(names)))
        )

    @cached_property
    def of(self) -> Mapping[str, int]:
        """The place in `groups` of each scene."""
        return {scene: place for place, group in enumerate(self.groups) for scene in group}

    @cached_property
    def recurring(self) -> frozenset[str]:
        """The scenes that a talk can enter more than once."""
        scenes = self.scenario.scenes
        return frozenset(
            scene
            for group in self.groups
            for scene in group
            if len(group) > 1 or scene in destinations(scenes[scene])
        )

    def inside(self, scene: str, to: tuple[Branch, ...]) -> bool:
        """Say whether a way out of `scene` can stay in its group."""
        return any(self.of[branch.to] == self.of[scene] for branch in to)


def destinations(scene: Scene) -> dict[str, None]:
    """Return where a scene leads by one step, in the file's order, each once."""
    return dict.fromkeys(branch.to for goto in scene.ways for branch in goto)
