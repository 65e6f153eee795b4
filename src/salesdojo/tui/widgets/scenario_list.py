"""The scenarios by stage, with figures: one row each, aligned by display width."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.widgets.option_list import Option

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.tui.widgets.row_list import SpokenRows
from salesdojo.tui.widths import pad, pad_left

if TYPE_CHECKING:
    from salesdojo.content.catalogue import Entry
    from salesdojo.records.model import Standing

NARROW: Final = 64
"""Columns under which a row keeps only title, best and state."""
WIDE: Final = 96
"""Columns from which a row names the customer too."""
DRILLS: Final = ":drills"
"""The id of the row that stands for every drill: no scenario's id has a colon."""
JOURNEYS: Final = ":journeys"
"""The id of the row that stands for every journey."""
_NUMBERED: Final = 9
"""Rows that a digit opens."""
_GAP: Final = "  "
_UNKNOWN: Final = "."
"""Stands for a figure not looked up yet."""
_NONE: Final = "-"
_NUMBER: Final = 3
"""Cells before a row: its number and a space."""
_BESIDE: Final = 9
"""Cells of a wide screen that are not a row's text: margins, padding, the number."""
_ABOVE_AND_BELOW: Final = 8
"""Lines of a screen that are not the list's."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name's message and its width in terminal cells; 0 takes what is left."""

    name: str
    width: int


def columns(width: int, language: str) -> tuple[Column, ...]:
    """Return the columns that a row of `width` cells has."""
    short = language == "ja"
    best = Column("best", 4)
    state = Column("state", 4 if short else 6)
    if width < NARROW:
        return (Column("scenario", 0), best, state)
    customer = (Column("customer", 24),) if width >= WIDE else ()
    return (
        Column("scenario", 0),
        *customer,
        Column("level", 4 if short else 5),
        Column("minutes", 3),
        Column("first", 4 if short else 5),
        best,
        Column("latest", 4 if short else 6),
        state,
    )


def row(cells: Mapping[str, str], layout: Sequence[Column], width: int) -> str:
    """Return one line of `cells`, by column name, in exactly `width` terminal cells."""
    fixed = sum(column.width for column in layout) + len(_GAP) * (len(layout) - 1)
    parts = []
    for column in layout:
        cell = cells.get(column.name, "")
        if column.width == 0:
            parts.append(pad(cell, max(0, width - fixed)))
        elif column.name in {"customer", "state"}:
            parts.append(pad(cell, column.width))
        else:
            parts.append(pad_left(cell, column.width))
    return _GAP.join(parts)


def figure(quality: float | None) -> str:
    """Return a quality as a whole number, never rounded up to a pass."""
    return _NONE if quality is None else str(int(quality))


