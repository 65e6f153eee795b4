"""The scenarios by stage, with figures: one row each, aligned by display width."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.events import Resize
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from salesdojo.content.visible import visible
from salesdojo.i18n import message
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


class ScenarioList(OptionList):
    """Rows to choose from; the ids of its options are the scenarios'."""

    def __init__(
        self, entries: "Sequence[Entry]", language: str, drills: "Sequence[Entry]" = ()
    ) -> None:
        """List `entries` in the order given; a new stage gets a line of its own.

        The `drills` share one row below them, whose id is `DRILLS`.
        """
        super().__init__(id="scenarios", markup=False, compact=True)
        self._entries = tuple(entries)
        self._drills = tuple(drills)
        self._language = language
        self._standings: Mapping[str, Standing] | None = None
        self._chosen: str | None = None
        self._filled = (0, 0)
        """The width of a row and the height that the rows were laid out for."""

    def on_mount(self) -> None:
        """Fill the list before it has a size: filled later, it would miss the first paint."""
        self._fill()

    def on_resize(self, _: Resize) -> None:
        """Lay the rows out in the new size, unless it is the one expected."""
        if self._room != self._filled:
            self._fill()

    def retranslate(self, language: str) -> None:
        """Show every row in `language`."""
        self._language = language
        self._fill()

    def show_standings(self, standings: "Mapping[str, Standing]") -> None:
        """Fill in the figures."""
        self._standings = standings
        self._fill()

    def choose(self, scenario: str) -> None:
        """Highlight a row, unless the person has moved on already."""
        if self._chosen is None or self._chosen == self._first:
            self._chosen = scenario
            self._highlight()

    @property
    def chosen(self) -> str | None:
        """The scenario highlighted."""
        option = self.highlighted_option
        return None if option is None else option.id

    @property
    def heading(self) -> str:
        """The names of the columns, aligned with the rows."""
        width = self._row_width
        layout = columns(width, self._language)
        names = {
            column.name: message(f"tui.home_column_{column.name}", self._language)
            for column in layout
        }
        return "   " + row(names, layout, width)

    @property
    def _first(self) -> str | None:
        if self._entries:
            return self._entries[0].id
        return DRILLS if self._drills else None

    @property
    def _room(self) -> tuple[int, int]:
        """The width of a row and the height of the list; before a layout, as on a wide screen."""
        if self.size.width == 0:
            screen = self.app.size
            return max(0, screen.width - _BESIDE), max(0, screen.height - _ABOVE_AND_BELOW)
        return max(0, self.scrollable_content_region.width - _NUMBER), self.size.height

    @property
    def _row_width(self) -> int:
        return self._room[0]

    def _fill(self) -> None:
        self._filled = self._room
        self._chosen = self.chosen or self._chosen
        self.set_options(self._options_by_stage())
        self._highlight()

    def _highlight(self) -> None:
        chosen = self._chosen or self._first
        if chosen is not None and chosen in self._id_to_option:
            self.highlighted = self.get_option_index(chosen)

    def _options_by_stage(self) -> Iterator[Option]:
        width = self._row_width
        layout = columns(width, self._language)
        stage = None
        stages = len({entry.stage for entry in self._entries})
        drills = 3 if self._drills else 0
        airy = len(self._entries) + 2 * stages + drills <= self._room[1]
        for number, entry in enumerate(self._entries, start=1):
            if entry.stage != stage:
                if airy and stage is not None:
                    yield Option("", disabled=True)
                stage = entry.stage
                name = message(f"tui.home_stage_{stage}", self._language)
                yield Option(Content.styled(name, "$secondary"), disabled=True)
            mark = str(number) if number <= _NUMBERED else ""
            shown = row(self._cells(entry), layout, width)
            yield Option(
                Content.assemble((pad_left(mark, 2), "$accent"), " ", self._coloured(shown, entry)),
                id=entry.id,
            )
        if self._drills:
            if airy and stage is not None:
                yield Option("", disabled=True)
            heading = message("drills.home_heading", self._language)
            yield Option(Content.styled(heading, "$secondary"), disabled=True)
            yield Option(Content("   " + pad(self._drill_words(), width)), id=DRILLS)

    def _drill_words(self) -> str:
        standings = self._standings or {}
        passed = sum(one.id in standings and standings[one.id].passed for one in self._drills)
        name = "drills.home_row_passed" if passed else "drills.home_row"
        return message(name, self._language, count=len(self._drills), passed=passed)

    def _coloured(self, shown: str, entry: "Entry") -> Content:
        state = self._state(entry.id)
        content = Content(shown)
        if not state:
            return content
        style = "$success" if state == "passed" else "$accent"
        end = len(shown.rstrip())
        name = message(f"tui.home_state_{state}", self._language)
        return content.stylize(style, end - len(name), end)

    def _cells(self, entry: "Entry") -> dict[str, str]:
        state = self._state(entry.id)
        return {
            "scenario": visible(entry.title.spoken(self._language)),
            "customer": visible(entry.customer_name.spoken(self._language)),
            "level": str(entry.level),
            "minutes": str(entry.minutes),
            "state": message(f"tui.home_state_{state}", self._language) if state else "",
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
