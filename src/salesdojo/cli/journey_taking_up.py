"""A journey taken up from the command line, and what is said when it is left."""

from typing import TYPE_CHECKING

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.journey_naming import means
from salesdojo.cli.surroundings import Surroundings
from salesdojo.errors import UsageError
from salesdojo.i18n import message
from salesdojo.records.journeys.journey_session import JourneySession

if TYPE_CHECKING:
    from salesdojo.content.catalogue import Journey
    from salesdojo.content.library import Library
    from salesdojo.records.session import Session


def taken_up(
    here: Surroundings, wish: Arguments, library: "Library", journey: "Journey"
) -> JourneySession:
    """Return the person's journey where it was left, or a new one.

    Raises:
        UsageError: US008 for a seed that the chapter under way has not.
    """
    found = JourneySession.taken_up(
        means(here, library, wish.seed), here.person, journey, fresh=wish.fresh
    )
    session = found.session
    if session is not None and wish.seed not in (None, session.record.seed):
        raise UsageError("US008", option="--seed", scenario=session.attempt.scenario.id)
    return found


def left(journey: JourneySession, session: "Session", language: str) -> str:
    """Return the sentence for who leaves in the middle of a chapter."""
    return message(
        "journey.left",
        language,
        saved=session.saved,
        place=journey.chapter,
        journey=journey.journey.id,
    )
