"""The scenes of a scenario as an outline: where every choice leads, and how often."""

from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import ScrollableContainer
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from salesdojo.i18n import message
from salesdojo.tui.page_turning import turn_pages
from salesdojo.tui.usual_keys import LANGUAGE
from salesdojo.tui.widgets.key_bar import Key, KeyBar

if TYPE_CHECKING:
    from salesdojo.content.model import Scenario
    from salesdojo.practice.solving import Explored
    from salesdojo.tui.ground import GroundApp

_KEYS: Final = (
    Key("Space", "preview.key_scroll", "screen.turn(1)"),
    Key("Esc", "preview.key_close", "screen.close"),
    LANGUAGE,
)


class OutlineScreen(Screen[None]):
    """One scenario's outline, the same that `salesdojo graph` prints."""

    AUTO_FOCUS = "#outline-box"
    CSS_PATH = "outline.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "turn(1)", show=False),
        Binding("escape,o,q", "close", show=False),
    ]

    class Drawn(Message):
        """The outline is there."""

        def __init__(self, outline: str, language: str) -> None:
            """Carry the `outline`, and the `language` it is in."""
            super().__init__()
            self.outline = outline
            self.language = language

    def __init__(self, scenario: "Scenario", explored: "Explored | None") -> None:
        """Show `scenario`; without its states, as it is written."""
        super().__init__()
        self._scenario = scenario
        self._explored = explored

    @property
    def _language(self) -> str:
        return cast("GroundApp", self.app).language

    def compose(self) -> ComposeResult:
        """Lay out the outline and the keys."""
        with ScrollableContainer(id="outline-box"):
            yield Static(id="outline", markup=False)
        yield KeyBar(_KEYS, self._language)

    def on_mount(self) -> None:
        """Draw it."""
        self.retranslate()

    def retranslate(self) -> None:
        """Draw it in the app's language."""
        waiting = message("preview.outline_drawing", self._language)
        self.query_one("#outline", Static).update(Content(waiting))
        self.query_one(KeyBar).retranslate(self._language)
        self._draw(self._language)

    def action_turn(self, pages: int) -> None:
        """Scroll by pages."""
        turn_pages(self.query_one("#outline-box"), pages)

    def action_close(self) -> None:
        """Go back to the talk."""
        self.dismiss(None)

    @work(thread=True, exclusive=True)
    def _draw(self, language: str) -> None:
        from salesdojo.authoring.graphing.picture import picture, unsolved_picture
        from salesdojo.authoring.graphing.text import text
        from salesdojo.practice.too_large import TooLargeError

        try:
            drawn = picture(self._explored) if self._explored else unsolved_picture(self._scenario)
        except TooLargeError:
            drawn = unsolved_picture(self._scenario)
        self.post_message(self.Drawn(text(drawn, language), language))

    @on(Drawn)
    def _show(self, drawn: Drawn) -> None:
        if drawn.language == self._language:
            self.query_one("#outline", Static).update(Content(drawn.outline))
