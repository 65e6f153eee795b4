"""One scene of ink: its instructions followed from a place until the player must choose.

Nothing is played. Where the road depends on a variable it is followed both ways,
so that each way of reading the scene comes back with the condition for it.
"""

from typing import Any, Final

from salesdojo.authoring.importing.branching import said
from salesdojo.authoring.importing.conditions import opposite
from salesdojo.authoring.importing.ink_beginning import Beginning, asked_for
from salesdojo.authoring.importing.ink_commands import command
from salesdojo.authoring.importing.ink_containers import Compiled, Container, Pointer
from salesdojo.authoring.importing.ink_notes import Notes
from salesdojo.authoring.importing.ink_road import Frame, Road, Spot, variant_of
from salesdojo.authoring.importing.ink_values import (
    NOTHING,
    UNKNOWN,
    Nothing,
    Spoken,
    Target,
    Value,
    seen,
    truth,
)
from salesdojo.authoring.importing.ink_variables import Variables
from salesdojo.authoring.importing.limits import MOST_SCENES
from salesdojo.authoring.importing.story import (
    MOST_VARIANTS,
    Change,
    Option,
    Place,
    StoryScene,
    StoryTooLargeError,
    Variant,
)
from salesdojo.content.condition import Node

_MOST_STEPS: Final = 400_000
"""Instructions followed in one story."""
_LONGEST_ROAD: Final = 5_000
"""Instructions followed in one scene: a road beyond it goes round."""
_MOST_FRAMES: Final = 6
_CONDITION, _START, _ONLY, _INVISIBLE, _ONCE = 1, 2, 4, 8, 16
"""Flags of a choice point."""

Turn = tuple[Node, Road, Road]
"""A condition, and the roads on which it holds and does not."""


