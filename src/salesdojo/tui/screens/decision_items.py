"""A decision: its choices in their words, who took them, and what trainees remarked."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from salesdojo.i18n import message
from salesdojo.review import item_saying as say
from salesdojo.tui.item_rows import choice_rows
from salesdojo.tui.screens.figures import FiguresScreen
from salesdojo.tui.widgets.figure_lines import FigureLines
from salesdojo.tui.widgets.figure_rows import FigureRows
from salesdojo.tui.widgets.key_bar import Key
from salesdojo.tui.wrapping import wrap

if TYPE_CHECKING:
    from salesdojo.records.store import Store
    from salesdojo.review.item_model import DecisionItem


class DecisionItemsScreen(FiguresScreen["DecisionItem"]):
    """One decision of those that a scenario has."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "turn(1)", show=False),
        Binding("b", "turn(-1)", show=False),
    ]
    OF_EVERYONE: ClassVar[bool] = True
    OWN_KEYS: ClassVar[tuple[Key, ...]] = (
        Key("N", "items.key_next", "screen.turn(1)"),
        Key("B", "items.key_before", "screen.turn(-1)"),
    )

    def __init__(self, decisions: "Sequence[DecisionItem]", place: int) -> None:
        """Show the decision at `place`; the others are a key away."""
        super().__init__()
        self._decisions = decisions
        self._place = place

    def body(self) -> Sequence[Widget]:
        """Return the sentences and the list."""
        return (FigureLines(id="items-head"), FigureRows(id="choices"))

    def look(self, store: "Store") -> "DecisionItem":  # noqa: ARG002 - known
        """Return the decision: it was told with its scenario."""
        return self._decisions[self._place]

    def title_words(self, language: str) -> str:
        """Return which decision it is."""
        scene = self._decisions[self._place].scene
        return message("items.title_decision", language, scene=scene)

    def note(self, told: "DecisionItem") -> str:  # noqa: ARG002 - the same for all
        """Return what the columns are."""
        return "items.decision_note"

    def show(self, told: "DecisionItem", language: str) -> None:
        """Fill sentences and list."""
        self.query_one(FigureLines).show(lambda width: list(_head(told, width, language)))
        self.query_one(FigureRows).show(partial(choice_rows, told, language=language))

    def action_turn(self, by: int) -> None:
        """Show the next decision, or the one before."""
        self._place = (self._place + by) % len(self._decisions)
        self.look_up()


def _head(item: "DecisionItem", width: int, language: str) -> Iterator[Content]:
    for line in say.decision(item, language):
        yield from map(Content, wrap(line, max(1, width)))
