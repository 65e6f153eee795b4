"""The ground of the dojo's screens, and of what lies over one: said anew in each language."""

from abc import abstractmethod
from typing import TYPE_CHECKING, TypeVar, cast

from textual.screen import ModalScreen, Screen

from salesdojo.tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from salesdojo.tui.app import DojoApp

Left = TypeVar("Left")
"""What a screen is left with."""


class DojoScreen(Screen[Left]):
    """Says itself, keys in the last line."""

    @property
    def dojo(self) -> "DojoApp":
        """The app."""
        return cast("DojoApp", self.app)

    @abstractmethod
    def say(self) -> None:
        """Say what is known so far in the app's language."""

    def on_mount(self) -> None:
        """Say what is known at first."""
        self.say()

    def retranslate(self) -> None:
        """Say everything in the app's language."""
        self.query_one(KeyBar).retranslate(self.dojo.language)
        self.say()

    def action_back(self) -> None:
        """Go back to where it was opened, with nothing."""
        self.dismiss(None)


class DojoDialog(ModalScreen[Left], DojoScreen[Left]):
    """Lies over a screen, which waits for what it is left with.

    Among several bases it stands first: Textual takes the styles of the first alone.
    """
