"""How the latest attempts went, criterion by criterion too, and on which days there were any."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from salesdojo.i18n import message
from salesdojo.records.history.overview import Overview, overview
from salesdojo.tui.figures.calendar_lines import calendar_lines, month_words
from salesdojo.tui.figures.change_words import change_words
from salesdojo.tui.figures.criterion_lines import criterion_lines
from salesdojo.tui.figures.quality_chart import AXIS, chart_lines
from salesdojo.tui.screens.figures import FiguresScreen
from salesdojo.tui.widgets.figure_lines import FigureLines
from salesdojo.tui.widgets.key_bar import Key
from salesdojo.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from salesdojo.records.model import Person
    from salesdojo.records.store import Store

_SERIES: Final = ("talks", "drills", "everything")
_HEIGHT: Final = 8
_MOST: Final = 100
"""Columns of a chart at most."""


class TrendScreen(FiguresScreen[Overview]):
    """Charts, one below the other."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "series", show=False, priority=True)]
    OWN_KEYS: ClassVar[tuple[Key, ...]] = (
        Key("Tab", "overview.key_series", "screen.series"),
        Key("Up/Down", "progress.key_scroll", "screen.scroll(1)"),
    )

    def __init__(self, of: "Person | None" = None) -> None:
        """Begin with talks."""
        super().__init__(of)
        self._series = 0

    def body(self) -> Sequence[Widget]:
        """Return the parts, empty yet."""
        return (
            VerticalScroll(
                Prose(classes="heading", id="trend-heading"),
                FigureLines(id="trend-chart"),
                Prose(classes="quiet", id="trend-change"),
                Prose(classes="heading", id="days-heading"),
                FigureLines(id="days"),
                Prose(classes="quiet", id="days-note"),
                Prose(classes="heading", id="criteria-heading"),
                FigureLines(id="criteria"),
                Prose(classes="quiet", id="criteria-note"),
                classes="body",
                can_focus=False,
            ),
        )

    def look(self, store: "Store") -> Overview:
        """Ask for the latest attempts and the days."""
        dojo = self.dojo
        return overview(store, self.person(), dojo.library.entries, dojo.clock(), dojo.cache)

    def title_words(self, language: str) -> str:
        """Return the title."""
        return message("overview.trend_title", language)

    def note(self, told: Overview) -> str:  # noqa: ARG002 - the same for all
        """Return how to read the chart."""
        return "overview.trend_note"

    def nothing(self, told: Overview) -> str | None:
        """Return what will stand here."""
        return None if told.everything.points else "overview.trend_empty"

    def show(self, told: Overview, language: str) -> None:
        """Show the three parts."""
        self._show_series(told, language)
        days = message("overview.calendar_heading", language)
        self._say("days-heading", f"{days}: {month_words(told.calendar, language)}")
        self._lines("days").show(lambda width: calendar_lines(told.calendar, width, language))
        self._say("days-note", message("overview.calendar_note", language))
        self._lines("criteria").show(lambda width: criterion_lines(told.criteria, width, language))
        any_criterion = bool(told.criteria)
        for name in ("criteria-heading", "criteria-note"):
            words = message(f"overview.{name.replace('-', '_')}", language)
            self._say(name, words if any_criterion else "")

    def action_series(self) -> None:
        """Show talks, then drills, then both together."""
        self._series = (self._series + 1) % len(_SERIES)
        if self.told is not None:
            self._show_series(self.told, self.dojo.language)

    def _show_series(self, told: Overview, language: str) -> None:
        name = _SERIES[self._series]
        trend = {"everything": told.everything, "talks": told.talks, "drills": told.drills}[name]
        if trend.points:
            signs = message("overview.glance_signs", language)
            heading = f"{message(f'overview.series_{name}', language)}  {signs}"
        else:
            heading = message("overview.series_none", language)
        self._say("trend-heading", heading)
        self._lines("trend-chart").show(
            lambda width: chart_lines(trend.points, min(width, AXIS + _MOST), _HEIGHT)
        )
        if trend.change is None:
            words = message("overview.trend_few", language)
        else:
            change = change_words(trend.change, language)
            words = message(
                "overview.trend_change", language, many=trend.change.many, change=change
            )
        self._say("trend-change", words)

    def _say(self, part: str, words: str) -> None:
        self.query_one(f"#{part}", Prose).set_text(words)

    def _lines(self, part: str) -> FigureLines:
        return self.query_one(f"#{part}", FigureLines)
