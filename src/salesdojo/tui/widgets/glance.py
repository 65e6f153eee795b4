"""The first glance at somebody's progress: a small chart, what got better, what to do now."""

from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content

from salesdojo.i18n import message
from salesdojo.tui.figures.anchor_lines import anchor_lines
from salesdojo.tui.figures.glance_lines import below_each_other, beside_each_other, facts
from salesdojo.tui.figures.quality_chart import AXIS, chart_lines
from salesdojo.tui.widgets.figure_lines import FigureLines
from salesdojo.tui.widths import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdojo.records.history.overview import Advice, Overview
    from salesdojo.records.mastery.anchors import Anchor

_LATEST: Final = 30
_FEWER: Final = 24
"""Attempts in the chart: beside a list, and above it."""
_ENOUGH: Final = 5
"""Talks from which the chart is of talks alone: a drill's one line is all or nothing."""
_LOW: Final = 4
_TALL: Final = 6
_ANCHOR: Final = 6
"""Lines for the next anchor beside the list."""


class Glance(Container):
    """Chart and words: side by side above a list, or one below the other beside it."""

    DEFAULT_CSS: ClassVar[str] = """
    Glance { layout: horizontal; height: auto; }
    Glance > #glance-chart { width: 28; margin-right: 2; }
    Glance > #glance-anchor { display: none; }
    """

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__(id="glance")
        self._stacked = False

    def compose(self) -> ComposeResult:
        """Lay out chart, words and the place for an anchor."""
        yield FigureLines(id="glance-chart")
        yield FigureLines(id="glance-words")
        yield FigureLines(id="glance-anchor")

    def show(  # noqa: PLR0913 - who did what, for whom, and where
        self,
        overview: "Overview",
        advice: "Advice | None",
        now: int,
        language: str,
        *,
        stacked: bool,
        own: bool = True,
    ) -> None:
        """Show how somebody did, and what to do; `stacked` puts the parts below each other.

        Args:
            overview: how they did lately.
            advice: what to do now, where it is known by now.
            now: UTC milliseconds.
            language: ``ja`` or ``en``.
            stacked: below each other, not side by side.
            own: whether it is the reader's own progress.
        """
        chart = _Chart(overview, language, stacked=stacked)
        told = facts(overview, advice, now, language, own=own)
        self._part("chart").show(chart.lines)
        self._part("words").show(
            lambda width: (
                below_each_other(told, width) if stacked else beside_each_other(told, width)
            )
        )

    def show_anchor(self, name: str | None, anchor: "Anchor | None", language: str) -> None:
        """Show what one level up of a skill is like, where there is room beside the list."""
        title = message("overview.anchor_title", language)
        self._part("anchor").show(
            lambda width: [
                Content.styled(cut(title, width), "$secondary bold"),
                *anchor_lines(name, anchor, width, _ANCHOR, language),
            ]
        )

    def _part(self, name: str) -> FigureLines:
        return self.query_one(f"#glance-{name}", FigureLines)


class _Chart:
    """The latest talks as columns; of who had few, the latest attempts of any kind."""

    def __init__(self, overview: "Overview", language: str, *, stacked: bool) -> None:
        enough = len(overview.talks.points) >= _ENOUGH
        trend = overview.talks if enough else overview.everything
        self._points = trend.points[-(_LATEST if stacked else _FEWER) :]
        self._name = "glance_talks_chart" if enough else "glance_chart"
        self._language = language
        self._stacked = stacked

    def lines(self, width: int) -> "Sequence[Content]":
        """Return what they are, the columns, and what their signs mean."""
        if not self._points:
            return [self._quiet("glance_after_talk", width)]
        columns = chart_lines(
            self._points, min(width, AXIS + _LATEST), _TALL if self._stacked else _LOW
        )
        many = message(f"overview.{self._name}", self._language, many=len(self._points))
        if not self._stacked:
            return [*columns, Content.styled(cut(" " * AXIS + many, width), "$quiet")]
        head = Content.styled(cut(many, width), "$secondary bold")
        return [head, *columns, self._quiet("glance_signs", width, " " * AXIS), Content("")]

    def _quiet(self, name: str, width: int, indent: str = "") -> Content:
        return Content.styled(
            cut(indent + message(f"overview.{name}", self._language), width), "$quiet"
        )
