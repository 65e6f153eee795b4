"""A session's drills and scenario: two lines each, what it is and why it is there."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.widgets.option_list import Option

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.records.planning.saying import reason
from salesdojo.tui.widgets.prose import broken
from salesdojo.tui.widgets.row_list import SpokenRows
from salesdojo.tui.widgets.scenario_list import figure
from salesdojo.tui.widths import cut, pad_left, width_of

if TYPE_CHECKING:
    from salesdojo.records.planning.plan import Item, Plan

_NUMBER: Final = 4
"""Cells before a title."""


class SessionList(SpokenRows):
    """Rows to choose from; the ids of its options are the scenarios'."""

    def __init__(self, session: "Plan", now: int, language: str) -> None:
        """List what is in `session`; reasons are told as of `now` (UTC milliseconds)."""
        super().__init__(language, id="session")
        self._session = session
        self._now = now
        self._qualities: Mapping[str, float | None] = {}

    def show_session(self, session: "Plan", now: int) -> None:
        """List another session, of which nothing is done yet."""
        self._session, self._now, self._qualities = session, now, {}
        self.fill()
        self.action_first()

    def show_done(self, qualities: Mapping[str, float | None]) -> None:
        """Mark what is finished, with its quality, and highlight what comes next."""
        self._qualities = qualities
        names = (item.entry.id for item in self._session.items)
        self.fill(next((name for name in names if name not in qualities), None))

    def rows(self) -> Iterator[Option]:
        """Yield what is in the session, in its order."""
        for place, item in enumerate(self._session.items, start=1):
            why = broken(
                Content(visible(self._why(item))),
                max(1, self.row_width - _NUMBER),
            )
            lines = why.stylize("$quiet").split("\n", allow_blank=True)
            moved_in = (Content(" " * _NUMBER) + line for line in lines)
            yield Option(Content("\n").join([self._head(place, item), *moved_in]), id=item.entry.id)

    def _why(self, item: "Item") -> str:
        """Return why it is there; once it is done, that no longer holds."""
        if item.entry.id in self._qualities:
            return message("practise.item_done", self.language)
        return reason(item.because, self._now, self.language)

    def _head(self, place: int, item: "Item") -> Content:
        done = item.entry.id in self._qualities
        kind = message(f"practise.{item.entry.kind}", self.language)
        minutes = item.entry.minutes
        facts = message("practise.facts", self.language, kind=kind, minutes=minutes)
        if done:
            facts = figure(self._qualities[item.entry.id])
        room = max(0, self.row_width - _NUMBER - width_of(facts) - 2)
        title = cut(item.entry.title.spoken(self.language), room)
        blank = " " * (self.row_width - _NUMBER - width_of(title) - width_of(facts))
        return Content.assemble(
            (pad_left(str(place), 2), "$accent"),
            "  ",
            (title, "$success" if done else "bold"),
            blank,
            (facts, "$success" if done else "$quiet"),
        )
