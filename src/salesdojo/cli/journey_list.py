"""`salesdojo journey` alone: the pack's journeys, and where this person stands in each."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.journey_naming import libraries
from salesdojo.cli.printing import out, out_json, table
from salesdojo.cli.surroundings import Surroundings
from salesdojo.errors import RecordsError
from salesdojo.i18n import message
from salesdojo.records.journeys.journey_places import NOWHERE, JourneyPlace, journey_places

if TYPE_CHECKING:
    from salesdojo.content.catalogue import Journey


def list_journeys(here: Surroundings, wish: Arguments) -> int:
    """Print the journeys."""
    journeys = libraries(here)[0].pack.journeys
    places = _places(here, journeys)
    if wish.json:
        out_json([_as_json(one, places.get(one.id, NOWHERE)) for one in journeys])
        return 0
    if not journeys:
        out(message("journey.none", here.language))
        return 0
    rows = [_row(one, places.get(one.id, NOWHERE), here.language) for one in journeys]
    out(table(rows))
    return 0


def _places(here: Surroundings, journeys: "Sequence[Journey]") -> Mapping[str, JourneyPlace]:
    """Return where the person stands, by journey; without records nothing is made."""
    from salesdojo.records.names import valid_name

    name = valid_name(here.name)
    if not here.has_records:
        return {}
    from salesdojo.records.store import Store

    try:
        with Store.open(here.database, on_wait=here.on_wait, make=False) as store:
            person = store.known_person(name, here.team)
            if person is None:
                return {}
            return journey_places(store, person, journeys)
    except RecordsError as error:
        if error.code == "DB027":  # a file with nothing in it yet
            return {}
        raise


def _row(journey: "Journey", place: JourneyPlace, language: str) -> tuple[str, ...]:
    return (
        journey.id,
        message("journey.chapters", language, count=len(journey.scenarios)),
        journey.name.spoken(language),
        journey.account.spoken(language),
        place.in_words(len(journey.scenarios), language),
    )


def _as_json(journey: "Journey", place: JourneyPlace) -> dict[str, object]:
    return {
        "id": journey.id,
        "name": dict(journey.name.by_language),
        "account": dict(journey.account.by_language),
        "scenarios": list(journey.scenarios),
        "chapter": place.chapter,
        "talking": place.talking,
        "finished": place.finished,
        "outcome": place.outcome,
    }
