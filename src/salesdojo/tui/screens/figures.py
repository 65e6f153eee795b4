"""The ground of a screen of figures: looked up in a worker, told in two languages."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final, Generic, TypeVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from salesdojo.errors import SalesdojoError
from salesdojo.i18n import message
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from salesdojo.records.model import Person
    from salesdojo.records.store import Store
    from salesdojo.tui.app import DojoApp

Told = TypeVar("Told")

_KEYS: Final = (
    Key("Esc", "tui.app_key_back", "screen.back"),
    Key("L", "tui.app_key_language", "app.switch_language"),
    Key("G", "tui.app_key_glossary", "app.glossary"),
)


class FiguresScreen(Screen[None], Generic[Told]):
    """Title, note, body, keys; the body is shown what the records say."""

    CSS_PATH = "figures.tcss"
    AUTO_FOCUS = ".body"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "back", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("pageup", "turn_pages(-1)", show=False),
        Binding("pagedown,space", "turn_pages(1)", show=False),
        Binding("home", "scroll_to_end(False)", show=False),
        Binding("end", "scroll_to_end(True)", show=False),
    ]
    OWN_KEYS: ClassVar[tuple[Key, ...]] = ()
    """What this screen adds to the keys of all, the most important first."""

    class Looked(Message):
        """A worker has looked the figures up."""

        def __init__(self, told: object) -> None:
            """Carry them."""
            super().__init__()
            self.told = told

    class LookFailed(Message):
        """The records could not be read."""

        def __init__(self, error: SalesdojoError) -> None:
            """Carry the reason."""
            super().__init__()
            self.error = error

    def __init__(self) -> None:
        """Show the app's person."""
        super().__init__()
        self.told: Told | None = None
        self._failed = False

    @property
    def dojo(self) -> "DojoApp":
        """The app."""
        return cast("DojoApp", self.app)

    @abstractmethod
    def body(self) -> Sequence[Widget]:
        """Return what stands between the note and the keys; one of it has the class `body`."""

    @abstractmethod
    def look(self, store: "Store", person: "Person") -> Told:
        """Ask the records; called in a worker thread, so no widget may be touched."""

    @abstractmethod
    def show(self, told: Told, language: str) -> None:
        """Show what was found."""

    @abstractmethod
    def title_words(self, language: str) -> str:
        """Return the title."""

    @abstractmethod
    def note(self, told: Told) -> str:
        """Return the message above the figures: how to read them; a low screen leaves it out."""

    def nothing(self, told: Told) -> str | None:  # noqa: ARG002 - some always have figures
        """Return the message instead of it where there are no figures yet."""
        return None

    def values(self, told: Told) -> "dict[str, int]":  # noqa: ARG002 - most name none
        """Return what the message above the figures names."""
        return {}

    def compose(self) -> ComposeResult:
        """Lay out title, note, body and keys."""
        yield TitleLine()
        yield Prose("", id="figures-note")
        yield from self.body()
        yield KeyBar((*self.OWN_KEYS, *_KEYS), self.dojo.language)

    def on_mount(self) -> None:
        """Say what is known without the records."""
        self.say()

    def on_screen_resume(self) -> None:
        """Look the figures up, at first and whenever another screen was left."""
        self._look()

    def retranslate(self) -> None:
        """Say everything in the app's language."""
        self.query_one(KeyBar).retranslate(self.dojo.language)
        self.say()

    def action_back(self) -> None:
        """Go back to where it was opened."""
        self.dismiss(None)

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self._scrolled.scroll_relative(y=lines, animate=False)

    def action_turn_pages(self, pages: int) -> None:
        """Scroll by pages; one line of the page before stays."""
        height = max(1, self._scrolled.size.height - 1)
        self._scrolled.scroll_relative(y=pages * height, animate=False)

    def action_scroll_to_end(self, end: bool) -> None:
        """Scroll to the end or to the beginning."""
        self._scrolled.scroll_to(y=self._scrolled.max_scroll_y if end else 0, animate=False)

    def say(self) -> None:
        """Say title, note and figures in the app's language."""
        language = self.dojo.language
        self.query_one(TitleLine).show(self.title_words(language), self.dojo.person)
        self._say_note(language)
        if self.told is not None:
            self.show(self.told, language)

    def _say_note(self, language: str) -> None:
        note = self.query_one("#figures-note", Prose)
        told = self.told
        if told is None:
            note.set_text(message(f"overview.{'unread' if self._failed else 'looking'}", language))
            return
        nothing = self.nothing(told)
        note.set_class(nothing is None, "-spare")
        note.set_text(message(nothing or self.note(told), language, **self.values(told)))

    @property
    def _scrolled(self) -> Widget:
        return self.query_one(".body")

    @work(thread=True, exclusive=True, group="records")
    def _look(self) -> None:
        """Ask the records; only messages leave this thread."""
        try:
            told = self.look(self.dojo.memory.store(), self.dojo.memory.person())
        except SalesdojoError as error:
            self.post_message(self.LookFailed(error))
        else:
            self.post_message(self.Looked(told))

    @on(Looked)
    def _show_figures(self, event: Looked) -> None:
        self.told, self._failed = cast("Told", event.told), False
        self.say()

    @on(LookFailed)
    def _show_failure(self, event: LookFailed) -> None:
        first_time = not self._failed
        self._failed = True
        self.say()
        if first_time:
            self.dojo.tell(event.error)
