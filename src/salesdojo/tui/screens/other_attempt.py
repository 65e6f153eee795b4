"""Which other attempt at its scenario an attempt is compared with: any of them."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from salesdojo.errors import SalesdojoError
from salesdojo.i18n import message
from salesdojo.tui.history_pages import HistoryPages
from salesdojo.tui.history_rows import history_row
from salesdojo.tui.screens.asking import Answers, AskingScreen
from salesdojo.tui.screens.dojo_screen import DojoDialog
from salesdojo.tui.screens.listing import ListingScreen
from salesdojo.tui.usual_keys import BACK, LANGUAGE
from salesdojo.tui.widgets.figure_rows import PagedRows
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from salesdojo.content.text import Text
    from salesdojo.records.history.history import HistoryPage, Past
    from salesdojo.records.model import Person
    from salesdojo.tui.widgets.figure_rows import Row

_KEYS: Final = (
    Key("Enter", "history.key_take", "screen.open"),
    BACK,
    Key("N", "history.key_older", "screen.turn(1)"),
    Key("B", "history.key_newer", "screen.turn(-1)"),
    LANGUAGE,
)


class OtherAttemptScreen(
    DojoDialog[str | None], AskingScreen[str | None], ListingScreen[str | None]
):
    """Lists the attempts at one scenario; closes with the id of the one taken."""

    CSS_PATH = "other_attempt.tcss"
    AUTO_FOCUS = "#other-attempts"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "turn(1)", show=False),
        Binding("b", "turn(-1)", show=False),
        Binding("escape,q,left", "back", show=False),
        Binding("l", "app.switch_language", show=False),
    ]

    def __init__(
        self,
        attempt: str,
        beside: str | None,
        scenario: str,
        title: "Text",
        of: "Person | None" = None,
    ) -> None:
        """Offer what `attempt` can stand beside.

        Args:
            attempt: the id of the one compared; it is not offered.
            beside: the id of the one it stands beside now; it is marked.
            scenario: the id of their scenario.
            title: of that scenario.
            of: whose they are; None for the app's person.
        """
        super().__init__()
        self._attempt = attempt
        self._beside = beside
        self._title = title
        self._pages = HistoryPages(scenario, of)

    @property
    def _offered(self) -> "list[Past]":
        return [one for one in self._pages.attempts if one.attempt != self._attempt]

    def compose(self) -> ComposeResult:
        """Lay out what is asked, the list and the keys."""
        with Vertical(id="other-box"):
            yield Prose("", id="other-note")
            yield PagedRows(id="other-attempts")
        yield KeyBar(_KEYS, self.dojo.language, lines=2)

    def on_mount(self) -> None:
        """Read the newest."""
        self._look()

    def action_open(self) -> None:
        """Close with the attempt highlighted."""
        chosen = self.query_one(PagedRows).chosen
        if chosen is not None:
            self.dismiss(chosen)

    def action_turn(self, by: int) -> None:
        """Show the page of older attempts, or the newer one."""
        if self._pages.turn(by):
            self._look()

    def _look(self) -> None:
        self.work(self._page(), self.say, self._close_for, group="look")

    def _page(self) -> Answers:
        yield partial(self._show, self._pages.read(self.dojo.memory))

    def _show(self, page: "HistoryPage") -> None:
        self._pages.page = page

    def _close_for(self, error: SalesdojoError) -> None:
        """Close, and tell why nothing can be chosen."""
        self.dismiss(None)
        self.dojo.tell(error)

    def say(self) -> None:
        """Say what is asked for, and what there is to choose from."""
        language = self.dojo.language
        title = message("history.choose_title", language)
        self.query_one("#other-box").border_title = Content(title)
        words = message("history.looking", language)
        if self._pages.page is not None:
            words = message("history.choose_none", language)
        if self._offered:
            words = message("history.choose_note", language, title=self._title.spoken(language))
        self.query_one("#other-note", Prose).set_text(words)
        self.query_one(PagedRows).show(self._rows)

    def _rows(self, width: int) -> "Iterator[Row]":
        for past in self._offered:
            sign = "*" if past.attempt == self._beside else ""
            yield past.attempt, history_row(past, "", width, self.dojo.language, sign=sign)
