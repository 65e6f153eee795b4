"""`salesdojo journey` alone: the pack's journeys, and where this person stands in each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from salesdojo.cli.arguments import Arguments
from salesdojo.cli.journey_naming import libraries
from salesdojo.cli.printing import out, out_json, table
from salesdojo.cli.surroundings import Surroundings
from salesdojo.errors import RecordsError
from salesdojo.i18n import message

if TYPE_CHECKING:
    from salesdojo.content.catalogue import Journey
    from salesdojo.records.model import JourneyRecord
    from salesdojo.records.store import Store


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a person stands in a journey."""

    chapter: int | None
    """The place, from 1, of the chapter that comes next; None where none is under way."""
    talking: bool
    """That chapter is begun already."""
    outcome: str | None
    """Of the last journey that was finished."""
    finished: int
    """How many were."""


_NOWHERE = _Place(None, talking=False, outcome=None, finished=0)


def list_journeys(here: Surroundings, wish: Arguments) -> int:
    """Print the journeys."""
    journeys = libraries(here)[0].pack.journeys
    places = _places(here)
    if wish.json:
        out_json([_as_json(one, places.get(one.id, _NOWHERE)) for one in journeys])
        return 0
    if not journeys:
        out(message("journey.none", here.language))
        return 0
    rows = [_row(one, places.get(one.id, _NOWHERE), here.language) for one in journeys]
    out(table(rows))
    return 0


def _places(here: Surroundings) -> Mapping[str, _Place]:
    """Return where the person stands, by journey; without records nothing is made."""
    from salesdojo.records.names import valid_name

    name = valid_name(here.name)
    if not here.has_records:
        return {}
    from salesdojo.records.store import Store

    try:
        with Store.open(here.database, on_wait=here.on_wait, make=False) as store:
            person = store.known_person(name)
            if person is None:
                return {}
            records = store.journeys.of_person(person)
            return {
                name: _place(store, [one for one in records if one.journey == name])
                for name in {one.journey for one in records}
            }
    except RecordsError as error:
        if error.code == "DB027":  # a file with nothing in it yet
            return {}
        raise


def _place(store: "Store", records: "list[JourneyRecord]") -> _Place:
    finished = [one for one in records if one.finished_at is not None]
    outcome = finished[-1].outcome if finished else None
    open_still = [one for one in records if one.finished_at is None and one.abandoned_at is None]
    if not open_still:
        return _Place(None, talking=False, outcome=outcome, finished=len(finished))
    chapters = open_still[-1].chapters
    talking = bool(chapters) and store.attempt(chapters[-1]).finished_at is None
    chapter = len(chapters) + (not talking)
    return _Place(chapter, talking=talking, outcome=outcome, finished=len(finished))


def _row(journey: "Journey", place: _Place, language: str) -> tuple[str, ...]:
    return (
        journey.id,
        message("journey.chapters", language, count=len(journey.scenarios)),
        journey.name.spoken(language),
        journey.account.spoken(language),
        _words(place, len(journey.scenarios), language),
    )


def _words(place: _Place, count: int, language: str) -> str:
    if place.chapter is not None:
        form = "in_chapter" if place.talking else "at_chapter"
        return message(f"journey.{form}", language, place=place.chapter, count=count)
    if place.outcome is None:
        return message("journey.not_begun", language)
    outcome = message(f"journey.outcome_{place.outcome}", language)
    return message("journey.finished", language, outcome=outcome)


def _as_json(journey: "Journey", place: _Place) -> dict[str, object]:
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
