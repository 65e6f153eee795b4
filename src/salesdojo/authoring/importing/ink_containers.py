"""ink's compiled story as containers: what stands in each, and what its paths lead to."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from salesdojo.authoring.importing.story import NoStoryError, UnsupportedVersionError

FIRST_VERSION: Final = 19
LAST_VERSION: Final = 21
_STRUCTURE: Final = re.compile(r"[bs]|\$r\d*|s\d+")
_LONGEST_PATH: Final = 200
"""Steps a path may have."""


@dataclass(eq=False, slots=True)
class Container:
    """A list of ink's instructions, some of them containers."""

    path: str
    parent: "Container | None"
    place: int | None
    """Where it stands in its parent's content; None where it can only be diverted to."""
    name: str
    content: list[Any] = field(default_factory=list)
    named: dict[str, "Container"] = field(default_factory=dict)

    @property
    def is_scene(self) -> bool:
        """Whether an author sees it as a place: a knot, a stitch, a gather, a label."""
        if not self.name:
            return False
        above = self.parent
        top = above is None or above.parent is None or above.parent.parent is None
        of_author = top and above is not None and (above.name or above.parent is None)
        return bool(of_author) or _STRUCTURE.fullmatch(self.name) is None

    @property
    def knot(self) -> str:
        """The names an author gave on the way here: ``knot.stitch.label``."""
        names = []
        step: Container | None = self
        while step is not None:
            if step.name and not re.fullmatch(r"[cg]-\d+|[bs]|s\d+|\$r\d*", step.name):
                names.append(step.name)
            step = step.parent
        return ".".join(reversed(names))


Pointer = tuple[Container, int]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A compiled story."""

    root: Container
    lists: tuple[str, ...]
    """The names of its list definitions."""
    containers: tuple[Container, ...]

    def target(self, path: str, here: Container) -> Pointer | None:
        """Return what `path` leads to from an instruction in `here`; None for nowhere."""
        steps = path.split(".")
        if len(steps) > _LONGEST_PATH:
            return None
        relative = steps[0] == ""
        at: Container | None = here if relative else self.root
        # A relative path begins at the instruction itself, whose parent is `here`.
        for place, step in enumerate(steps[2:] if relative else steps):
            last = place == len(steps) - (3 if relative else 1)
            if at is None:
                return None
            if step == "^":
                at = at.parent
            elif step in at.named:
                at = at.named[step]
            elif step.isdecimal() and len(step) < 7 and int(step) < len(at.content):  # noqa: PLR2004
                found = at.content[int(step)]
                if not isinstance(found, Container):
                    return (at, int(step)) if last else None
                at = found
            else:
                return None
        return None if at is None else (at, 0)


def compiled(text: str) -> Compiled:
    """Read ink's JSON.

    Raises:
        NoStoryError: it is no JSON, or none of ink's.
        UnsupportedVersionError: an ink version that is not read here.
    """
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise NoStoryError from fault
    if not isinstance(whole, dict) or "inkVersion" not in whole:
        raise NoStoryError
    version, root = whole["inkVersion"], whole.get("root")
    if not isinstance(version, int) or not FIRST_VERSION <= version <= LAST_VERSION:
        raise UnsupportedVersionError(str(version)[:20])
    if not isinstance(root, list):
        raise NoStoryError
    lists = whole.get("listDefs")
    top = Container("", None, None, "")
    containers = tuple(_filled(top, root))
    return Compiled(top, tuple(map(str, lists)) if isinstance(lists, dict) else (), containers)


def _filled(top: Container, written: list[Any]) -> Iterator[Container]:
    """Fill `top` and yield every container; nothing recurses."""
    todo = [(top, written)]
    while todo:
        container, items = todo.pop()
        yield container
        last = items[-1] if items else None
        named = last if isinstance(last, dict) else {}
        for place, item in enumerate(items[:-1]):
            if not isinstance(item, list):
                container.content.append(item)
                continue
            tail = item[-1] if item else None
            name = tail.get("#n", "") if isinstance(tail, dict) else ""
            name = name if isinstance(name, str) else ""
            child = Container(_below(container, name or str(place)), container, place, name)
            container.content.append(child)
            if name:
                container.named[name] = child
            todo.append((child, item))
        for key, inside in named.items():
            if isinstance(inside, list):
                child = Container(_below(container, key), container, None, key)
                container.named[key] = child
                todo.append((child, inside))


def _below(container: Container, step: str) -> str:
    return f"{container.path}.{step}" if container.path else step
