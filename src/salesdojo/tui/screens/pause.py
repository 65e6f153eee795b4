"""A pause: the talk is out of sight and the clock stands still."""

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from salesdojo.i18n import message
from salesdojo.tui.screens.dojo_screen import DojoDialog
from salesdojo.tui.usual_keys import LANGUAGE
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose

_KEYS: Final = (
    Key("P", "tui.pause_key_go_on", "screen.go_on"),
    LANGUAGE,
)


class PauseScreen(DojoDialog[None]):
    """Stands before the talk until the trainee goes on."""

    CSS_PATH = "pause.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p,enter,space,escape", "go_on", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Lay out the words."""
        with Vertical(id="pause-box"):
            yield Prose(id="pause-title")
            yield Prose(id="pause-text")
        yield KeyBar(_KEYS, self.dojo.language)

    def say(self) -> None:
        """Say that the talk waits."""
        for part in ("title", "text"):
            words = message(f"tui.pause_{part}", self.dojo.language)
            self.query_one(f"#pause-{part}", Prose).set_text(words)

    def action_go_on(self) -> None:
        """Go on with the talk."""
        self.dismiss(None)
