"""Where a person stands in the journeys of a pack: the same from every door."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from salesdojo.i18n import message
from salesdojo.practice.journeys import goes_on

if TYPE_CHECKING:
    from salesdojo.content.catalogue import Journey
    from salesdojo.records.model import JourneyRecord, Person
    from salesdojo.records.store import Store


@dataclass(frozen=True, slots=True)
class JourneyPlace:
    """How far one person is in one journey."""

    chapter: int | None
    """The place, from 1, of the chapter that comes next; None where none is under way."""
    talking: bool
    """Something was said in it already: opened and left is not begun in anyone's eyes."""
    outcome: str | None
    """Of the last journey that was finished."""
    finished: int
    """How many were."""

    def in_words(self, count: int, language: str) -> str:
        """Say it, for a journey of `count` chapters."""
        if self.chapter is not None:
            form = "in_chapter" if self.talking else "at_chapter"
            return message(f"journey.{form}", language, place=self.chapter, count=count)
        if self.outcome is None:
            return message("journey.not_begun", language)
        outcome = message(f"journey.outcome_{self.outcome}", language)
        return message("journey.finished", language, outcome=outcome)


NOWHERE: Final = JourneyPlace(None, talking=False, outcome=None, finished=0)
"""Before a journey was ever begun."""


def journey_places(
    store: "Store", person: "Person", journeys: "Sequence[Journey]"
) -> Mapping[str, JourneyPlace]:
    """Return where `person` stands in each journey ever begun, by the journey's id.

    Raises:
        RecordsError: DB0xx, what keeps the records from being read.
    """
    records = store.journeys.of_person(person)
    return {
        journey.id: _place(store, journey, mine)
        for journey in journeys
        if (mine := [one for one in records if one.journey == journey.id])
    }


def _place(store: "Store", journey: "Journey", records: "list[JourneyRecord]") -> JourneyPlace:
    finished = [one for one in records if one.finished_at is not None]
    outcome = finished[-1].outcome if finished else None
    under_way = [one for one in records if one.finished_at is None and one.abandoned_at is None]
    if not under_way:
        return JourneyPlace(None, False, outcome, len(finished))
    chapters = under_way[-1].chapters
    last = store.result(chapters[-1]) if chapters else None
    begun = bool(chapters) and last is None
    if last is not None and (not goes_on(last.outcome) or len(chapters) >= len(journey.scenarios)):
        # Its last talk was closed before anyone asked what became of the deal.
        return JourneyPlace(None, False, last.outcome.value, len(finished) + 1)
    chapter = len(chapters) + (not begun)
    talking = begun and store.attempt(chapters[-1]).saved > 0
    return JourneyPlace(chapter, talking, outcome, len(finished))
