"""What went wrong, in the place where the next choice would be, with the way out."""

from typing import ClassVar

from textual.containers import VerticalScroll
from textual.widgets import Static

from salesdojo.errors import SalesdojoError
from salesdojo.tui.widgets.prose import Prose


class Trouble(VerticalScroll, can_focus=True):
    """An error with its code, cause and remedy."""

    DEFAULT_CSS: ClassVar[str] = """
    Trouble { height: auto; display: none; padding: 0 1; scrollbar-size-vertical: 1; }
    Trouble.-met { display: block; }
    Trouble #trouble-code { color: $error; text-style: bold; height: 1; }
    """

    def __init__(self) -> None:
        """Tell nothing yet."""
        super().__init__()
        self._error: SalesdojoError | None = None

    def compose(self) -> "list[Static]":
        """Lay out code, cause and remedy."""
        return [
            Static(id="trouble-code", markup=False),
            Prose(id="trouble-cause"),
            Prose(id="trouble-remedy"),
        ]

    def tell(self, error: SalesdojoError | None, language: str) -> None:
        """Tell `error`, or nothing any more."""
        self._error = error
        self.set_class(error is not None, "-met")
        self.retranslate(language)

    def retranslate(self, language: str) -> None:
        """Tell it in `language`."""
        if self._error is None:
            return
        self.query_one("#trouble-code", Static).update(self._error.code)
        self.query_one("#trouble-cause", Prose).set_text(self._error.cause(language))
        self.query_one("#trouble-remedy", Prose).set_text(self._error.remedy(language))
