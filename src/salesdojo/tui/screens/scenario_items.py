"""The items of one scenario: how attempts end, and its decisions; one version at a time."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from salesdojo.i18n import message
from salesdojo.review import item_saying as say
from salesdojo.review.item_model import Items
from salesdojo.review.items import items
from salesdojo.tui.item_rows import decision_rows
from salesdojo.tui.screens.decision_items import DecisionItemsScreen
from salesdojo.tui.screens.figures import FiguresScreen
from salesdojo.tui.screens.listing import ListingScreen
from salesdojo.tui.widgets.figure_lines import FigureLines
from salesdojo.tui.widgets.figure_rows import FigureRows
from salesdojo.tui.widgets.key_bar import Key
from salesdojo.tui.wrapping import wrap

if TYPE_CHECKING:
    from salesdojo.records.store import Store
    from salesdojo.review.item_model import VersionItems


class ScenarioItemsScreen(FiguresScreen[Items], ListingScreen[None]):
    """One scenario; Enter opens a decision."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("v", "version", show=False)]
    OF_EVERYONE: ClassVar[bool] = True
    OWN_KEYS: ClassVar[tuple[Key, ...]] = (
        Key("Enter", "items.key_open", "screen.open"),
        Key("V", "items.key_version", "screen.version"),
    )

    def __init__(self, scenario: str) -> None:
        """Show `scenario`, in the version of the pack where it was played."""
        super().__init__()
        self._scenario = scenario
        self._revision: str | None = None

    def body(self) -> Sequence[Widget]:
        """Return the sentences and the list."""
        return (FigureLines(id="items-head"), FigureRows(id="decisions"))

    def look(self, store: "Store") -> Items:
        """Ask what attempts say of the scenario."""
        dojo = self.dojo
        return items(store, dojo.library, dojo.cache, self._scenario, self._revision)

    def title_words(self, language: str) -> str:
        """Return which scenario it is."""
        title = self._scenario if self.told is None else self.told.title.spoken(language)
        return message("items.title_of", language, title=title)

    def note(self, told: Items) -> str:  # noqa: ARG002 - the same for all
        """Return what can be done."""
        return "items.scenario_note"

    def nothing(self, told: Items) -> str | None:
        """Return what will stand here."""
        if told.shown is None:
            return "items.scenario_none"
        return None if told.shown.decisions else "items.scenario_undecided"

    def show(self, told: Items, language: str) -> None:
        """Fill sentences and list."""
        shown = told.shown
        if shown is None:
            return
        self.query_one(FigureLines).show(lambda width: list(_head(told, shown, width, language)))
        if shown.decisions:
            self.query_one(FigureRows).show(partial(decision_rows, shown, language=language))

    def action_open(self) -> None:
        """Show the choices of the decision highlighted."""
        chosen = self.query_one(FigureRows).chosen
        shown = None if self.told is None else self.told.shown
        if chosen is None or shown is None:
            return
        scenes = [item.scene for item in shown.decisions]
        self.app.push_screen(DecisionItemsScreen(shown.decisions, scenes.index(chosen)))

    def action_version(self) -> None:
        """Show the next version that was played."""
        if self.told is None or self.told.shown is None:
            return
        revisions = [version.revision for version in self.told.versions]
        place = revisions.index(self.told.shown.version.revision)
        self._revision = revisions[(place + 1) % len(revisions)]
        self.look_up()


def _head(told: Items, shown: "VersionItems", width: int, language: str) -> Iterator[Content]:
    attempted = shown.version.attempted
    lines = [
        *say.version(shown, language),
        say.firsts(attempted, shown.scenario.rubric.pass_mark, language),
        *say.gains(attempted, language),
        say.consistency(shown, language),
        *say.flips(shown, language),
        *say.others(told, language),
    ]
    for line in lines:
        yield from map(Content, wrap(line, max(1, width)))
