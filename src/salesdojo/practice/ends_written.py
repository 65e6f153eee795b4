"""The ends of tables as plain values, for a cache: to find them can take a second."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from salesdojo.content.condition import parse
from salesdojo.content.model import Bargaining, Choice, Effect, Scenario, Scene
from salesdojo.content.table import Ending
from salesdojo.content.text import Text

Plain = Mapping[str, Any]


def ends_written(scenario: Scenario) -> list[Plain]:
    """Return the ends of every table of a scenario that has them (`table_ends`)."""
    return [
        {"scene": scene.id, **_written(end, scene.bargaining)}
        for scene in scenario.scenes.values()
        if scene.bargaining is not None
        for end in scene.choices.values()
    ]


def with_ends_read(scenario: Scenario, written: Sequence[Plain]) -> Scenario:
    """Return `scenario` with the ends that `ends_written` wrote of it.

    Raises:
        ValueError: when a table has none of them, or they are damaged.
    """
    if not scenario.bargains:
        return scenario
    scenes = {
        name: _with_ends(scene, scene.bargaining, [end for end in written if end["scene"] == name])
        if scene.bargaining is not None
        else scene
        for name, scene in scenario.scenes.items()
    }
    return replace(scenario, scenes=MappingProxyType(scenes))


def _written(end: Choice, bargaining: Bargaining) -> Plain:
    condition = "" if end.when is None else end.when.source
    return {
        "id": end.id,
        "said": end.say.spoken(""),
        "when": condition,
        "points": dict(end.points),
        "mood": end.effects[0].amount,
        "learn": list(end.learn),
        "ending": next(one for one, goto in bargaining.goto.items() if goto == end.goto),
    }


def _with_ends(scene: Scene, bargaining: Bargaining, written: Sequence[Plain]) -> Scene:
    if not written:
        msg = "a table without ends"
        raise ValueError(msg)
    ends = {end["id"]: _read(end, bargaining) for end in written}
    return replace(scene, choices=MappingProxyType(ends))


def _read(written: Plain, bargaining: Bargaining) -> Choice:
    return Choice(
        id=written["id"],
        say=Text.of(written["said"]),
        why=Text.of(""),
        reply=None,
        when=parse(written["when"]),
        points={name: int(points) for name, points in written["points"].items()},
        effects=(Effect(bargaining.mood, int(written["mood"]), sets=True),),
        learn=tuple(written["learn"]),
        breach=None,
        repeat=False,
        goto=bargaining.goto[Ending(written["ending"])],
    )
