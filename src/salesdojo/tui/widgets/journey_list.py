"""The journeys of a pack: two lines each, the name whole and how far one is below it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.events import Resize
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.tui.widths import cut, pad, width_of

if TYPE_CHECKING:
    from salesdojo.content.catalogue import Journey
    from salesdojo.records.journey_places import JourneyPlace

_BESIDE: int = 5
"""Cells of a screen that are not a row's text."""


class JourneyList(OptionList):
    """Rows to choose from; the ids of its options are the journeys'."""

    def __init__(self, journeys: "Sequence[Journey]", language: str) -> None:
        """List `journeys` in the pack's order."""
        super().__init__(id="journeys", markup=False, compact=True)
        self._journeys = tuple(journeys)
        self._language = language
        self._places: Mapping[str, JourneyPlace] | None = None
        self._width = 0
        """That the rows were laid out for."""

    def on_mount(self) -> None:
        """Fill the list."""
        self._fill()

    def on_resize(self, _: Resize) -> None:
        """Lay the rows out in the new width."""
        if self._room != self._width:
            self._fill()

    def retranslate(self, language: str) -> None:
        """Show every row in `language`."""
        self._language = language
        self._fill()

    def show_places(self, places: "Mapping[str, JourneyPlace]") -> None:
        """Fill in how far the person is."""
        self._places = places
        self._fill()

    @property
    def chosen(self) -> str | None:
        """The id of the journey highlighted."""
        option = self.highlighted_option
        return None if option is None else option.id

    @property
    def _room(self) -> int:
        width = self.scrollable_content_region.width
        return max(0, width or self.app.size.width - _BESIDE)

    def _fill(self) -> None:
        highlighted = self.highlighted
        self._width = self._room
        self.set_options(self._rows())
        if self.option_count:
            self.highlighted = highlighted or 0

    def choose(self, journey: str) -> None:
        """Highlight a journey."""
        places = (place for place, one in enumerate(self._journeys) if one.id == journey)
        self.highlighted = next(places, self.highlighted)

    def _rows(self) -> Iterator[Option]:
        for journey in self._journeys:
            yield Option(self._row(journey), id=journey.id)

    def _row(self, journey: "Journey") -> Content:
        count = message("journey.chapters", self._language, count=len(journey.scenarios))
        name = self._beside(journey.name.spoken(self._language), count)
        state = self._state(journey)
        account = self._beside("  " + journey.account.spoken(self._language), state)
        first = ((name, "bold"), ("  " + count, "$quiet"))
        return Content.assemble(*first, "\n", (account, "$quiet"), ("  " + state, "$accent"))

    def _beside(self, words: str, right: str) -> str:
        """Return `words` in the room that `right` leaves of a line."""
        room = max(0, self._width - width_of(right) - 2)
        return pad(cut(visible(words), room), room)

    def _state(self, journey: "Journey") -> str:
        if self._places is None:
            return ""
        from salesdojo.records.journey_places import NOWHERE

        place = self._places.get(journey.id, NOWHERE)
        return place.in_words(len(journey.scenarios), self._language)
