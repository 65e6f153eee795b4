"""The journeys of a pack: two lines each, the name whole and how far one is below it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets.option_list import Option

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.tui.widgets.row_list import SpokenRows
from salesdojo.tui.widths import cut, pad, width_of

if TYPE_CHECKING:
    from salesdojo.content.catalogue import Journey
    from salesdojo.records.journeys.journey_places import JourneyPlace


class JourneyList(SpokenRows):
    """Rows to choose from; the ids of its options are the journeys'."""

    def __init__(self, journeys: "Sequence[Journey]", language: str) -> None:
        """List `journeys` in the pack's order."""
        super().__init__(language, id="journeys")
        self._journeys = tuple(journeys)
        self._places: Mapping[str, JourneyPlace] | None = None

    def show_places(self, places: "Mapping[str, JourneyPlace]") -> None:
        """Fill in how far the person is."""
        self._places = places
        self.fill()

    def choose(self, journey: str) -> None:
        """Highlight a journey."""
        places = (place for place, one in enumerate(self._journeys) if one.id == journey)
        self.highlighted = next(places, self.highlighted)

    def rows(self) -> Iterator[Option]:
        """Yield the journeys."""
        for journey in self._journeys:
            yield Option(self._row(journey), id=journey.id)

    def _row(self, journey: "Journey") -> Content:
        count = message("journey.chapters", self.language, count=len(journey.scenarios))
        name = self._beside(journey.name.spoken(self.language), count)
        state = self._state(journey)
        account = self._beside("  " + journey.account.spoken(self.language), state)
        first = ((name, "bold"), ("  " + count, "$quiet"))
        return Content.assemble(*first, "\n", (account, "$quiet"), ("  " + state, "$accent"))

    def _beside(self, words: str, right: str) -> str:
        """Return `words` in the room that `right` leaves of a line."""
        room = max(0, self.row_width - width_of(right) - 2)
        return pad(cut(visible(words), room), room)

    def _state(self, journey: "Journey") -> str:
        if self._places is None:
            return ""
        from salesdojo.records.journeys.journey_places import NOWHERE

        place = self._places.get(journey.id, NOWHERE)
        return place.in_words(len(journey.scenarios), self.language)
