"""From passages to a story: which dialect reads them, which begins, which are no scenes."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from salesdojo.authoring.importing.branching import variants
from salesdojo.authoring.importing.harlowe import harlowe
from salesdojo.authoring.importing.limits import MOST_SCENES, MOST_TEXT
from salesdojo.authoring.importing.other_markup import other_markup
from salesdojo.authoring.importing.passage_parts import Dialect, Passage, Sketch
from salesdojo.authoring.importing.story import (
    Change,
    NoStoryError,
    Place,
    Story,
    StoryScene,
    StoryTooLargeError,
    Variable,
    Variant,
)
from salesdojo.authoring.importing.sugarcube import sugarcube
from salesdojo.content.condition import names_in

_DIALECTS: Final[dict[str, Dialect]] = {"harlowe": harlowe, "sugarcube": sugarcube}
_SPECIAL: Final = frozenset(
    {
        "StoryAuthor", "StoryBanner", "StoryCaption", "StoryDisplayTitle", "StoryInterface",
        "StoryMenu", "StorySettings", "StoryShare", "StorySubtitle", "PassageDone",
        "PassageFooter", "PassageHeader", "PassageReady", "StoryIncludes",
    }
)  # fmt: skip
"""Passages that act around the story and are no part of it."""
_ACTING_TAGS: Final = frozenset(
    {"script", "stylesheet", "widget", "header", "footer", "debug-header", "debug-footer"}
)
_HARLOWE: Final = re.compile(r"\((?:set|if|unless|link-goto|link|goto):", re.IGNORECASE)


def twine_story(title: str, story_format: str, start: str, passages: Sequence[Passage]) -> Story:
    """Make a story of `passages`.

    Args:
        title: as the author gave it.
        story_format: such as ``Harlowe``; empty where the file names none.
        start: the name of the first passage; empty for ``Start``, else the first there is.
        passages: in the file's order.

    Raises:
        NoStoryError: no passage is a scene.
        StoryTooLargeError: more passages or text than a scenario holds.
    """
    if sum(len(one.text) for one in passages) > MOST_TEXT:
        raise StoryTooLargeError(len(passages), MOST_SCENES)
    sketch = Sketch()
    called = story_format or _guessed(passages)
    dialect = _DIALECTS.get(called.lower(), other_markup)
    played, first = _sorted_out(passages, dialect, sketch)
    if not played:
        raise NoStoryError
    if len(played) > MOST_SCENES:
        raise StoryTooLargeError(len(played), MOST_SCENES)
    scenes = [_scene(passage, dialect, sketch) for passage in played]
    scenes += _missing(scenes, sketch)
    known = {scene.key for scene in scenes}
    begin = next((name for name in (start, "Start") if name in known), scenes[0].key)
    return Story(
        title,
        f"Twine ({called})" if called else "Twine",
        begin,
        tuple(scenes),
        _variables(first, scenes),
        tuple(sketch.lost),
    )


def _guessed(passages: Sequence[Passage]) -> str:
    if any("<<" in passage.text for passage in passages):
        return "SugarCube"
    if any(_HARLOWE.search(passage.text) for passage in passages):
        return "Harlowe"
    return ""


def _sorted_out(
    passages: Sequence[Passage], dialect: Dialect, sketch: Sketch
) -> tuple[list[Passage], list[Change]]:
    """Return the passages that are scenes, and what happens before the first of them."""
    played: dict[str, Passage] = {}
    first: list[Change] = []
    for passage in passages:
        if passage.name == "StoryInit" or "startup" in passage.tags:
            parts = dialect(passage, sketch)
            first += [part for part in parts if isinstance(part, Change)]
        elif passage.name in _SPECIAL or _ACTING_TAGS & set(passage.tags):
            if passage.text.strip():
                sketch.lose("special", passage.name, passage.place(0))
        elif passage.name in played:
            sketch.lose("twice", passage.name, passage.place(0))
        elif "Twine.private" not in passage.tags and "annotation" not in passage.tags:
            played[passage.name] = passage
    return list(played.values()), first


def _scene(passage: Passage, dialect: Dialect, sketch: Sketch) -> StoryScene:
    parts = dialect(passage, sketch)
    return StoryScene(
        passage.name,
        passage.name,
        passage.place(0),
        variants(passage, parts, sketch),
        passage.tags,
    )


def _missing(scenes: Sequence[StoryScene], sketch: Sketch) -> list[StoryScene]:
    """Return a scene for every passage that is linked to and not there."""
    known = {scene.key for scene in scenes}
    missing: dict[str, StoryScene] = {}
    for scene in scenes:
        for variant in scene.variants:
            ways = [(option.to, option.place) for option in variant.options]
            if variant.jump is not None:
                ways.append((variant.jump, scene.place))
            for to, place in ways:
                if to not in known and to not in missing:
                    sketch.lose("missing", to, place)
                    missing[to] = StoryScene(to, to, place, (Variant((), ""),))
    return list(missing.values())


def _variables(first: Iterable[Change], scenes: Sequence[StoryScene]) -> tuple[Variable, ...]:
    """Return every variable that is set or asked for, with what it is before the first scene."""
    begun = list(first)
    changes = begun + [
        change
        for scene in scenes
        for variant in scene.variants
        for change in (*variant.changes, *(c for o in variant.options for c in o.changes))
    ]
    places: dict[str, Place] = {}
    for change in changes:
        places.setdefault(change.variable, change.place)
    for scene in scenes:
        for variant in scene.variants:
            for one in variant.when:
                for name in names_in(one):
                    places.setdefault(name, scene.place)
    numbers = {change.variable for change in changes if not change.boolean}
    booleans = {change.variable for change in changes} - numbers
    start = dict.fromkeys(places, 0)
    for change in begun:
        before = 0 if change.sets else start[change.variable]
        start[change.variable] = before + change.amount
    return tuple(
        Variable(name, start[name], name in booleans, place) for name, place in places.items()
    )
