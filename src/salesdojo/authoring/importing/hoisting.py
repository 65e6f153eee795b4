"""What happens on entering a scene becomes what the choices that lead there do."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from salesdojo.authoring.importing.draft import Draft, DraftChoice, DraftScene, Way
from salesdojo.authoring.importing.ordering import last_first
from salesdojo.authoring.importing.story import Change, Lost, Variable
from salesdojo.content.condition import names_in

_LOWEST, _HIGHEST = 0, 100


def hoisted(draft: Draft) -> Draft:
    """Return `draft` with no changes left but those of choices, and of the beginning."""
    work = _Hoisting(draft.scenes)
    for key in last_first(draft.scenes, lambda key: [way.to for way in draft.scenes[key].ways]):
        work.entering(key, frozenset())
    scenes = {key: work.scene(scene) for key, scene in draft.scenes.items()}
    begun = work.entering(draft.start, frozenset())
    return replace(
        draft,
        scenes=scenes,
        variables=tuple(_begun(variable, begun) for variable in draft.variables),
        lost=(*draft.lost, *work.lost),
    )


class _Hoisting:
    def __init__(self, scenes: Mapping[str, DraftScene]) -> None:
        self._scenes = scenes
        self._entering: dict[str, tuple[Change, ...]] = {}
        self.lost: dict[Lost, None] = {}

    def scene(self, scene: DraftScene) -> DraftScene:
        return replace(
            scene,
            entry=(),
            choices=tuple(self._choice(choice) for choice in scene.choices),
            ways=tuple(replace(way, changes=()) for way in scene.ways),
        )

    def _choice(self, choice: DraftChoice) -> DraftChoice:
        caused = self._common(choice.ways, frozenset())
        for way in choice.ways:
            # What its first scene changes came before the condition in the story too.
            later = self.entering(way.to, frozenset())[len(self._scenes[way.to].entry) :]
            asked = set(names_in(way.when)) if way.when is not None else set()
            for name in sorted(asked & {change.variable for change in later}):
                self.lost[Lost("order", name, choice.place)] = None
        return replace(
            choice,
            changes=(*choice.changes, *caused),
            ways=tuple(replace(way, changes=()) for way in choice.ways),
        )

    def entering(self, key: str, above: frozenset[str]) -> tuple[Change, ...]:
        """Return what happens on entering a scene and on going on from it without a choice."""
        if key not in self._entering:
            scene = self._scenes[key]
            onward = self._common(scene.ways, above | {key}) if key not in above else ()
            self._entering[key] = (*scene.entry, *onward)
        return self._entering[key]

    def _common(self, ways: Iterable[Way], above: frozenset[str]) -> tuple[Change, ...]:
        """Return what happens whichever way is taken; the rest depends on a condition: lost."""
        each = [(*way.changes, *self.entering(way.to, above)) for way in ways]
        if not each:
            return ()
        always = tuple(change for change in each[0] if all(change in one for one in each))
        for one in each:
            for change in one:
                if change not in always:
                    self.lost[Lost("conditional_change", change.variable, change.place)] = None
        return always


def _begun(variable: Variable, begun: Iterable[Change]) -> Variable:
    for change in begun:
        if change.variable == variable.name:
            before = 0 if change.sets else variable.start
            variable = replace(variable, start=before + change.amount)
    return variable


def folded(changes: Iterable[Change]) -> dict[str, tuple[int, bool]]:
    """Return one amount a variable, and whether it is set: several changes made one."""
    total: dict[str, tuple[int, bool]] = {}
    for change in changes:
        before, was_set = total.get(change.variable, (0, False))
        if change.sets:
            total[change.variable] = (change.amount, True)
        elif was_set:
            total[change.variable] = (max(_LOWEST, min(_HIGHEST, before + change.amount)), True)
        else:
            total[change.variable] = (before + change.amount, False)
    return total
