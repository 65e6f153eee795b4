"""From a story to the YAML of a scenario that plays, with points left to fill."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from salesdojo.authoring.importing.conditions import written
from salesdojo.authoring.importing.draft import Draft, DraftChoice, DraftScene, Way
from salesdojo.authoring.importing.figures import Figure, figures
from salesdojo.authoring.importing.hoisting import folded, hoisted
from salesdojo.authoring.importing.ids import Ids
from salesdojo.authoring.importing.limits import MOST_SCENES, MOST_YAML
from salesdojo.authoring.importing.routing import routed
from salesdojo.authoring.importing.shaping import shaped
from salesdojo.authoring.importing.story import Lost, Place, Story, StoryTooLargeError
from salesdojo.authoring.importing.yaml_text import Page, clean, comment, quoted
from salesdojo.content.condition import Node
from salesdojo.i18n import LANGUAGES, message

_RUBRIC: Final = "discovery"
_CUSTOMER: Final = "shibata"
_SILENCE: Final = "..."
"""What stands where the story has no words: a text must have some."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A scenario, and what of its story it could not take."""

    yaml: str
    scenes: int
    choices: int
    lost: tuple[Lost, ...]


def scenario_text(story: Story, identity: str, source: str, language: str) -> Imported:
    """Write `story` as a scenario.

    Args:
        story: what was read.
        identity: the scenario's id, which its file must be called by.
        source: the name of the story's file.
        language: what the comments are written in.

    Raises:
        StoryTooLargeError: it needs more than a scenario may have.
    """
    draft = hoisted(shaped(routed(story)))
    if len(draft.scenes) > MOST_SCENES:
        raise StoryTooLargeError(len(draft.scenes), MOST_SCENES)
    known, lost = figures(draft)
    writer = _Writer(draft, known, language)
    writer.head(story, identity, source)
    for scene in draft.scenes.values():
        writer.scene(scene)
    yaml = writer.page.whole()
    if len(yaml.encode()) > MOST_YAML:
        raise StoryTooLargeError(len(draft.scenes), MOST_SCENES)
    choices = sum(len(scene.choices) for scene in draft.scenes.values())
    named = dict.fromkeys((*draft.lost, *lost, *writer.lost))
    return Imported(yaml, len(draft.scenes), choices, tuple(sorted(named, key=_by_place)))


def _by_place(lost: Lost) -> tuple[int, str]:
    return lost.place.line or 0, lost.place.where


