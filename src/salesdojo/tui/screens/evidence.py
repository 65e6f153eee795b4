"""What one figure rests on: a few sentences, and every attempt or scenario behind it."""

from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from salesdojo.i18n import message
from salesdojo.tui.screens.scrolling import ScrollingScreen
from salesdojo.tui.usual_keys import BACK, GLOSSARY, LANGUAGE
from salesdojo.tui.widgets.evidence_lines import EvidenceLines
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from salesdojo.tui.evidence_pages import EvidencePage

_KEYS: Final = (
    Key("Up/Down", "progress.key_scroll", "screen.scroll(1)"),
    BACK,
    LANGUAGE,
    GLOSSARY,
)


class EvidenceScreen(ScrollingScreen[str | None]):
    """A page of evidence; left with the scenario to practise, or with None."""

    CSS_PATH = "evidence.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "practise", show=False),
        Binding("escape,q,left", "back", show=False),
    ]

    def __init__(
        self,
        page_in: "Callable[[str], EvidencePage]",
        practise: str | None,
        enter: str = "progress.key_practise",
    ) -> None:
        """Show a page.

        Args:
            page_in: makes it in a language.
            practise: the scenario that Enter leaves with, where there is one.
            enter: the message that says what Enter does.
        """
        super().__init__()
        self._page_in = page_in
        self._practise = practise
        self._enter = Key("Enter", enter, "screen.practise")

    @property
    def scrolled(self) -> EvidenceLines:
        """The page."""
        return self.query_one(EvidenceLines)

    @property
    def _page(self) -> "EvidencePage":
        return self._page_in(self.dojo.language)

    def compose(self) -> ComposeResult:
        """Lay out title, page and keys."""
        yield TitleLine()
        yield EvidenceLines(self._page)
        keys = _KEYS if self._practise is None else (self._enter, *_KEYS)
        yield KeyBar(keys, self.dojo.language)

    def retranslate(self) -> None:
        """Say everything in the app's language."""
        self.scrolled.show(self._page)
        super().retranslate()

    def action_practise(self) -> None:
        """Leave for the scenario to practise, where there is one."""
        if self._practise is not None:
            self.dismiss(self._practise)

    def say(self) -> None:
        """Say the title."""
        remark = message("progress.evidence", self.dojo.language)
        self.query_one(TitleLine).show(self._page.title, remark)
