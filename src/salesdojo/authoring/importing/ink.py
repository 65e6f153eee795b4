"""ink's compiled JSON: every place from which a player can choose, as a scene."""

from typing import Final

from salesdojo.authoring.importing.ink_beginning import beginning
from salesdojo.authoring.importing.ink_containers import (
    FIRST_VERSION,
    LAST_VERSION,
    Compiled,
    Container,
    compiled,
)
from salesdojo.authoring.importing.ink_flow import Flow
from salesdojo.authoring.importing.ink_notes import Notes
from salesdojo.authoring.importing.ink_road import Spot
from salesdojo.authoring.importing.limits import MOST_SCENES
from salesdojo.authoring.importing.story import (
    Lost,
    NoStoryError,
    Place,
    Story,
    StoryScene,
    StoryTooLargeError,
    Variable,
)

_DECLARATIONS: Final = "global decl"

__all__ = ["FIRST_VERSION", "LAST_VERSION", "read"]


def read(name: str, text: str) -> Story:
    """Read the compiled story `text` of the file called `name`.

    Raises:
        NoStoryError: it is none of ink's.
        UnsupportedVersionError: an ink version that is not read here.
        StoryTooLargeError: it has more than a scenario holds.
    """
    story = compiled(text)
    begun = beginning(story, name)
    notes = Notes(Place(name))
    flow = Flow(story, begun, name, notes)
    start = Spot(story.root, 0, ())
    scenes: dict[str, StoryScene] = {}
    todo = [start]
    waiting = _knots(story)
    while todo or waiting:
        spot = todo.pop() if todo else Spot(waiting.pop(), 0, ())
        if spot.key in scenes:
            continue
        if len(scenes) >= MOST_SCENES:
            raise StoryTooLargeError(len(scenes) + 1, MOST_SCENES)
        scenes[spot.key], following = flow.scene(spot)
        todo.extend(reversed(following))
    if not any(v.say or v.options for scene in scenes.values() for v in scene.variants):
        raise NoStoryError
    top = Place(name)
    visits = tuple(Variable(one, 0, boolean=True, place=top) for one in flow.counted_names)
    lists = tuple(Lost("list", one, top) for one in story.lists)
    return Story(
        notes.title or name,
        "ink",
        start.key,
        tuple(scenes.values()),
        (*begun.variables, *visits),
        (*lists, *begun.lost, *notes.lost),
    )


def _knots(story: Compiled) -> list[Container]:
    """Return the knots, the last first, that are not called as functions or tunnels."""
    called = {
        path
        for container in story.containers
        for item in container.content
        if isinstance(item, dict)
        for path in (item.get("f()"), item.get("->t->"))
        if isinstance(path, str)
    }
    return [
        knot
        for name, knot in reversed(story.root.named.items())
        if name not in called and name != _DECLARATIONS and knot.parent is story.root
    ]