class _Writer:
    def __init__(self, draft: Draft, known: Mapping[str, Figure], language: str) -> None:
        self.page = Page()
        self.lost: list[Lost] = []
        self._draft = draft
        self._figures = known
        self._language = language
        ids = Ids()
        self._ids = {key: ids.new(scene.name, "scene") for key, scene in draft.scenes.items()}

    def head(self, story: Story, identity: str, source: str) -> None:
        page = self.page
        self._remark(0, "head_source", tool=story.tool, source=source)
        self._remark(0, "head_points")
        self._remark(0, "head_check", id=identity)
        page.line(0, f"id: {identity}")
        page.text(0, "title", _words(story.title) or identity)
        self._remark(0, "head_stage")
        for line in ("stage: discovery", "motion: none", "level: 1", "minutes: 10"):
            page.line(0, line)
        self._remark(0, "head_rubric")
        page.line(0, f"rubric: {_RUBRIC}")
        page.line(0, f"customer: {_CUSTOMER}")
        page.line(0, "briefing:")
        self._placeholder(1, "situation", "to_write_situation")
        self._placeholder(1, "goal", "to_write_goal")
        self._figures_listed()
        page.line(0, f"start: {self._ids[self._draft.start]}")
        page.line(0, "scenes:")

    def _figures_listed(self) -> None:
        meters = [figure for figure in self._figures.values() if not figure.fact]
        facts = [figure for figure in self._figures.values() if figure.fact]
        if meters:
            self._remark(0, "head_meters")
            self.page.line(0, "meters:")
        for figure in meters:
            self.page.line(1, f"{figure.id}:")
            self.page.line(2, f"start: {figure.start}")
            self.page.text(2, "name", _words(figure.name.lstrip("$")) or figure.id)
            if figure.hidden:
                self.page.line(2, "hidden: true")
        if facts:
            self._remark(0, "head_facts")
            self.page.line(0, "facts:")
        for figure in facts:
            self.page.text(1, figure.id, _words(figure.name.lstrip("$")) or figure.id)

    def scene(self, scene: DraftScene) -> None:
        page = self.page
        called = self._ids[scene.key]
        page.line(1, f"{called}:")
        if scene.name and clean(scene.name) != called:
            self._remark(2, "scene_name", name=scene.name)
        if scene.tags:
            self._remark(2, "scene_tags", tags=", ".join(scene.tags))
        self._lines(scene)
        if scene.choices:
            page.line(2, "choices:")
            ids = Ids()
            for choice in scene.choices:
                self._choice(choice, ids)
        elif scene.ways:
            self._ways(2, scene.ways, scene.place)
        elif scene.outcome is not None:
            page.line(2, f"end: {scene.outcome.value}")
        else:
            self._remark(2, "fill_end")
            page.line(2, "end: stalled")

    def _lines(self, scene: DraftScene) -> None:
        lines = [(self._condition(one.when, scene.place), one) for one in scene.lines]
        if len(lines) == 1:
            self.page.text(2, "customer", _words(lines[0][1].say) or _SILENCE)
            return
        self.page.line(2, "customer:")
        for place, (when, line) in enumerate(lines):
            last = place == len(lines) - 1
            if when is None and not last:
                continue
            self.page.text(3, "- say", _words(line.say) or _SILENCE)
            if when is not None and not last:
                self.page.line(4, f"when: {quoted(when)}")

    def _choice(self, choice: DraftChoice, ids: Ids) -> None:
        page = self.page
        say = _words(choice.say)
        page.line(3, f"{ids.new(say if choice.role == 'line' else choice.role, 'choice')}:")
        if say:
            page.text(4, "say", say)
        else:
            self._placeholder(4, "say", f"say_{choice.role}")
        if choice.reply and _words(choice.reply):
            page.text(4, "reply", _words(choice.reply))
        if choice.when is not None:
            when = self._condition(choice.when, choice.place)
            if when is not None:
                page.line(4, f"when: {quoted(when)}")
        turning = choice.role in ("more", "back", "onward")
        self._placeholder(4, "why", "why_turning" if turning else "to_write_why")
        if not turning:
            self._remark(4, "fill_points")
        self._changes(choice)
        if choice.repeat:
            page.line(4, "repeat: true")
        self._ways(4, choice.ways, choice.place)

    def _changes(self, choice: DraftChoice) -> None:
        learned, moved = [], []
        for variable, (amount, sets) in folded(choice.changes).items():
            figure = self._figures.get(variable)
            if figure is None:
                continue
            if figure.fact:
                learned.append(figure.id)
            elif sets:
                moved.append(f'{figure.id}: "={max(0, min(100, amount))}"')
            elif amount:
                moved.append(f"{figure.id}: {max(-100, min(100, amount))}")
        if moved:
            self.page.line(4, "effect:")
        for line in moved:
            self.page.line(5, line)
        if learned:
            self.page.line(4, f"learn: [{', '.join(learned)}]")

    def _ways(self, depth: int, ways: tuple[Way, ...], place: Place) -> None:
        listed = [(self._condition(way.when, place), self._ids[way.to]) for way in ways]
        kept = [one for one in listed[:-1] if one[0] is not None]
        if not kept:
            self.page.line(depth, f"goto: {listed[-1][1]}")
            return
        self.page.line(depth, "goto:")
        for when, to in kept:
            self.page.line(depth + 1, f"- when: {quoted(when or '')}")
            self.page.line(depth + 2, f"to: {to}")
        self.page.line(depth + 1, f"- to: {listed[-1][1]}")

    def _condition(self, when: Node | None, place: Place) -> str | None:
        """Write a condition; one that cannot be written is named as lost."""
        if when is None:
            return None
        text = written(when, self._called)
        if text is None:
            self.lost.append(Lost("unwritten", place.where, place))
        return text

    def _called(self, variable: str) -> str | None:
        figure = self._figures.get(variable)
        return None if figure is None else figure.id

    def _placeholder(self, depth: int, key: str, name: str) -> None:
        """Add a text that is ours, in both languages."""
        self.page.line(depth, f"{key}:")
        for language in LANGUAGES:
            self.page.text(depth + 1, language, message(f"importing.{name}", language))

    def _remark(self, depth: int, name: str, /, **values: str) -> None:
        safe = {key: comment(value) for key, value in values.items()}
        self.page.remark(depth, message(f"importing.{name}", self._language, **safe))


def _words(text: str) -> str:
    """Return `text` as it may stand in a scenario; empty where nothing of it shows."""
    words = clean(text).strip()
    return words if any(not sign.isspace() for sign in words) else ""
