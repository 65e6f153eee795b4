"""ink's variables while a scene is followed: read, set, and what only a game would know."""

from typing import Any, ClassVar

from salesdojo.authoring.importing.ink_beginning import Beginning
from salesdojo.authoring.importing.ink_containers import Compiled, Container
from salesdojo.authoring.importing.ink_notes import Notes
from salesdojo.authoring.importing.ink_road import Road, change_of
from salesdojo.authoring.importing.ink_values import UNKNOWN, Count, Depends, Target
from salesdojo.content.condition import Name, names_in


class Variables:
    """What the instructions about variables do to a road."""

    def __init__(self, story: Compiled, begun: Beginning, notes: Notes) -> None:
        """Know the story, its beginning, and where losses are noted."""
        self._story = story
        self._begun = begun
        self._notes = notes
        self._numbers = {variable.name for variable in begun.variables}

    def act(self, road: Road, item: dict[str, Any], here: Container) -> None:
        """Deal with `item`, an instruction in `here`; anything else leaves the road as it is."""
        for key, act in self._acts.items():
            if isinstance(item.get(key), str):
                act(self, road, item, here)
                return
        if isinstance(item.get("#"), str):
            self._notes.tag(item["#"])
        elif "list" in item:
            road.stack.append(UNKNOWN)

    def _refer(self, road: Road, _item: dict[str, Any], _here: Container) -> None:
        road.stack.append(UNKNOWN)

    def _read(self, road: Road, item: dict[str, Any], _here: Container) -> None:
        name = item["VAR?"]
        if name in road.temporary:
            value = road.temporary[name]
        elif name in road.set_to:
            value = road.set_to[name]
        elif name in self._begun.constant:
            value = self._begun.constant[name]
        else:
            value = Depends(Name(name)) if name in self._numbers else UNKNOWN
        road.stack.append(value)

    def _count(self, road: Road, item: dict[str, Any], here: Container) -> None:
        to = self._story.target(item["CNT?"], here)
        road.stack.append(UNKNOWN if to is None else Count(to[0].path))

    def _keep(self, road: Road, item: dict[str, Any], _here: Container) -> None:
        road.temporary[item["temp="]] = road.pop()

    def _assign(self, road: Road, item: dict[str, Any], _here: Container) -> None:
        name, value = item["VAR="], road.pop()
        change = change_of(name, value, self._notes.here) if name in self._numbers else None
        if change is None:
            self._notes.lose("assignment", name)
            return
        if any(name in names_in(one) for one in road.when):
            self._notes.lose("order", name)
        road.changes.append(change)
        road.set_to[name] = value if change.sets else Depends(Name(name))

    def _external(self, road: Road, item: dict[str, Any], _here: Container) -> None:
        count = item.get("exArgs")
        for _ in range(min(count, len(road.stack)) if isinstance(count, int) else 0):
            road.pop()
        self._notes.lose("external", item["x()"])
        road.stack.append(UNKNOWN)

    def _push(self, road: Road, item: dict[str, Any], here: Container) -> None:
        to = self._story.target(item["^->"], here)
        road.stack.append(Target(item["^->"]) if to is not None else UNKNOWN)

    _acts: ClassVar = {
        "x()": _external,
        "^->": _push,
        "^var": _refer,
        "VAR?": _read,
        "CNT?": _count,
        "temp=": _keep,
        "VAR=": _assign,
    }
