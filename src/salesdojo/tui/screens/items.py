"""Items, for trainers: which scenario teaches, and in which an option is never taken."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.widget import Widget

from salesdojo.i18n import message
from salesdojo.review.item_model import Figure, Overview, OverviewRow, Untold
from salesdojo.review.items import overview
from salesdojo.tui.item_rows import overview_rows
from salesdojo.tui.screens.figures import FiguresScreen
from salesdojo.tui.screens.listing import ListingScreen
from salesdojo.tui.screens.scenario_items import ScenarioItemsScreen
from salesdojo.tui.widgets.figure_rows import FigureRows
from salesdojo.tui.widgets.key_bar import Key

if TYPE_CHECKING:
    from salesdojo.records.store import Store
    from salesdojo.tui.app import DojoApp

_UNTOLD: Final = 1_000
"""What cannot be told comes last."""


class ItemsScreen(FiguresScreen[Overview], ListingScreen[None]):
    """Every scenario that somebody finished."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("s", "sort", show=False)]
    OF_EVERYONE: ClassVar[bool] = True
    OWN_KEYS: ClassVar[tuple[Key, ...]] = (
        Key("Enter", "items.key_open", "screen.open"),
        Key("S", "items.key_sort", "screen.sort"),
    )

    def __init__(self) -> None:
        """Begin in the order of the pack."""
        super().__init__()
        self._order = 0

    def body(self) -> Sequence[Widget]:
        """Return the list."""
        return (FigureRows(id="items"),)

    def look(self, store: "Store") -> Overview:
        """Ask what attempts say of every scenario."""
        return overview(store, self.dojo.library, self.dojo.cache)

    def title_words(self, language: str) -> str:
        """Return the title."""
        return message("items.title", language)

    def note(self, told: Overview) -> str:  # noqa: ARG002 - the same for all
        """Return what stands here, and in which order."""
        return f"items.screen_note_{_NAMES[self._order]}"

    def nothing(self, told: Overview) -> str | None:
        """Return what will stand here."""
        return None if told.rows else "items.screen_none"

    def show(self, told: Overview, language: str) -> None:
        """Fill the list."""
        if told.rows:
            rows = sorted(told.rows, key=_ORDERS[_NAMES[self._order]])
            self.query_one(FigureRows).show(partial(overview_rows, rows, language=language))

    def action_sort(self) -> None:
        """List in the next order."""
        self._order = (self._order + 1) % len(_NAMES)
        self.say()

    def action_open(self) -> None:
        """Show the decisions of the scenario highlighted."""
        chosen = self.query_one(FigureRows).chosen
        if chosen is not None:
            self.app.push_screen(ScenarioItemsScreen(chosen))


def show_items(dojo: "DojoApp") -> None:
    """Show the items, once."""
    if not isinstance(dojo.screen, ItemsScreen):
        dojo.push_screen(ItemsScreen())


def _as_it_is(row: OverviewRow) -> float:  # noqa: ARG001 - sorting keeps the order there is
    return 0.0


def _by_gain(row: OverviewRow) -> float:
    return _last(row.version.attempted.gain.mean, -1)


def _by_unused(row: OverviewRow) -> float:
    return _UNTOLD if isinstance(row.unused, Untold) else -len(row.unused)


def _by_mean(row: OverviewRow) -> float:
    return _last(row.version.attempted.mean, 1)


def _last(value: Figure | None, sign: int) -> float:
    return _UNTOLD if value is None or isinstance(value, Untold) else sign * value


_ORDERS: Final[dict[str, Callable[[OverviewRow], float]]] = {
    "pack": _as_it_is,
    "gain": _by_gain,
    "unused": _by_unused,
    "mean": _by_mean,
}
_NAMES: Final = tuple(_ORDERS)
