"""The ground of a screen with a list: Enter, or a click on a row, opens what stands there."""

from abc import abstractmethod

from textual import on
from textual.widgets import OptionList

from salesdojo.tui.screens.dojo_screen import DojoScreen, Left
from salesdojo.tui.widgets.row_list import SpokenRows


class ListingScreen(DojoScreen[Left]):
    """Opens rows."""

    @abstractmethod
    def action_open(self) -> None:
        """Open what the row highlighted stands for, where there is one."""

    def retranslate(self) -> None:
        """Say everything in the app's language, the rows as well."""
        for rows in self.query(SpokenRows):
            rows.retranslate(self.dojo.language)
        super().retranslate()

    @on(OptionList.OptionSelected)
    def _open_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_open()
