"""From scenes that read in several ways to scenes that read in one, with conditions on the ways."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from salesdojo.authoring.importing.conditions import any_path, joined, opposite, simplified
from salesdojo.authoring.importing.draft import Draft, DraftChoice, DraftLine, DraftScene, Way
from salesdojo.authoring.importing.limits import MOST_ENTRIES
from salesdojo.authoring.importing.ordering import last_first
from salesdojo.authoring.importing.story import (
    Change,
    Lost,
    Option,
    Place,
    Story,
    StoryScene,
    Variant,
)
from salesdojo.content.condition import Node, names_in
from salesdojo.content.model import Outcome

_OPENING: Final = "\n opening"
"""The key of a scene put before the first, where the first reads in several ways."""

_MOST_AHEAD: Final = 4
"""Ways through scenes without words that are looked ahead; then such a scene is kept."""

_Group = tuple[Variant, ...]


def routed(story: Story) -> Draft:
    """Lay out the scenes of `story`."""
    router = _Router(story)
    scenes = {scene.key: scene for scene in router.scenes()}
    begin = router.ways_to(story.start)
    start = begin[0].to
    if len(begin) > 1 or begin[0].changes:
        place = router.place(story.start)
        scenes = {_OPENING: DraftScene(_OPENING, "", place, (DraftLine(""),), ways=begin), **scenes}
        start = _OPENING
    return Draft(start, scenes, story.variables, (*story.lost, *router.lost))


class _Router:
    def __init__(self, story: Story) -> None:
        self._scenes = {scene.key: scene for scene in story.scenes}
        self._groups = {
            scene.key: _grouped(tuple(map(_without_fallback, scene.variants)))
            for scene in story.scenes
        }
        self._entries = {
            _draft_key(key, number): group[0].changes
            for key, groups in self._groups.items()
            for number, group in enumerate(groups)
        }
        self._ways: dict[str, tuple[Way, ...]] = {}
        self._kept: set[str] = set()
        """The keys of draft scenes that some way leads to, or that are the story's own."""
        self.lost: list[Lost] = []

    def place(self, key: str) -> Place:
        return self._scenes[key].place

    def scenes(self) -> Iterable[DraftScene]:
        for key in last_first(self._scenes, self._passing_to):
            self.ways_to(key)
        for scene in self._scenes.values():
            groups = self._groups[scene.key]
            for number, group in enumerate(groups):
                if _draft_key(scene.key, number) in self._kept:
                    yield self._draft(scene, number, group)

    def ways_to(self, key: str) -> tuple[Way, ...]:
        """Return the ways into the scene `key`: to what of it is met, under which condition."""
        if key not in self._ways:
            self._ways[key] = self._ways_found(key)
        return self._ways[key]

    def _ways_found(self, key: str) -> tuple[Way, ...]:
        groups = self._groups[key]
        round_about = self._goes_round(key)
        ways: list[Way] = []
        for number, group in enumerate(groups):
            last = number == len(groups) - 1
            when = None if last else _holds(group)
            jump = group[0].jump
            passed = jump is not None and _is_passed_over(group) and not round_about
            onward = self.ways_to(jump) if passed and jump is not None else ()
            if not 0 < len(onward) <= _MOST_AHEAD:
                self._kept.add(_draft_key(key, number))
                ways.append(Way(_draft_key(key, number), when))
                continue
            for way in onward:
                self._note_order(key, when, way)
                both = joined("and", [one for one in (when, way.when) if one is not None])
                ways.append(Way(way.to, both, (*group[0].changes, *way.changes)))
        if len(ways) > MOST_ENTRIES:
            self.lost.append(Lost("variants", self._scenes[key].name, self.place(key)))
            ways = [*ways[: MOST_ENTRIES - 1], replace(ways[-1], when=None)]
        return _to_first_certain(ways)

    def _note_order(self, key: str, when: Node | None, way: Way) -> None:
        """Name what `when` asks for and what changes only later on that way."""
        entry = self._entries.get(way.to, ())
        changed = {change.variable for change in (*way.changes, *entry)}
        for name in sorted(changed & set(names_in(when) if when is not None else ())):
            self.lost.append(Lost("order", name, self.place(key)))

    def _passing_to(self, key: str) -> list[str]:
        """Return where scenes without words lead on from `key`."""
        groups = self._groups[key]
        return [to for one in groups if (to := one[0].jump) is not None and _is_passed_over(one)]

    def _goes_round(self, key: str) -> bool:
        """Tell whether scenes without words lead from `key` back to it."""
        seen: set[str] = set()
        todo = [key]
        while todo:
            for jump in self._passing_to(todo.pop()):
                if jump == key:
                    return True
                if jump not in seen:
                    seen.add(jump)
                    todo.append(jump)
        return False

    def _draft(self, scene: StoryScene, number: int, group: _Group) -> DraftScene:
        first = group[0]
        return DraftScene(
            _draft_key(scene.key, number),
            scene.name,
            scene.place,
            _lines(group),
            self._choices(group),
            self.ways_to(first.jump) if first.jump is not None else (),
            self._entry(group),
            _outcome(scene.tags),
            scene.tags,
            first.jump_words,
        )

    def _entry(self, group: _Group) -> tuple[Change, ...]:
        """Return the changes all variants make; what only some make is lost."""
        first = group[0].changes
        if all(variant.changes == first for variant in group):
            return first
        always = tuple(c for c in first if all(c in variant.changes for variant in group))
        some = {c for variant in group for c in variant.changes if c not in always}
        self.lost += [
            Lost("conditional_change", change.variable, change.place)
            for change in sorted(some, key=lambda change: (change.place.line or 0, change.variable))
        ]
        return always

    def _choices(self, group: _Group) -> tuple[DraftChoice, ...]:
        offers: dict[tuple[object, ...], list[tuple[Variant, Option]]] = {}
        for variant in group:
            for option in variant.options:
                same = (option.say, option.to, option.changes, option.repeat)
                offers.setdefault(same, []).append((variant, option))
        choices = [self._choice(offered, group) for offered in offers.values()]
        return tuple(self._with_fallback(choices))

    def _choice(self, offered: list[tuple[Variant, Option]], group: _Group) -> DraftChoice:
        option = offered[0][1]
        always = len(offered) == len(group) and all(o.when == option.when for _, o in offered)
        when = option.when if always else _any_of(offered)
        return DraftChoice(
            option.say,
            self.ways_to(option.to),
            option.place,
            when,
            option.changes,
            option.repeat,
            role="fallback" if option.fallback else "line",
        )

    def _with_fallback(self, choices: list[DraftChoice]) -> Iterable[DraftChoice]:
        """Offer a fallback when nothing else is; where that cannot be known, always."""
        others = [choice.when for choice in choices if choice.role == "line"]
        for choice in choices:
            if choice.role == "line":
                yield choice
                continue
            conditions = [one for one in others if one is not None]
            if len(conditions) == len(others) and all(
                one.repeat for one in choices if one.role == "line"
            ):
                none_holds = joined("and", map(opposite, conditions))
                yield replace(choice, when=none_holds)
            else:
                self.lost.append(Lost("fallback", choice.say or "* ->", choice.place))
                yield choice