class ScenarioList(SpokenRows):
    """Rows to choose from; the ids of its options are the scenarios'."""

    def __init__(
        self,
        entries: "Sequence[Entry]",
        language: str,
        drills: "Sequence[Entry]" = (),
        journeys: int = 0,
    ) -> None:
        """List `entries` in the order given; a new stage gets a line of its own.

        The `drills` share one row below them, whose id is `DRILLS`; so do the journeys, of
        which there are `journeys`: `JOURNEYS`.
        """
        super().__init__(language, id="scenarios")
        self._entries = tuple(entries)
        self._drills = tuple(drills)
        self._journeys = journeys
        self._standings: Mapping[str, Standing] | None = None
        self._chosen: str | None = None
        self._height = 0
        """That the rows were laid out for: in a low list they stand closer."""

    def show_standings(self, standings: "Mapping[str, Standing]") -> None:
        """Fill in the figures."""
        self._standings = standings
        self.fill()

    def choose(self, scenario: str) -> None:
        """Highlight a row, unless the person has moved on already."""
        if self._chosen is None or self._chosen == self._first:
            self._chosen = scenario
            if scenario in self._id_to_option:
                self.highlighted = self.get_option_index(scenario)

    @property
    def heading(self) -> str:
        """The names of the columns, aligned with the rows."""
        width = self.room
        layout = columns(width, self.language)
        names = {
            column.name: message(f"tui.home_column_{column.name}", self.language)
            for column in layout
        }
        return "   " + row(names, layout, width)

    @property
    def _first(self) -> str | None:
        if self._entries:
            return self._entries[0].id
        return DRILLS if self._drills else JOURNEYS if self._journeys else None

    @property
    def room(self) -> int:
        """Cells of a row beside its number; before a layout, as on a wide screen.

        The list is filled before it has a size: filled later, it would miss the first paint.
        """
        if self.size.width == 0:
            return max(0, self.app.size.width - _BESIDE)
        return max(0, self.scrollable_content_region.width - _NUMBER)

    @property
    def outgrown(self) -> bool:
        """Whether the rows were laid out for another size."""
        return super().outgrown or self._lines_in_sight != self._height

    @property
    def _lines_in_sight(self) -> int:
        """Lines of the list; before a layout, as on a wide screen."""
        return self.size.height or max(0, self.app.size.height - _ABOVE_AND_BELOW)

    def fill(self, chosen: str | None = None) -> None:
        """Lay the rows out."""
        self._height = self._lines_in_sight
        self._chosen = self.chosen or self._chosen
        super().fill(chosen or self._chosen)

    def rows(self) -> Iterator[Option]:
        """Yield the scenarios by stage, then the rows that open other rooms."""
        width = self.row_width
        layout = columns(width, self.language)
        stage = None
        stages = len({entry.stage for entry in self._entries})
        below = 3 * (bool(self._drills) + bool(self._journeys))
        airy = len(self._entries) + 2 * stages + below <= self._height
        for number, entry in enumerate(self._entries, start=1):
            if entry.stage != stage:
                if airy and stage is not None:
                    yield Option("", disabled=True)
                stage = entry.stage
                name = message(f"tui.home_stage_{stage}", self.language)
                yield Option(Content.styled(name, "$secondary"), disabled=True)
            mark = str(number) if number <= _NUMBERED else ""
            shown = row(self._cells(entry), layout, width)
            yield Option(
                Content.assemble((pad_left(mark, 2), "$accent"), " ", self._coloured(shown, entry)),
                id=entry.id,
            )
        airy = airy and stage is not None
        if self._journeys:
            words = message("journey.home_row", self.language, count=self._journeys)
            yield from self._room_row("journey", words, JOURNEYS, airy=airy)
        if self._drills:
            yield from self._room_row("drills", self._drill_words(), DRILLS, airy=airy)

    def _room_row(self, room: str, words: str, row_id: str, *, airy: bool) -> Iterator[Option]:
        """Yield the row that opens another room, under a heading."""
        if airy:
            yield Option("", disabled=True)
        heading = message(f"{room}.home_heading", self.language)
        yield Option(Content.styled(heading, "$secondary"), disabled=True)
        yield Option(Content("   " + pad(words, self.room)), id=row_id)

    def _drill_words(self) -> str:
        standings = self._standings or {}
        passed = sum(one.id in standings and standings[one.id].passed for one in self._drills)
        name = "drills.home_row_passed" if passed else "drills.home_row"
        return message(name, self.language, count=len(self._drills), passed=passed)

    def _coloured(self, shown: str, entry: "Entry") -> Content:
        state = self._state(entry.id)
        content = Content(shown)
        if not state:
            return content
        style = "$success" if state == "passed" else "$accent"
        end = len(shown.rstrip())
        name = message(f"tui.home_state_{state}", self.language)
        return content.stylize(style, end - len(name), end)

    def _cells(self, entry: "Entry") -> dict[str, str]:
        state = self._state(entry.id)
        return {
            "scenario": visible(entry.title.spoken(self.language)),
            "customer": visible(entry.customer_name.spoken(self.language)),
            "level": str(entry.level),
            "minutes": str(entry.minutes),
            "state": message(f"tui.home_state_{state}", self.language) if state else "",
            **self._figures(entry.id),
        }

    def _figures(self, scenario: str) -> dict[str, str]:
        if self._standings is None:
            return dict.fromkeys(("first", "best", "latest"), _UNKNOWN)
        standing = self._standings.get(scenario)
        if standing is None:
            return dict.fromkeys(("first", "best", "latest"), _NONE)
        return {
            "first": figure(standing.first),
            "best": figure(standing.best),
            "latest": figure(standing.latest),
        }

    def _state(self, scenario: str) -> str:
        standing = (self._standings or {}).get(scenario)
        if standing is None:
            return ""
        if standing.unfinished:
            return "unfinished"
        return "passed" if standing.passed else ""
