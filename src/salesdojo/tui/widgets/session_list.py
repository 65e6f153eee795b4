"""A session's drills and scenario: two lines each, what it is and why it is there."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.events import Resize
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.records.saying import reason
from salesdojo.tui.widgets.prose import broken
from salesdojo.tui.widgets.scenario_list import figure
from salesdojo.tui.widths import cut, pad_left, width_of

if TYPE_CHECKING:
    from salesdojo.records.plan import Item, Plan

_NUMBER: Final = 4
"""Cells before a title."""
_BESIDE: Final = 5
"""Cells of a screen that are not a row's text."""


class SessionList(OptionList):
    """Rows to choose from; the ids of its options are the scenarios'."""

    def __init__(self, session: "Plan", now: int, language: str) -> None:
        """List what is in `session`; reasons are told as of `now` (UTC milliseconds)."""
        super().__init__(id="session", markup=False, compact=True)
        self._session = session
        self._now = now
        self._language = language
        self._qualities: Mapping[str, float | None] = {}
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

    def show_session(self, session: "Plan", now: int) -> None:
        """List another session, of which nothing is done yet."""
        self._session, self._now, self._qualities = session, now, {}
        self._fill(0)

    def show_done(self, qualities: Mapping[str, float | None]) -> None:
        """Mark what is finished, with its quality, and highlight what comes next."""
        self._qualities = qualities
        waiting = (
            place
            for place, item in enumerate(self._session.items)
            if item.entry.id not in qualities
        )
        self._fill(next(waiting, None))

    @property
    def chosen(self) -> str | None:
        """The id of the row highlighted."""
        option = self.highlighted_option
        return None if option is None else option.id

    @property
    def _room(self) -> int:
        width = self.scrollable_content_region.width
        return max(0, width or self.app.size.width - _BESIDE)

    def _fill(self, highlight: int | None = None) -> None:
        place = self.highlighted if highlight is None else highlight
        self._width = self._room
        self.set_options(self._rows())
        self.highlighted = place or 0

    def _rows(self) -> Iterator[Option]:
        for place, item in enumerate(self._session.items, start=1):
            why = broken(
                Content(visible(self._why(item))),
                max(1, self._width - _NUMBER),
            )
            lines = why.stylize("$quiet").split("\n", allow_blank=True)
            moved_in = (Content(" " * _NUMBER) + line for line in lines)
            yield Option(Content("\n").join([self._head(place, item), *moved_in]), id=item.entry.id)

    def _why(self, item: "Item") -> str:
        """Return why it is there; once it is done, that no longer holds."""
        if item.entry.id in self._qualities:
            return message("practise.item_done", self._language)
        return reason(item.because, self._now, self._language)

    def _head(self, place: int, item: "Item") -> Content:
        done = item.entry.id in self._qualities
        kind = message(f"practise.{item.entry.kind}", self._language)
        minutes = item.entry.minutes
        facts = message("practise.facts", self._language, kind=kind, minutes=minutes)
        if done:
            facts = figure(self._qualities[item.entry.id])
        room = max(0, self._width - _NUMBER - width_of(facts) - 2)
        title = cut(item.entry.title.spoken(self._language), room)
        blank = " " * (self._width - _NUMBER - width_of(title) - width_of(facts))
        return Content.assemble(
            (pad_left(str(place), 2), "$accent"),
            "  ",
            (title, "$success" if done else "bold"),
            blank,
            (facts, "$success" if done else "$quiet"),
        )
