"""What a scenario asks of its scenes: no circles without a choice, nine choices, replies."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from salesdojo.authoring.importing.draft import Draft, DraftChoice, DraftLine, DraftScene, Way
from salesdojo.authoring.importing.limits import MOST_CHOICES
from salesdojo.authoring.importing.ordering import circles

_Scenes = dict[str, DraftScene]


def shaped(draft: Draft) -> Draft:
    """Return `draft` in a shape that plays."""
    scenes = _with_replies(dict(draft.scenes), draft.start)
    scenes = _without_circles(scenes)
    scenes = {part.key: part for scene in scenes.values() for part in _split(scene)}
    back = _returning(scenes)
    scenes = {
        key: scene if key in back else replace(scene, choices=_once(scene.choices))
        for key, scene in scenes.items()
    }
    return replace(draft, scenes=scenes)


def ways_of(scene: DraftScene) -> Iterator[Way]:
    """Yield every way out of `scene`."""
    yield from scene.ways
    for choice in scene.choices:
        yield from choice.ways


def _with_replies(scenes: _Scenes, start: str) -> _Scenes:
    """Make a nameless scene that only one choice leads to, and that leads on, its reply."""
    met = Counter(way.to for scene in scenes.values() for way in ways_of(scene))
    met[start] += 2
    replies = {
        key
        for key, scene in scenes.items()
        if not scene.name and scene.ways and met[key] == 1 and len(scene.lines) == 1
        and all(way.to != key for way in scene.ways)
    }  # fmt: skip
    for key, scene in scenes.items():
        choices = tuple(_replied(choice, scenes, replies) for choice in scene.choices)
        scenes[key] = replace(scene, choices=choices)
    still = {way.to for scene in scenes.values() for way in ways_of(scene)}
    return {key: scene for key, scene in scenes.items() if key not in replies or key in still}


def _replied(choice: DraftChoice, scenes: _Scenes, replies: set[str]) -> DraftChoice:
    if len(choice.ways) != 1 or choice.ways[0].to not in replies:
        return choice
    way = choice.ways[0]
    answer = scenes[way.to]
    changes = (*choice.changes, *way.changes, *answer.entry)
    return replace(choice, ways=answer.ways, changes=changes, reply=answer.lines[0].say)


def _without_circles(scenes: _Scenes) -> _Scenes:
    """Have the trainee say "go on" where scenes would lead round without a choice."""
    done: set[str] = set()
    for first in list(scenes):
        road: list[tuple[str, Iterator[Way]]] = []
        on_road: set[str] = set()
        _step_in(first, scenes, road, on_road, done)
        while road:
            way = next(road[-1][1], None)
            if way is None:
                key = road.pop()[0]
                on_road.discard(key)
                done.add(key)
            elif way.to in on_road:
                key = road[-1][0]
                scenes[key] = _asking(scenes[key])
                road[-1] = (key, iter(()))
            else:
                _step_in(way.to, scenes, road, on_road, done)
    return scenes


def _step_in(
    key: str,
    scenes: Mapping[str, DraftScene],
    road: list[tuple[str, Iterator[Way]]],
    on_road: set[str],
    done: set[str],
) -> None:
    if key not in done:
        road.append((key, iter(scenes[key].ways)))
        on_road.add(key)


def _asking(scene: DraftScene) -> DraftScene:
    on = DraftChoice(scene.words_on, scene.ways, scene.place, repeat=True, role="onward")
    return replace(scene, choices=(on,), ways=())


def _split(scene: DraftScene) -> Iterator[DraftScene]:
    """Put what is beyond nine choices into further scenes, to and fro by a choice."""
    choices = scene.choices
    if len(choices) <= MOST_CHOICES:
        yield scene
        return
    first, rest = choices[: MOST_CHOICES - 1], choices[MOST_CHOICES - 1 :]
    keys = [scene.key]
    pages = [first]
    while rest:
        room = MOST_CHOICES - 1 if len(rest) <= MOST_CHOICES - 1 else MOST_CHOICES - 2
        pages.append(rest[:room])
        rest = rest[room:]
        keys.append(f"{scene.key}\nmore {len(pages)}")
    for number, (key, page) in enumerate(zip(keys, pages, strict=True)):
        onward = [_turning("more", keys[number + 1], scene)] if number + 1 < len(keys) else []
        back = [_turning("back", keys[0], scene)] if number else []
        shown = (*page, *onward, *back)
        if number:
            yield DraftScene(key, scene.name, scene.place, (DraftLine(""),), shown)
        else:
            yield replace(scene, choices=shown)


def _turning(role: str, key: str, scene: DraftScene) -> DraftChoice:
    return DraftChoice("", (Way(key),), scene.place, repeat=True, role=role)


def _once(choices: Iterable[DraftChoice]) -> tuple[DraftChoice, ...]:
    return tuple(replace(choice, repeat=False) for choice in choices)


def _returning(scenes: Mapping[str, DraftScene]) -> set[str]:
    """Return the scenes that can be met again: those on a circle of ways."""

    def following(key: str) -> list[str]:
        return [way.to for way in ways_of(scenes[key])]

    return {
        key
        for circle in circles(scenes, following)
        for key in circle
        if len(circle) > 1 or key in following(key)
    }
