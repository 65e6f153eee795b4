"""One case of a recurring mistake: what was heard and said, what would have been better and why."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from salesdojo.content.visible import visible
from salesdojo.i18n import message
from salesdojo.i18n.figures import loss_figure
from salesdojo.records.mastery.course_saying import day_in_a_column
from salesdojo.tui.widgets.labelled import Labelled

if TYPE_CHECKING:
    from salesdojo.records.history.recurring import Slip
    from salesdojo.records.history.slip_telling import ToldSlip


class SlipCard(Vertical, can_focus=True):
    """A case that can be chosen, to practise its scenario."""

    DEFAULT_CSS: ClassVar[str] = """
    SlipCard { height: auto; margin-bottom: 1; }
    SlipCard:focus { background: $block-cursor-blurred-background; }
    SlipCard .head { height: 1; text-style: bold; text-wrap: nowrap; text-overflow: clip; }
    SlipCard .why { color: $quiet; }
    """

    def __init__(self, told: "ToldSlip", language: str) -> None:
        """Tell of `told` in `language`."""
        super().__init__()
        self._told = told
        self._language = language

    @property
    def scenario(self) -> str:
        """The scenario it happened in."""
        return self._told.slip.attempt.scenario

    @property
    def slip(self) -> "Slip":
        """The case."""
        return self._told.slip

    def compose(self) -> ComposeResult:
        """Lay out head and lines."""
        yield Static(self._head(), classes="head", markup=False)
        yield from self._lines()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show whether it is chosen, also without colour."""
        super().watch_has_focus(has_focus)
        if self.is_mounted:
            self.query_one(".head", Static).update(self._head())
        if has_focus:
            self.scroll_visible(top=True, animate=False)

    def _lines(self) -> Iterator[Labelled]:
        told, language = self._told, self._language
        if told.heard is not None:
            heard = told.heard.spoken(language)
            speaker = "" if told.speaker is None else told.speaker.spoken(language)
            yield Labelled(self._say("slip_heard"), f"{speaker}: {heard}" if speaker else heard)
        for name, one, style in (
            ("slip_said", told.said, "$secondary"),
            ("slip_better", told.better, "$success"),
        ):
            yield Labelled(self._say(name), one.say.spoken(language), style=style)
            if one.why is not None:
                yield Labelled(self._say("slip_why"), one.why.spoken(language), classes="why")

    def _head(self) -> Content:
        slip = self._told.slip
        when = day_in_a_column(slip.attempt.at, self._language)
        title = visible(self._told.title.spoken(self._language))
        cost = message("overview.slip_cost", self._language, cost=loss_figure(slip.cost))
        mark = "> " if self.has_focus else "  "
        return Content.assemble(mark, when, "  ", (cost, "$error"), "  ", title)

    def _say(self, name: str) -> str:
        return message(f"overview.{name}", self._language)
