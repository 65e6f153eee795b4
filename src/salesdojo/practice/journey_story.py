"""What became of one deal across its chapters, and which lines were closed to whom."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Final

from salesdojo.content.catalogue import Stage
from salesdojo.content.model import Choice, Outcome, Scenario
from salesdojo.content.text import Text
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.left_behind import left_behind
from salesdojo.practice.lines import facts_of, lines_of
from salesdojo.practice.scoring import Result
from salesdojo.practice.stepping import State, values

PIPELINE: Final = tuple(stage for stage in Stage if stage is not Stage.COACHING)
"""The stages of a deal, from the first to the last."""
SIGNING: Final = frozenset(PIPELINE[PIPELINE.index(Stage.PROPOSAL) :])
"""Stages in which `won` is the deal itself; before them it is a step that was won."""
MOST_FACTS: Final = 3
"""A line that needs more facts than these at once is not put down to them."""


class Deal(StrEnum):
    """How a deal stands."""

    OPEN = "open"
    WON = "won"
    DECLINED = "declined"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Taught:
    """A fact that would have helped, and the chapter that could have taught it."""

    fact: str
    text: Text
    chapter: int
    """The place of the chapter in the journey, from 0."""
    title: Text
    """Of that chapter."""


@dataclass(frozen=True, slots=True)
class ClosedLine:
    """A line that an earlier chapter would have opened."""

    scene: str
    choice: str
    say: Text
    opened_by: tuple[Taught, ...]
    """Together they would have opened it: the fewest that do."""


@dataclass(frozen=True, slots=True)
class ChapterStory:
    """What became of one chapter."""

    scenario: str
    title: Text
    stage: Stage
    end: str
    """The scene in which it ended."""
    last_line: Text
    """What was said there."""
    outcome: Outcome
    quality: float
    """0-100, measured from where this trainee began."""
    passed: bool
    meters: Mapping[str, int]
    """What it began with."""
    facts: tuple[str, ...]
    """Facts that were known when it began."""
    gauges: tuple[tuple[Text, int], ...]
    """What it began with, by name, without what the trainee does not see."""
    learned: tuple[Text, ...]
    """Facts uncovered in it."""
    left: tuple[Text, ...]
    """Facts left behind in it, which nobody should have brought about."""
    closed: tuple[ClosedLine, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """What became of a deal."""

    chapters: tuple[ChapterStory, ...]
    furthest: Stage
    """The furthest stage that was played."""
    deal: Deal

    @property
    def lowest(self) -> float:
        """The quality of the weakest chapter, 0-100."""
        return min(chapter.quality for chapter in self.chapters)


def story(played: Sequence[tuple[Attempt, Result]]) -> Story:
    """Return the story of the chapters played so far, in order; at least one, each finished."""
    earlier: list[Scenario] = []
    chapters: list[ChapterStory] = []
    for attempt, result in played:
        chapters.append(_chapter(attempt, result, earlier))
        earlier.append(attempt.scenario)
    stages = [chapter.stage for chapter in chapters]
    furthest = max(stages, key=lambda one: PIPELINE.index(one) if one in PIPELINE else -1)
    return Story(tuple(chapters), furthest, _deal(chapters))


def closed_lines(attempt: Attempt, earlier: Sequence[Scenario]) -> tuple[ClosedLine, ...]:
    """Return the lines of the scenes that were met which an earlier chapter would have opened.

    A line that was offered later in the same talk was not closed, and one that earns
    nothing, such as a confidence given away, is no loss.
    """
    offered = {(event.scene, choice) for event in attempt.events for choice in event.offered}
    offered.update((attempt.scene.id, choice.id) for choice in attempt.offered)
    closed: dict[tuple[str, str], ClosedLine] = {}
    for state in (*(event.before for event in attempt.events), attempt.state):
        for choice in attempt.scenario.scenes[state.scene].choices.values():
            line = (state.scene, choice.id)
            if line in offered or line in closed or not _is_worth_saying(choice):
                continue
            opened_by = _opened_by(attempt.scenario, state, choice, earlier)
            if opened_by:
                closed[line] = ClosedLine(*line, choice.say, opened_by)
    return tuple(closed.values())


def teachers(fact: str, chapters: Sequence[Scenario]) -> Iterator[int]:
    """Yield the places of the chapters in which a choice, or a question, uncovers `fact`."""
    for place, scenario in enumerate(chapters):
        scenes = scenario.scenes.values()
        lines = ((scene, line) for scene in scenes for line in lines_of(scene))
        if any(fact in facts_of(scene, line) for scene, line in lines):
            yield place


def _is_worth_saying(choice: Choice) -> bool:
    return choice.breach is None and any(points > 0 for points in choice.points.values())


def _opened_by(
    scenario: Scenario, state: State, choice: Choice, earlier: Sequence[Scenario]
) -> tuple[Taught, ...]:
    if choice.when is None:
        return ()
    taught: dict[str, Taught] = {}
    for fact, text in scenario.facts.items():
        place = next(teachers(fact, earlier), None)
        if fact not in state.facts and place is not None:
            taught[fact] = Taught(fact, text, place, earlier[place].title)
    held = values(scenario, state)
    for many in range(1, MOST_FACTS + 1):
        for facts in combinations(taught, many):
            if choice.when.value({**held, **dict.fromkeys(facts, 1)}):
                return tuple(taught[fact] for fact in facts)
    return ()


def _chapter(attempt: Attempt, result: Result, earlier: Sequence[Scenario]) -> ChapterStory:
    scenario = attempt.scenario
    last = attempt.events[-1].heard[-1] if attempt.events else attempt.opening[-1]
    scars = left_behind(scenario)
    return ChapterStory(
        scenario=scenario.id,
        title=scenario.title,
        stage=scenario.stage,
        end=attempt.scene.id,
        last_line=last.line,
        outcome=result.outcome,
        quality=result.quality,
        passed=result.passed,
        meters={name: meter.start for name, meter in scenario.meters.items()},
        facts=tuple(scenario.learned),
        gauges=tuple((one.name, one.start) for one in scenario.meters.values() if not one.hidden),
        learned=tuple(scenario.facts[fact] for fact in result.learned if fact not in scars),
        left=tuple(scenario.facts[fact] for fact in result.learned if fact in scars),
        closed=closed_lines(attempt, earlier),
    )


def _deal(chapters: Sequence[ChapterStory]) -> Deal:
    last = chapters[-1].outcome
    if last is Outcome.LOST:
        return Deal.LOST
    if last is Outcome.DECLINED:
        return Deal.DECLINED
    signed = any(one.outcome is Outcome.WON and one.stage in SIGNING for one in chapters)
    return Deal.WON if signed else Deal.OPEN
