"""The close rate, and what gets through each stage: inbound and outbound, first tries and all."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from salesdojo.content.catalogue import Motion, Stage
from salesdojo.i18n import message
from salesdojo.records.history.outcomes import Funnel, funnel
from salesdojo.records.history.overview import drills_of
from salesdojo.records.history.recent import Ends
from salesdojo.tui.figures.funnel_lines import (
    MOTIONS,
    close_lines,
    funnel_head,
    funnel_row,
    motion_name,
)
from salesdojo.tui.figures.stage_page import stage_page
from salesdojo.tui.opening import practise
from salesdojo.tui.screens.evidence import EvidenceScreen
from salesdojo.tui.screens.figures import FiguresScreen
from salesdojo.tui.screens.listing import ListingScreen
from salesdojo.tui.widgets.figure_lines import FigureLines
from salesdojo.tui.widgets.figure_rows import FigureRows, Row
from salesdojo.tui.widgets.key_bar import Key
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widths import cut

if TYPE_CHECKING:
    from salesdojo.records.model import Person
    from salesdojo.records.store import Store
    from salesdojo.tui.evidence_pages import EvidencePage


class FunnelScreen(FiguresScreen[tuple[Ends, ...]], ListingScreen[None]):
    """How talks end."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "motion", show=False, priority=True),
        Binding("a", "first", show=False),
    ]
    OWN_KEYS: ClassVar[tuple[Key, ...]] = (
        Key("Enter", "overview.key_open", "screen.open"),
        Key("Tab", "overview.key_motion", "screen.motion"),
        Key("A", "overview.key_first", "screen.first"),
    )

    def __init__(self, of: "Person | None" = None) -> None:
        """Begin with all tries, however the customer was met."""
        super().__init__(of)
        self._motion: Motion | None = None
        self._first_only = False

    def body(self) -> Sequence[Widget]:
        """Return the table of close rates and the list of stages."""
        return (
            FigureLines(id="funnel-head"),
            FigureRows(id="funnel"),
            Prose(id="funnel-legend"),
        )

    def look(self, store: "Store") -> tuple[Ends, ...]:
        """Ask how talks ended."""
        return store.recent.ends(self.person(), drills_of(self.dojo.library.entries))

    def title_words(self, language: str) -> str:
        """Return the title."""
        return message("overview.funnel_title", language)

    def note(self, told: tuple[Ends, ...]) -> str:  # noqa: ARG002 - the same for all
        """Return what the close rate is."""
        return "overview.funnel_note"

    def nothing(self, told: tuple[Ends, ...]) -> str | None:
        """Return what will stand here."""
        return None if self._funnel(told).whole.talks else "overview.funnel_empty"

    def show(self, told: tuple[Ends, ...], language: str) -> None:
        """Show both tables."""
        met = [one for one in MOTIONS if one is None or self._funnel(told, one).stages]
        rows = [
            (
                motion,
                self._funnel(told, motion, first_only=True).whole,
                self._funnel(told, motion).whole,
            )
            for motion in (*met[1:], None)
        ]
        self.query_one("#funnel-head", FigureLines).show(
            lambda width: close_lines(rows, width, language)
        )
        shown = self._funnel(told, self._motion, first_only=self._first_only)
        name = "funnel_heading_first" if self._first_only else "funnel_heading_all"
        heading = message(f"overview.{name}", language, motion=motion_name(self._motion, language))

        def listed(width: int) -> Iterator[Row]:
            yield None, Content.styled(cut(heading, width), "$secondary bold")
            yield None, Content.styled(funnel_head(width, language), "$secondary")
            for one in shown.stages:
                stage = message(f"tui.home_stage_{one.stage}", language)
                yield str(one.stage), funnel_row(one, stage, width)

        self.query_one(FigureRows).show(listed)
        legend = message("overview.funnel_legend", language)
        if shown.left_out:
            legend += " " + message("overview.funnel_left_out", language, count=shown.left_out)
        self.query_one("#funnel-legend", Prose).set_text(legend)

    def action_motion(self) -> None:
        """Show the talks with customers who were met in the next way."""
        met = [one for one in MOTIONS if one is None or self._funnel((), one).stages]
        self._motion = met[(met.index(self._motion) + 1) % len(met)]
        self.say()

    def action_first(self) -> None:
        """Show first tries only, or all again."""
        self._first_only = not self._first_only
        self.say()

    def action_open(self) -> None:
        """Show how the talks of the stage highlighted ended, by scenario."""
        chosen = self.query_one(FigureRows).chosen
        if chosen is None or self.told is None:
            return
        stage = Stage(chosen)
        ends = tuple(self._counted(self.told))
        entries = self.dojo.library.entries
        motion = self._motion

        def page(language: str) -> "EvidencePage":
            return stage_page(stage, motion, ends, entries, language)

        self.app.push_screen(EvidenceScreen(page, None), lambda name: practise(self.dojo, name))

    def _counted(self, told: Sequence[Ends]) -> Iterator[Ends]:
        for one in told:
            if one.first or not self._first_only:
                yield one

    def _funnel(
        self, told: Sequence[Ends], motion: Motion | None = None, *, first_only: bool = False
    ) -> Funnel:
        entries = self.dojo.library.entries
        return funnel(told, entries, first_only=first_only, motion=motion)
