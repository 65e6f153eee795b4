"""A journey on the full screen: the chapter that comes next, then where the deal stands."""

from dataclasses import replace

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.dojo import full_screen_journey
from salesdojo.cli.journey_naming import means, named_journey
from salesdojo.cli.journey_taking_up import left, taken_up
from salesdojo.cli.journey_words import story_in_words
from salesdojo.cli.printing import out
from salesdojo.cli.surroundings import Surroundings
from salesdojo.i18n import message
from salesdojo.records.journeys.journey_session import JourneySession


def play_journey_on_screen(here: Surroundings, wish: Arguments, name: str) -> int:
    """Open the app at the next chapter; when it is left, say how the deal stands."""
    library, found = named_journey(here, name)
    journey = taken_up(here, wish, library, found)
    if journey.session is not None:
        in_its_pack = replace(here, pack=library.pack.root)
        code = full_screen_journey(
            in_its_pack, found.id, seed=wish.seed, language_asked=wish.language_asked
        )
        if code:
            return code
    # The app kept everything: what is stored says how far the journey came.
    record = here.store.journeys.record(journey.record.id)
    say_where_it_stands(JourneySession(means(here, library, wish.seed), found, record), here)
    return 0


def say_where_it_stands(journey: JourneySession, here: Surroundings) -> None:
    """Print the story of a journey that is over, or how to go on with one that is not."""
    if journey.over:
        out(story_in_words(journey, here.language))
    elif journey.session is not None:
        out(left(journey, journey.session, here.language))
    else:
        place = journey.chapter + 1
        out(message("journey.next", here.language, place=place, journey=journey.journey.id))
