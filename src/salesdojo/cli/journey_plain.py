"""A journey line by line: each chapter a talk, its debrief, and in the end the story."""

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.debriefing import debrief
from salesdojo.cli.journey_naming import named_journey
from salesdojo.cli.journey_taking_up import left, taken_up
from salesdojo.cli.journey_words import story_in_words
from salesdojo.cli.plain import talked
from salesdojo.cli.printing import out
from salesdojo.cli.surroundings import Surroundings
from salesdojo.i18n import message
from salesdojo.records.journeys.journey_session import JourneySession


def play_journey_plainly(here: Surroundings, wish: Arguments, name: str) -> int:
    """Play a journey on, or begin it; return the exit code."""
    library, found = named_journey(here, name)
    journey = taken_up(here, wish, library, found)
    while journey.session is not None:
        if not _chapter(here, journey):
            return 0
        if not journey.over:
            out(message("journey.goes_on", here.language))
            out()
            journey.go_on()
    out(story_in_words(journey, here.language))
    return 0


def _chapter(here: Surroundings, journey: JourneySession) -> bool:
    """Play a chapter to its end; False when the trainee leaves."""
    session = journey.session
    if session is None:
        return False
    count = len(journey.journey.scenarios)
    out(message("journey.begins", here.language, place=journey.chapter, count=count))
    if not talked(here, session):
        out(left(journey, session, here.language))
        return False
    result = journey.conclude()
    out()
    out(debrief(session, result, here.language))
    out()
    return True
