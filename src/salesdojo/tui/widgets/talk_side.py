"""Beside a wide talk: whom it is with, what it is for, and how it stands."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from salesdojo.i18n import message
from salesdojo.tui.widgets.gauge import Gauges, Reading
from salesdojo.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from salesdojo.content.model import Scenario


class TalkSide(VerticalScroll, can_focus=False):
    """The customer's card, the goal and the gauges."""

    DEFAULT_CSS: ClassVar[str] = """
    TalkSide { scrollbar-size-vertical: 1; }
    TalkSide .side-label { margin-top: 1; color: $secondary; text-style: bold; }
    TalkSide #side-customer { color: $accent; text-style: bold; }
    TalkSide Gauges { margin-top: 1; }
    """

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield Prose(id="side-customer")
        yield Prose(id="side-role")
        yield Prose(id="side-company")
        yield Static(id="side-goal-label", classes="side-label", markup=False)
        yield Prose(id="side-goal")
        yield Gauges(stacked=True)

    def tell(self, scenario: "Scenario", language: str) -> None:
        """Tell customer and goal in `language`."""
        customer = scenario.customer
        for name, text in (
            ("customer", customer.name),
            ("role", customer.role),
            ("company", customer.company),
            ("goal", scenario.briefing.goal),
        ):
            self.query_one(f"#side-{name}", Prose).set_text(text.spoken(language))
        label = Content(message("tui.talk_goal", language))
        self.query_one("#side-goal-label", Static).update(label)

    def show(self, shown: Sequence[Reading]) -> None:
        """Show the meters."""
        self.query_one(Gauges).show(shown)
