"""The ground of a screen of figures: looked up in a worker, told in two languages."""

from abc import abstractmethod
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget

from salesdojo.i18n import message
from salesdojo.tui.screens.asking import Answers
from salesdojo.tui.screens.looking import LookingScreen
from salesdojo.tui.screens.scrolling import ScrollingScreen
from salesdojo.tui.usual_keys import BACK, GLOSSARY, LANGUAGE
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from salesdojo.records.model import Person
    from salesdojo.records.store import Store

Told = TypeVar("Told")

_KEYS: Final = (
    BACK,
    LANGUAGE,
    GLOSSARY,
)


class FiguresScreen(LookingScreen, ScrollingScreen[None], Generic[Told]):
    """Title, note, body, keys; the body is shown what the records say."""

    CSS_PATH = "figures.tcss"
    AUTO_FOCUS = ".body"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "back", show=False)]
    OWN_KEYS: ClassVar[tuple[Key, ...]] = ()
    """What this screen adds to the keys of all, the most important first."""
    KEY_LINES: ClassVar[int] = 1
    """Lines that the keys may take."""
    OF_EVERYONE: ClassVar[bool] = False
    """Whether the figures are of everyone there is, not of one person."""

    def __init__(self, of: "Person | None" = None) -> None:
        """Show the app's person, or somebody else."""
        super().__init__(of=of)
        self.told: Told | None = None

    @abstractmethod
    def body(self) -> Sequence[Widget]:
        """Return what stands between the note and the keys; one of it has the class `body`."""

    @abstractmethod
    def look(self, store: "Store") -> Told:
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

    @property
    def scrolled(self) -> Widget:
        """The body."""
        return self.query_one(".body")

    def compose(self) -> ComposeResult:
        """Lay out title, note, body and keys."""
        yield TitleLine()
        yield Prose("", id="figures-note")
        yield from self.body()
        yield KeyBar((*self.OWN_KEYS, *_KEYS), self.dojo.language, self.KEY_LINES)

    def answers(self) -> Answers:
        """Ask for the figures."""
        yield partial(self._show_figures, self.look(self.dojo.memory.store()))

    def say(self) -> None:
        """Say title, note and figures in the app's language."""
        language = self.dojo.language
        whose = message("overview.everyone", language) if self.OF_EVERYONE else self.whose
        self.query_one(TitleLine).show(self.title_words(language), whose)
        self._say_note(language)
        if self.told is not None:
            self.show(self.told, language)

    def _say_note(self, language: str) -> None:
        note = self.query_one("#figures-note", Prose)
        told = self.told
        if told is None:
            note.set_text(message(f"overview.{'unread' if self.unread else 'looking'}", language))
            return
        nothing = self.nothing(told)
        note.set_class(nothing is None, "-spare")
        note.set_text(message(nothing or self.note(told), language, **self.values(told)))

    def _show_figures(self, told: Told) -> None:
        self.told = told
        self.say()