class Flow:
    """Follows a story scene by scene, and keeps what was lost on the way."""

    def __init__(self, story: Compiled, begun: Beginning, name: str, notes: Notes) -> None:
        """Begin; `name` is what the part of the story outside of knots is called."""
        self._story = story
        self._begun = begun
        self._name = name
        self._steps = 0
        self._following: list[Spot] = []
        self._notes = notes
        self._variables = Variables(story, begun, notes)
        self._counted = asked_for(story)

    @property
    def counted_names(self) -> tuple[str, ...]:
        """The variables that say whether a place was visited."""
        return tuple(seen(path) for path in sorted(self._counted))

    def scene(self, spot: Spot) -> tuple[StoryScene, list[Spot]]:
        """Return the scene that begins at `spot`, and where it leads."""
        self._following, self._notes.tags = [], []
        knot = spot.container.knot
        self._notes.here = Place(knot or self._name)
        frames = [Frame(tunnel=True, back=back, temporary={}) for back in spot.backs]
        road = Road((spot.container, spot.index), frames)
        self._visit(road, spot.container)
        variants = self._variants(road, spot)
        own = spot.container.name and spot.container.knot.endswith(spot.container.name)
        name = knot if own and not spot.index else ""
        tags = tuple(dict.fromkeys(self._notes.tags))
        return StoryScene(spot.key, name, self._notes.here, variants, tags), self._following

    def _visit(self, road: Road, container: Container) -> None:
        """Note that a place was visited: itself, and the knot that its first line begins."""
        step: Container | None = container
        while step is not None and (step is container or container.is_scene):
            if step.path in self._counted:
                change = Change(seen(step.path), 1, sets=True, place=self._notes.here, boolean=True)
                road.changes.append(change)
            step = step.parent

    def _variants(self, first: Road, spot: Spot) -> tuple[Variant, ...]:
        done: list[Variant] = []
        roads = [first]
        while roads:
            road = roads.pop()
            turn = self._walk(road)
            if turn is None:
                done.append(variant_of(road, spot.echo))
                continue
            condition, holds, fails = turn
            if len(done) + len(roads) + 2 > MOST_VARIANTS:
                self._notes.lose("variants", self._notes.here.where)
                roads.append(holds)
                continue
            holds.when = (*road.when, condition)
            fails.when = (*road.when, opposite(condition))
            roads += [fails, holds]
        return tuple(done)

    def _walk(self, road: Road) -> Turn | None:
        """Go on until the scene is over (None) or the road depends on a condition."""
        while road.at is not None and not road.over:
            self._steps += 1
            road.steps += 1
            if self._steps > _MOST_STEPS:
                raise StoryTooLargeError(MOST_SCENES + 1, MOST_SCENES)
            if road.steps > _LONGEST_ROAD:
                self._notes.lose("loop", self._notes.here.where)
                return None
            container, index = road.at
            if index >= len(container.content):
                self._leave(road, container)
                continue
            item = container.content[index]
            road.at = (container, index + 1)
            if isinstance(item, Container):
                self._enter(road, item)
            elif isinstance(item, dict):
                turn = self._act(road, item, container)
                if turn is not None:
                    return turn
            else:
                self._take(road, item)
        return None

    def _leave(self, road: Road, container: Container) -> None:
        """Go on after a container that has come to its end."""
        if container.parent is not None and container.place is not None:
            road.at = (container.parent, container.place + 1)
        elif road.frames and not road.frames[-1].tunnel:
            self._return(road, NOTHING)
        else:
            road.at = None

    def _return(self, road: Road, value: Value) -> None:
        frame = road.frames.pop()
        road.at, road.temporary = frame.back, frame.temporary
        if not frame.tunnel:
            road.stack.append(value)

    def _enter(self, road: Road, container: Container) -> None:
        if container.is_scene and self._may_jump(road):
            self._jump(road, (container, 0))
        else:
            road.at = (container, 0)

    def _may_jump(self, road: Road) -> bool:
        """Tell whether a scene of its own can begin.

        Not within a function or a text; and after a choice was offered the rest still
        belongs to the same moment.
        """
        return (
            not road.options
            and all(frame.tunnel for frame in road.frames)
            and len(road.written) == 1
        )

    def _jump(self, road: Road, to: Pointer) -> None:
        if road.stack and any(not isinstance(one, Nothing) for one in road.stack):
            self._notes.lose("arguments", to[0].knot)
        spot = Spot(*to, tuple(frame.back for frame in road.frames))
        self._following.append(spot)
        road.jump, road.over = spot.key, True

    def _take(self, road: Road, item: Any) -> None:  # noqa: ANN401 - an instruction of ink
        """Deal with a text, a number or a command."""
        if isinstance(item, int | float):
            road.stack.append(item)
        elif item in ("end", "done"):
            road.over = True
        elif item == "~ret" and road.frames:
            self._return(road, road.pop())
        elif item == "->->":
            self._leave_tunnel(road)
        elif item == "thread":
            road.skipping_thread = True
        elif isinstance(item, str):
            command(road, self._notes, item)

    def _leave_tunnel(self, road: Road) -> None:
        value = road.pop()
        if isinstance(value, Target):
            self._notes.lose("tunnel", value.path)
        if road.frames and road.frames[-1].tunnel:
            self._return(road, NOTHING)
        else:
            self._notes.lose("tunnel", self._notes.here.where)
            road.over = True

    def _act(self, road: Road, item: dict[str, Any], here: Container) -> Turn | None:
        """Deal with an instruction that has parts; a key of it says which it is."""
        if isinstance(item.get("->"), str):
            return self._divert(road, item, here)
        if isinstance(item.get("f()"), str) or isinstance(item.get("->t->"), str):
            self._call(road, item, here)
        elif isinstance(item.get("*"), str):
            self._choice(road, item, here)
        else:
            self._variables.act(road, item, here)
        return None

    def _divert(self, road: Road, item: dict[str, Any], here: Container) -> Turn | None:
        if road.skipping_thread:
            road.skipping_thread = False
            self._notes.lose("thread", item["->"])
            return None
        if not item.get("c"):
            self._go(road, item, here)
            return None
        value = road.pop()
        holds = truth(value)
        if holds is None:
            self._notes.lose("condition", "{...}")
            holds = True
        if not isinstance(holds, bool):
            if holds not in road.when and opposite(holds) not in road.when:
                taken, other = road.copy(), road
                self._go(taken, item, here)
                return holds, taken, other.copy()
            holds = holds in road.when
        if holds:
            self._go(road, item, here)
        return None

    def _go(self, road: Road, item: dict[str, Any], here: Container) -> None:
        path = item["->"]
        if item.get("var"):
            value = road.temporary.get(path, self._begun.constant.get(path, UNKNOWN))
            if not isinstance(value, Target):
                self._notes.lose("variable_divert", path)
                road.over = True
                return
            path, here = value.path, self._story.root
        to = self._story.target(path, here)
        if to is None:
            self._notes.lose("missing", path)
            road.over = True
        elif to[0].is_scene and to[1] == 0 and self._may_jump(road):
            self._jump(road, to)
        else:
            road.at = to

    def _call(self, road: Road, item: dict[str, Any], here: Container) -> None:
        tunnel = "->t->" in item
        path = item["->t->" if tunnel else "f()"]
        to = None if item.get("var") else self._story.target(path, here)
        if to is None or road.at is None or len(road.frames) >= _MOST_FRAMES:
            self._notes.lose("tunnel" if tunnel else "function", path)
            if not tunnel:
                road.stack.append(UNKNOWN)
            return
        road.frames.append(Frame(tunnel, road.at, road.temporary))
        road.temporary = {}
        road.at = to
        if tunnel:
            self._visit(road, to[0])

    def _choice(self, road: Road, item: dict[str, Any], here: Container) -> None:
        written = item.get("flg")
        flags = written if isinstance(written, int) else 0
        holds = truth(road.pop()) if flags & _CONDITION else True
        only = road.pop() if flags & _ONLY else NOTHING
        start = road.pop() if flags & _START else NOTHING
        to = self._story.target(item["*"], here)
        if holds is False:
            return
        if to is None:
            self._notes.lose("missing", item["*"])
            return
        echo = start.text if isinstance(start, Spoken) else ""
        words = echo + (only.text if isinstance(only, Spoken) else "")
        if holds is None:
            self._notes.lose("condition", f"{{...}} {words}")
        spot = Spot(*to, tuple(one.back for one in road.frames if one.tunnel), said(echo))
        self._following.append(spot)
        road.options.append(
            Option(
                said(words),
                spot.key,
                self._notes.here,
                when=None if isinstance(holds, bool) else holds,
                repeat=not flags & _ONCE,
                fallback=bool(flags & _INVISIBLE),
            )
        )
