"""`journey ID --choose "a,b;c"`: these choices, chapter by chapter, then the story.

Nothing is kept of a list that does not bring the journey to its end.
"""

from typing import TYPE_CHECKING

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.debriefing import debrief
from salesdojo.cli.journey_naming import means, named_journey
from salesdojo.cli.journey_words import story_as_json, story_in_words
from salesdojo.cli.printing import out, out_json
from salesdojo.cli.scripted import SEED_UNLESS_TOLD
from salesdojo.cli.surroundings import Surroundings
from salesdojo.cli.what_follows import what_follows
from salesdojo.errors import UsageError
from salesdojo.practice.following import moves_of, replay
from salesdojo.practice.journeys import NOTHING, carried_on, carrying, goes_on
from salesdojo.records.journeys.journey_session import JourneySession

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from salesdojo.content.model import Scenario
    from salesdojo.practice.scoring import Result
    from salesdojo.records.session import Session

Choices = list[list[str]]
"""By chapter."""


def play_journey_choices(here: Surroundings, wish: Arguments, name: str) -> int:
    """Play the choices of every chapter, store them, and print what came of it."""
    library, found = named_journey(here, name)
    seed = SEED_UNLESS_TOLD if wish.seed is None else wish.seed
    choices = _by_chapter(wish.choose or "")
    _refuse_unfinished(found.scenarios, library.scenario, seed, choices)
    journey = JourneySession.begun(means(here, library, seed), here.person, found)
    chapters: list[tuple[Session, Result]] = []
    for taken in choices:
        session = journey.session or journey.go_on()
        for choice in taken:
            for move in moves_of(session.attempt, choice):
                session.take(move)
        chapters.append((session, journey.conclude()))
    if wish.json:
        out_json(story_as_json(journey, chapters))
        return 0
    for session, result in chapters:
        out(f"== {session.attempt.scenario.title.spoken(here.language)} ==")
        out(debrief(session, result, here.language))
        out()
    out(story_in_words(journey, here.language))
    return 0


def _by_chapter(typed: str) -> Choices:
    return [
        [choice.strip() for choice in chapter.split(",") if choice.strip()]
        for chapter in typed.split(";")
    ]


def _refuse_unfinished(
    scenarios: "Sequence[str]",
    scenario_of: "Callable[[str], Scenario]",
    seed: int,
    choices: Choices,
) -> None:
    """Play in memory first: a wrong list leaves no journey behind."""
    carried, over = NOTHING, False
    for place, taken in enumerate(choices):
        if over or place == len(scenarios):
            raise UsageError("US092", place=place + 1)
        written = scenario_of(scenarios[place])
        attempt = replay(carrying(written, carried) if place else written, seed, taken)
        outcome = attempt.outcome
        if outcome is None:
            offered = what_follows(attempt)
            raise UsageError(
                "US091", place=place + 1, count=len(taken), scene=attempt.scene.id, offered=offered
            )
        carried, over = carried_on(carried, attempt), not goes_on(outcome)
    if not over and len(choices) < len(scenarios):
        place = len(choices)
        written = scenario_of(scenarios[place])
        attempt = replay(carrying(written, carried), seed, ())
        offered = what_follows(attempt)
        raise UsageError("US091", place=place + 1, count=0, scene=attempt.scene.id, offered=offered)
