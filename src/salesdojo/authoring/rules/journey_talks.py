"""Golden roads of journeys played: chapter by chapter, each from where the one before ended."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from salesdojo.authoring.rules.golden_talks import SEED
from salesdojo.authoring.rules.written_pack import WrittenJourney, WrittenPack
from salesdojo.content.document import Path
from salesdojo.content.model import Outcome
from salesdojo.content.reference_parts import mapping
from salesdojo.errors import PracticeError
from salesdojo.practice.attempt import Attempt
from salesdojo.practice.following import follow
from salesdojo.practice.journey_story import Story, story
from salesdojo.practice.journeys import NOTHING, carried_on, carrying, goes_on
from salesdojo.practice.scoring import score
from salesdojo.practice.solving import solve
from salesdojo.practice.too_large import TooLargeError

Parted = tuple[int, int, str]
"""Chapter and turn, both from 0, and how: a form of SD608."""


@dataclass(frozen=True, slots=True)
class JourneyTalk:
    """A golden road of a journey, played as far as it goes."""

    journey: WrittenJourney
    id: str
    written: Mapping[str, Any]
    parted: Parted | None
    """Where it cannot be gone on as it is written."""
    offered: tuple[str, ...]
    """What could be said there."""
    story: Story | None
    """None unless it was played whole."""

    @property
    def path(self) -> Path:
        """Where it is written."""
        return (*self.journey.path, "tests", self.id)

    @property
    def play(self) -> Sequence[Sequence[str]]:
        """Its choices, a list for each chapter."""
        play: Sequence[Sequence[str]] = self.written["play"]
        return play


def journey_talks(pack: WrittenPack) -> Iterator[JourneyTalk]:
    """Play every golden road of every journey; one with a chapter too large is passed over."""
    for journey in pack.journeys:
        for name, written in mapping(journey.written.get("tests")).items():
            try:
                yield _played(journey, name, written)
            except TooLargeError:
                continue  # SD309 tells of the chapter


def _played(journey: WrittenJourney, name: str, written: Mapping[str, Any]) -> JourneyTalk:
    carried, outcome = NOTHING, Outcome.ADVANCED
    finished: list[Attempt] = []

    def parted(chapter: int, turn: int, form: str, offered: tuple[str, ...] = ()) -> JourneyTalk:
        return JourneyTalk(journey, name, written, (chapter, turn, form), offered, None)

    for place, choices in enumerate(written["play"]):
        if place >= len(journey.chapters) or not goes_on(outcome):
            return parted(place, 0, "over")
        scenario = journey.chapters[place]
        attempt = Attempt(carrying(scenario, carried) if place else scenario, SEED)
        for turn, choice in enumerate(choices):
            try:
                attempt = follow(attempt, choice)
            except PracticeError:
                offered = tuple(one.id for one in attempt.offered)
                at_table = "table" if attempt.table else ""
                return parted(place, turn, "goes_on" if attempt.outcome else at_table, offered)
        ended = attempt.outcome
        if ended is None:
            offered = tuple(one.id for one in attempt.offered)
            form = "stops_at_table" if attempt.table else "stops"
            return parted(place, len(choices), form, offered)
        carried, outcome = carried_on(carried, attempt), ended
        finished.append(attempt)
    if goes_on(outcome) and len(finished) < len(journey.chapters):
        return parted(len(finished) - 1, len(finished[-1].events) - 1, "unfinished")
    scored = [(one, score(one, solve(one.scenario))) for one in finished]
    return JourneyTalk(journey, name, written, None, (), story(scored))
