"""A journey line by line: each chapter a talk, its debrief, and in the end the story."""

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.debriefing import debrief
from salesdojo.cli.journey_naming import means, named_journey
from salesdojo.cli.journey_words import story_in_words
from salesdojo.cli.plain import talked
from salesdojo.cli.printing import out
from salesdojo.cli.surroundings import Surroundings
from salesdojo.errors import UsageError
from salesdojo.i18n import message
from salesdojo.records.journey_session import JourneySession


def play_journey_plainly(here: Surroundings, wish: Arguments, name: str) -> int:
    """Play a journey on, or begin it; return the exit code."""
    library, found = named_journey(here, name)
    played_with = means(here, library, wish.seed)
    journey = JourneySession.taken_up(played_with, here.person, found, fresh=wish.fresh)
    _refuse_another_seed(journey, wish)
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
        out(
            message(
                "journey.left",
                here.language,
                saved=session.saved,
                place=journey.chapter,
                journey=journey.journey.id,
            )
        )
        return False
    result = journey.conclude()
    out()
    out(debrief(session, result, here.language))
    out()
    return True


def _refuse_another_seed(journey: JourneySession, wish: Arguments) -> None:
    """A chapter that is under way keeps its seed: never let someone believe otherwise."""
    session = journey.session
    if session is not None and wish.seed not in (None, session.record.seed):
        raise UsageError("US008", option="--seed", scenario=session.attempt.scenario.id)
