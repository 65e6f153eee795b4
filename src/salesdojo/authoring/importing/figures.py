"""What a story's variables become: facts, once true for ever, or meters from 0 to 100."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from salesdojo.authoring.importing.draft import Draft
from salesdojo.authoring.importing.ids import Ids
from salesdojo.authoring.importing.limits import MOST_FACTS, MOST_METERS
from salesdojo.authoring.importing.shaping import ways_of
from salesdojo.authoring.importing.story import Change, Lost, Variable
from salesdojo.content.condition import (
    COMPARISONS,
    WORDS,
    Binary,
    Name,
    Node,
    Number,
    Unary,
    names_in,
)

_HIGHEST = 100


@dataclass(frozen=True, slots=True)
class Figure:
    """A variable as the scenario has it."""

    id: str
    name: str
    """What the story called it."""
    fact: bool
    start: int
    """0-100; of a meter."""
    hidden: bool
    """A boolean kept as 0 and 1: no gauge."""


def figures(draft: Draft) -> tuple[Mapping[str, Figure], tuple[Lost, ...]]:
    """Return the figures by variable, and what could not become one or not whole."""
    changes = [c for scene in draft.scenes.values() for one in scene.choices for c in one.changes]
    conditions = list(_conditions(draft))
    read = {name for condition in conditions for name in names_in(condition)}
    beyond = _beyond(changes, conditions)
    ids = Ids(taken=(*WORDS, "turn"))
    found: dict[str, Figure] = {}
    lost: list[Lost] = []
    for variable in draft.variables:
        fact = _is_fact(variable, changes)
        # Nobody asks for it and no gauge would show it.
        if variable.boolean and variable.name not in read:
            continue
        count = sum(figure.fact == fact for figure in found.values())
        if count >= (MOST_FACTS if fact else MOST_METERS):
            lost.append(Lost("too_many", variable.name, variable.place))
            continue
        start = max(0, min(_HIGHEST, variable.start))
        if not fact and (start != variable.start or variable.name in beyond):
            lost.append(Lost("clamped", variable.name, variable.place))
        called = ids.new(variable.name, "fact" if fact else "meter")
        found[variable.name] = Figure(called, variable.name, fact, start, variable.boolean)
    return found, tuple(lost)


def _is_fact(variable: Variable, changes: Iterable[Change]) -> bool:
    if not variable.boolean or variable.start:
        return False
    return all(change.amount for change in changes if change.variable == variable.name)


def _conditions(draft: Draft) -> Iterator[Node]:
    for scene in draft.scenes.values():
        yield from (line.when for line in scene.lines if line.when is not None)
        yield from (choice.when for choice in scene.choices if choice.when is not None)
        yield from (way.when for way in ways_of(scene) if way.when is not None)


def _beyond(changes: Iterable[Change], conditions: Iterable[Node]) -> set[str]:
    """Return the variables that the story takes, or thinks, beyond 0 to 100."""
    beyond = {
        change.variable
        for change in changes
        if not (0 <= change.amount <= _HIGHEST if change.sets else abs(change.amount) <= _HIGHEST)
    }
    for condition in conditions:
        beyond.update(_compared_beyond(condition))
    return beyond


def _compared_beyond(condition: Node) -> Iterator[str]:
    match condition:
        case (
            Binary(sign=sign, left=Name(id=name), right=Number(value=value))
            | Binary(sign=sign, left=Number(value=value), right=Name(id=name))
        ) if sign in COMPARISONS:
            if not 0 <= value <= _HIGHEST:
                yield name
        case Binary(sign=sign, left=Name(id=name), right=Unary(sign="-")) if sign in COMPARISONS:
            yield name
        case Binary(left=left, right=right):
            yield from _compared_beyond(left)
            yield from _compared_beyond(right)
        case Unary(operand=operand):
            yield from _compared_beyond(operand)
        case _:
            pass
