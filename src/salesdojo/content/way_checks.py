"""That every way out of a scene leads somewhere, and the talk always comes to rest."""

from collections.abc import Iterator, Sequence
from typing import Any

from salesdojo.content.document import Document, Path
from salesdojo.content.name_checks import unknown
from salesdojo.content.problem import Problem
from salesdojo.content.reference_parts import choices, entries, mapping, scenes, ways
from salesdojo.content.table import Ending
from salesdojo.content.table_parts import tables


def way_problems(document: Document) -> Iterator[Problem]:
    """Yield what is wrong with the scenes of a scenario and the ways between them."""
    data = mapping(document.data)
    known = tuple(mapping(data.get("scenes")))
    start = data.get("start")
    if isinstance(start, str) and known:
        yield from unknown(document, ("start",), "SD201", start, known)
    for way in ways(data):
        for path, target in way.targets():
            yield from unknown(document, path, "SD201", target, known)
        yield from _list_problems(document, way.path, entries(way.written))
    yield from _scene_problems(document)
    yield from _last_scene(document, known)
    yield from _circles(document)


def _list_problems(document: Document, path: Path, listed: Sequence[Any]) -> Iterator[Problem]:
    weighted = [position for position, one in enumerate(listed) if "weight" in mapping(one)]
    if not weighted:
        yield from _order_problems(document, path, listed)
        return
    for position, one in enumerate(listed):
        if "weight" not in mapping(one):
            yield document.problem((*path, position), "SD214", "missing")
        elif "when" in mapping(one):
            yield document.key_problem((*path, position, "when"), "SD214")
    if all(mapping(one).get("weight") == 0 for one in listed):
        yield document.problem((*path, 0, "weight"), "SD215")


def _order_problems(document: Document, path: Path, listed: Sequence[Any]) -> Iterator[Problem]:
    """Check a list of which the first entry counts whose `when` holds."""
    if not listed:
        return
    if "when" in mapping(listed[-1]):
        yield document.key_problem((*path, len(listed) - 1, "when"), "SD213")
    for position, one in enumerate(listed[:-1]):
        if "when" not in mapping(one):
            yield document.problem((*path, position + 1), "SD226", before=position + 1)
            return


def _scene_problems(document: Document) -> Iterator[Problem]:
    for _, path, scene in scenes(document.data):
        yield from _order_problems(document, (*path, "customer"), entries(scene.get("customer")))


def _last_scene(document: Document, known: Sequence[str]) -> Iterator[Problem]:
    if not known:
        return
    last = known[-1]
    for path, choice in choices(document.data):
        if path[1] == last and "goto" not in choice:
            yield document.key_problem(path, "SD212", choice=str(path[-1]), scene=last)
    for path, table in tables(document.data):
        goto = table.get("goto")
        if path[1] == last and isinstance(goto, dict) and Ending.WALKED_AWAY not in goto:
            yield document.key_problem((*path, "goto"), "SD212", "table", scene=last)


def _circles(document: Document) -> Iterator[Problem]:
    """Find scenes that lead to each other by `goto` alone: the talk would never rest."""
    onward = {
        way.scene: [target for _, target in way.targets()]
        for way in ways(document.data)
        if not way.decided
    }
    for circle in _loops(onward):
        path: Path = ("scenes", circle[0], "goto")
        yield document.key_problem(path, "SD216", scenes=" -> ".join((*circle, circle[0])))


def _loops(onward: dict[str, list[str]]) -> Iterator[tuple[str, ...]]:
    """Yield one loop for each way back that a walk in depth finds; nothing recurses."""
    done: set[str] = set()
    for first, targets in onward.items():
        if first in done:
            continue
        road = [(first, iter(targets))]
        on_road = {first: 0}
        while road:
            target = next(road[-1][1], None)
            if target is None:
                done.add(road[-1][0])
                del on_road[road.pop()[0]]
            elif target in on_road:
                yield tuple(scene for scene, _ in road[on_road[target] :])
            elif target in onward and target not in done:
                on_road[target] = len(road)
                road.append((target, iter(onward[target])))
