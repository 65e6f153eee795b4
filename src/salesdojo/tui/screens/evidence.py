"""What one figure rests on: a few sentences, and every attempt or scenario behind it."""

from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from salesdojo.i18n import message
from salesdojo.tui.widgets.evidence_lines import EvidenceLines
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from salesdojo.tui.app import DojoApp
    from salesdojo.tui.evidence_pages import EvidencePage

_KEYS: Final = (
    Key("Up/Down", "progress.key_scroll", "screen.scroll(1)"),
    Key("Esc", "tui.app_key_back", "screen.back"),
    Key("L", "tui.app_key_language", "app.switch_language"),
    Key("G", "tui.app_key_glossary", "app.glossary"),
)


class EvidenceScreen(Screen[str | None]):
    """A page of evidence; left with the scenario to practise, or with None."""

    CSS_PATH = "evidence.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("pageup", "turn_pages(-1)", show=False),
        Binding("pagedown,space", "turn_pages(1)", show=False),
        Binding("home", "scroll_to_end(False)", show=False),
        Binding("end", "scroll_to_end(True)", show=False),
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
    def _dojo(self) -> "DojoApp":
        return cast("DojoApp", self.app)

    @property
    def _lines(self) -> EvidenceLines:
        return self.query_one(EvidenceLines)

    @property
    def _page(self) -> "EvidencePage":
        return self._page_in(self._dojo.language)

    def compose(self) -> ComposeResult:
        """Lay out title, page and keys."""
        yield TitleLine()
        yield EvidenceLines(self._page)
        keys = _KEYS if self._practise is None else (self._enter, *_KEYS)
        yield KeyBar(keys, self._dojo.language)

    def on_mount(self) -> None:
        """Say the title."""
        self._say()

    def retranslate(self) -> None:
        """Say everything in the app's language."""
        self.query_one(KeyBar).retranslate(self._dojo.language)
        self._lines.show(self._page)
        self._say()

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self._lines.scroll_relative(y=lines, animate=False)

    def action_turn_pages(self, pages: int) -> None:
        """Scroll by pages; one line of the page before stays."""
        self._lines.scroll_relative(y=pages * max(1, self._lines.size.height - 1), animate=False)

    def action_scroll_to_end(self, end: bool) -> None:
        """Scroll to the end or to the beginning."""
        self._lines.scroll_to(y=self._lines.max_scroll_y if end else 0, animate=False)

    def action_practise(self) -> None:
        """Leave for the scenario to practise, where there is one."""
        if self._practise is not None:
            self.dismiss(self._practise)

    def action_back(self) -> None:
        """Go back to the figures."""
        self.dismiss(None)

    def _say(self) -> None:
        remark = message("progress.evidence", self._dojo.language)
        self.query_one(TitleLine).show(self._page.title, remark)
