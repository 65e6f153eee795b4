"""What an ink story's variables are before its first line."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from salesdojo.authoring.importing.ink_containers import Compiled
from salesdojo.authoring.importing.ink_values import UNKNOWN, Spoken, Target, Value
from salesdojo.authoring.importing.story import Lost, Place, Variable

_DECLARATIONS: Final = "global decl"


@dataclass(frozen=True, slots=True)
class Beginning:
    """The variables, and which of them ever change."""

    variables: tuple[Variable, ...]
    """Those that a scenario can keep: whole numbers and booleans that change."""
    constant: Mapping[str, Value]
    """Those that no line of the story changes."""
    lost: tuple[Lost, ...]


def beginning(story: Compiled, name: str) -> Beginning:
    """Read the declarations of `story`; they compute nothing."""
    values = _declared(story)
    items = (item for container in story.containers for item in container.content)
    changed = {
        item.get("VAR=") for item in items if isinstance(item, dict) and item.get("re") is True
    }
    place = Place(name)
    variables, lost = [], []
    for variable, value in values.items():
        if variable not in changed:
            continue
        if isinstance(value, int):
            boolean = isinstance(value, bool)
            variables.append(Variable(variable, int(value), boolean, place))
        else:
            lost.append(Lost("variable", variable, place))
    constant = {variable: value for variable, value in values.items() if variable not in changed}
    return Beginning(tuple(variables), constant, tuple(lost))


def asked_for(story: Compiled) -> frozenset[str]:
    """Return the paths of the places of which some condition asks how often they were visited."""
    found = set()
    for container in story.containers:
        for item in container.content:
            path = item.get("CNT?") if isinstance(item, dict) else None
            target = story.target(path, container) if isinstance(path, str) else None
            if target is not None:
                found.add(target[0].path)
    return frozenset(found)


def _declared(story: Compiled) -> dict[str, Value]:
    declarations = story.root.named.get(_DECLARATIONS)
    values: dict[str, Value] = {}
    latest: Value = UNKNOWN
    for item in declarations.content if declarations is not None else ():
        if isinstance(item, dict) and isinstance(variable := item.get("VAR="), str):
            values[variable] = latest
            latest = UNKNOWN
        elif item == "_" and isinstance(latest, int):
            latest = -latest
        else:
            latest = _literal(item, latest)
    return values


def _literal(item: Any, latest: Value) -> Value:  # noqa: ANN401 - an instruction of ink
    if isinstance(item, int | float):
        return item
    if isinstance(item, str):
        return Spoken(item[1:]) if item.startswith("^") else latest
    if isinstance(item, dict) and isinstance(path := item.get("^->"), str):
        return Target(path)
    return UNKNOWN
