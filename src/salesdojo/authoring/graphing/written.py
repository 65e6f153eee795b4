"""The ways between scenes as they are written, before anyone asks whether a talk goes there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from salesdojo.content.model import Branch, Choice, Scenario, Scene

Passage = tuple[str, str | None, str]
"""From which scene, by which choice or ending of a table (None: by itself), to which scene."""


@dataclass(frozen=True, slots=True)
class Condition:
    """When a passage is gone."""

    conditional: bool
    conditions: tuple[str, ...]
    """As the trainer wrote them; empty for what is gone when no other holds."""
    chance: Fraction | None
    """0-1; the share of the draw, where one decides."""


def written_passages(scenario: Scenario) -> Mapping[Passage, Condition]:
    """Return every passage, in the file's order; branches to the same scene are one."""
    found: dict[Passage, Condition] = {}
    for scene in scenario.scenes.values():
        for to, condition in _targets(scene.goto):
            found[scene.id, None, to] = condition
        for by, goto in leading(scene).items():
            for to, condition in _targets(goto):
                found[scene.id, by, to] = condition
    return found


def leading(scene: Scene) -> Mapping[str, tuple[Branch, ...]]:
    """Return where each choice of a scene leads, or each ending of its table."""
    if scene.bargaining is not None:
        return {ending.value: goto for ending, goto in scene.bargaining.goto.items()}
    return {choice.id: choice.goto for choice in scene.choices.values()}


def led_by(scene: Scene, choice: Choice) -> str:
    """Return what a choice of a solved scenario is in the picture.

    Of a table each end that was found there is a choice: it is the ending that leads where
    the choice does, of several the first.
    """
    if scene.bargaining is None:
        return choice.id
    return next(by for by, goto in leading(scene).items() if goto == choice.goto)


def followers(scenario: Scenario) -> list[list[int]]:
    """Return, by scene number, the numbers of the scenes that may follow it."""
    numbers = {scene: number for number, scene in enumerate(scenario.scenes)}
    following: list[list[int]] = [[] for _ in numbers]
    for source, _, target in written_passages(scenario):
        following[numbers[source]].append(numbers[target])
    return following


def _targets(goto: Sequence[Branch]) -> Iterator[tuple[str, Condition]]:
    total = sum(branch.weight or 0 for branch in goto)
    for to in dict.fromkeys(branch.to for branch in goto):
        weight = sum(branch.weight or 0 for branch in goto if branch.to == to)
        chance = Fraction(weight, total) if total else None
        sure = total or all(branch.to == to for branch in goto)
        when = tuple(branch.when.source for branch in goto if branch.to == to and branch.when)
        yield to, Condition(not sure, when, chance)