def _draft_key(key: str, number: int) -> str:
    return f"{key}\n{number}" if number else key


def _without_fallback(variant: Variant) -> Variant:
    """Go on by itself where a fallback is the only option."""
    if not variant.options or not all(option.fallback for option in variant.options):
        return variant
    only = variant.options[0]
    return replace(variant, options=(), jump=only.to, changes=(*variant.changes, *only.changes))


def _grouped(variants: Sequence[Variant]) -> tuple[_Group, ...]:
    """Gather the variants of which the same follows: choices, an end, or the same scene."""
    groups: dict[tuple[object, ...], list[Variant]] = {}
    for variant in variants:
        silent = not variant.say if variant.jump is not None else False
        follows = ("choices",) if variant.options else ("jump", variant.jump, silent)
        groups.setdefault(follows, []).append(variant)
    return tuple(map(tuple, groups.values()))


def _is_passed_over(group: _Group) -> bool:
    """Tell whether nothing is said in it and it only leads on."""
    return (
        group[0].jump is not None
        and not any(variant.say for variant in group)
        and all(variant.changes == group[0].changes for variant in group)
    )


def _holds(group: Iterable[Variant]) -> Node | None:
    return any_path(variant.when for variant in group)


def _any_of(offered: Iterable[tuple[Variant, Option]]) -> Node | None:
    return any_path(
        (*variant.when, option.when) if option.when is not None else variant.when
        for variant, option in offered
    )


def _lines(group: _Group) -> tuple[DraftLine, ...]:
    said: dict[str, list[tuple[Node, ...]]] = {}
    for variant in group:
        said.setdefault(variant.say, []).append(variant.when)
    earlier: list[tuple[Node, ...]] = []
    lines = []
    for say, paths in said.items():
        left = simplified(paths)
        when = joined("and", _needed(left[0], earlier)) if len(left) == 1 else any_path(left)
        lines.append(DraftLine(say, when))
        earlier += left
    return (*lines[:-1], DraftLine(lines[-1].say))


def _needed(path: tuple[Node, ...], earlier: Sequence[tuple[Node, ...]]) -> list[Node]:
    """Leave out of `path` what holds anyway when no earlier line was said."""
    return [
        literal
        for place, literal in enumerate(path)
        if (*path[:place], opposite(literal)) not in earlier
    ] or list(path)


def _to_first_certain(ways: Sequence[Way]) -> tuple[Way, ...]:
    for place, way in enumerate(ways):
        if way.when is None:
            return tuple(ways[: place + 1])
    return (*ways[:-1], replace(ways[-1], when=None))


def _outcome(tags: Iterable[str]) -> Outcome | None:
    known = {outcome.value: outcome for outcome in Outcome}
    return next((known[tag.lower()] for tag in tags if tag.lower() in known), None)
