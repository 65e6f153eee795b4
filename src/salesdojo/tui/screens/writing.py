"""The ground of what asks for words: letters are for writing, Enter keeps what was written."""

from abc import abstractmethod
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Input

from salesdojo.tui.screens.dojo_screen import DojoDialog, Left


class WritingDialog(DojoDialog[Left]):
    """Asks for a line in one's own words."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False),
        # L alone is a letter here.
        Binding("ctrl+l", "app.switch_language", show=False, priority=True),
    ]

    @abstractmethod
    def action_keep(self) -> None:
        """Keep what was written."""

    @on(Input.Submitted)
    def _keep_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_keep()
