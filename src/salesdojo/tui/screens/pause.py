"""A pause: the talk is out of sight and the clock stands still."""

from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from salesdojo.i18n import message
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from salesdojo.tui.app import DojoApp

_KEYS: Final = (
    Key("P", "tui.pause_key_go_on", "screen.go_on"),
    Key("L", "tui.app_key_language", "app.switch_language"),
)


class PauseScreen(ModalScreen[None]):
    """Stands before the talk until the trainee goes on."""

    CSS_PATH = "pause.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p,enter,space,escape", "go_on", show=False),
    ]

    @property
    def _language(self) -> str:
        return cast("DojoApp", self.app).language

    def compose(self) -> ComposeResult:
        """Lay out the words."""
        with Vertical(id="pause-box"):
            yield Prose(id="pause-title")
            yield Prose(id="pause-text")
        yield KeyBar(_KEYS, self._language)

    def on_mount(self) -> None:
        """Say it."""
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the app's language."""
        for part in ("title", "text"):
            words = message(f"tui.pause_{part}", self._language)
            self.query_one(f"#pause-{part}", Prose).set_text(words)
        self.query_one(KeyBar).retranslate(self._language)

    def action_go_on(self) -> None:
        """Go on with the talk."""
        self.dismiss(None)
