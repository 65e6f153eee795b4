"""An error, over whatever is on the screen: its code, its cause and what to do about it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from salesdojo.errors import SalesdojoError
from salesdojo.i18n import message
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose

_KEYS = (Key("Enter", "tui.app_error_key_close", "screen.close"),)


class MessageScreen(ModalScreen[None]):
    """Tells one error; any of Enter, Escape and Space closes it."""

    CSS_PATH = "message.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape,space", "close", show=False),
    ]

    def __init__(self, error: SalesdojoError, language: str) -> None:
        """Tell `error` in `language`."""
        super().__init__()
        self._error = error
        self._language = language

    def compose(self) -> ComposeResult:
        """Lay out title, cause, remedy and code."""
        with Vertical(id="message-box"):
            with VerticalScroll(id="message-text"):
                yield Prose("", id="message-cause")
                yield Static(id="message-remedy-label", markup=False)
                yield Prose("", id="message-remedy")
                yield Static(id="message-code", markup=False)
            yield KeyBar(_KEYS, self._language)

    def on_mount(self) -> None:
        """Fill in the words."""
        self._say()

    def retranslate(self) -> None:
        """Say it again, in the app's language."""
        self._language = getattr(self.app, "language", self._language)
        self._say()

    def _say(self) -> None:
        language = self._language
        box = self.query_one("#message-box")
        box.border_title = message("tui.app_error_title", language)
        self.query_one("#message-cause", Prose).set_text(self._error.cause(language))
        self.query_one("#message-remedy-label", Static).update(
            Content(message("tui.app_error_remedy", language))
        )
        self.query_one("#message-remedy", Prose).set_text(self._error.remedy(language))
        self.query_one("#message-code", Static).update(
            Content(message("tui.app_error_code", language, code=self._error.code))
        )
        self.query_one(KeyBar).retranslate(language)

    def action_close(self) -> None:
        """Go back to what was there."""
        self.dismiss(None)
