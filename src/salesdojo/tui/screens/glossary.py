"""The glossary: every term, found by either language, a reading or a synonym."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from salesdojo.content.catalogue import Entry
from salesdojo.content.glossary import found, practising
from salesdojo.content.visible import visible
from salesdojo.i18n import LANGUAGES, message
from salesdojo.tui.page_turning import turn_pages
from salesdojo.tui.usual_keys import LANGUAGE_BY_CTRL
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from salesdojo.content.model import Term
    from salesdojo.tui.app import DojoApp

_KEYS: Final = (
    Key("Up/Down", "tui.glossary_key_choose", "screen.move(1)"),
    Key("PgUp/PgDn", "tui.glossary_key_scroll", "screen.turn_pages(1)"),
    Key("Esc", "tui.glossary_key_close", "screen.close"),
    LANGUAGE_BY_CTRL,
)
_PRACTISE: Final = Key("Enter", "tui.glossary_key_practise", "screen.practise")
SHOWN: Final = 6
"""How many scenarios are named that practise a term."""


class GlossaryScreen(ModalScreen[None]):
    """Terms on one side, the one highlighted on the other."""

    CSS_PATH = "glossary.tcss"
    AUTO_FOCUS = "#glossary-search"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual declares it
        (0, "-narrow"),
        (64, "-usual"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "turn_pages(-1)", show=False),
        Binding("pagedown", "turn_pages(1)", show=False),
        Binding("escape", "close", show=False),
        # Letters are for searching here.
        Binding("ctrl+l", "app.switch_language", show=False, priority=True),
    ]

    def __init__(
        self,
        terms: "Sequence[Term]",
        language: str,
        first: str | None = None,
        *,
        entries: Sequence[Entry] = (),
        practise: Callable[[str], None] | None = None,
    ) -> None:
        """Show `terms` in `language`.

        Args:
            terms: what can be looked up.
            language: ``ja`` or ``en``.
            first: the id of the term to begin with.
            entries: the scenarios of the pack, named where they practise a term.
            practise: opens the scenario with that id; None where that would leave a talk.
        """
        super().__init__()
        self._terms = tuple(terms)
        self._entries = tuple(entries)
        self._practise = practise
        self._language = language
        self._first = first
        self._found = self._terms

    def compose(self) -> ComposeResult:
        """Lay out search, list, entry and keys."""
        with Vertical(id="glossary-box"):
            yield Input(id="glossary-search", select_on_focus=False)
            with Container(id="glossary-body"):
                yield OptionList(id="glossary-list", markup=False, compact=True)
                with VerticalScroll(id="glossary-entry", can_focus=False):
                    yield Prose(id="glossary-text")
        yield KeyBar(_KEYS, self._language)

    def on_mount(self) -> None:
        """Show all terms."""
        self._say()
        self._fill(self._first)

    def retranslate(self) -> None:
        """Say everything in the app's language; the same term stays highlighted."""
        self._language = cast("DojoApp", self.app).language
        self._say()
        highlighted = self._highlighted
        self._fill(highlighted.id if highlighted else None)

    def action_move(self, by: int) -> None:
        """Highlight the next term or the one before."""
        listed = self.query_one(OptionList)
        if listed.option_count:
            listed.highlighted = ((listed.highlighted or 0) + by) % listed.option_count

    def action_turn_pages(self, pages: int) -> None:
        """Scroll the entry."""
        turn_pages(self.query_one("#glossary-entry"), pages)

    def action_close(self) -> None:
        """Go back to what was there."""
        self.dismiss(None)

    def action_practise(self) -> None:
        """Close, and open the first scenario that practises the term."""
        term = self._highlighted
        practised = practising(self._entries, term.id) if term else ()
        if self._practise is None or not practised:
            return
        self.dismiss(None)
        self._practise(practised[0].id)

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        highlighted = self._highlighted
        self._found = found(self._terms, event.value)
        # While somebody types the closest match leads; with nothing typed their place stays.
        self._fill(highlighted.id if highlighted and not event.value.strip() else None)

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _chosen(self, event: Input.Submitted | OptionList.OptionSelected) -> None:
        event.stop()
        self.action_practise()

    @on(OptionList.OptionHighlighted)
    def _show_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._show_entry()

    @property
    def _highlighted(self) -> "Term | None":
        place = self.query_one(OptionList).highlighted
        return None if place is None or place >= len(self._found) else self._found[place]

    def _say(self) -> None:
        box = self.query_one("#glossary-box")
        box.border_title = Content(message("tui.glossary_title", self._language))
        hint = message("tui.glossary_hint", self._language)
        self.query_one(Input).placeholder = hint
        self.query_one(KeyBar).retranslate(self._language)

    def _fill(self, chosen: str | None) -> None:
        listed = self.query_one(OptionList)
        names = (visible(term.name.spoken(self._language)) for term in self._found)
        listed.set_options(Option(Content(name.replace("\n", " "))) for name in names)
        places = {term.id: place for place, term in enumerate(self._found)}
        listed.highlighted = places.get(chosen or "", 0) if self._found else None
        self._show_entry()

    def _show_entry(self) -> None:
        term = self._highlighted
        practised = () if term is None else practising(self._entries, term.id)
        if term is None:
            shown = Content(message("tui.glossary_none", self._language))
        else:
            shown = Content("\n").join(entry(term, practised, self._language))
        opens = practised and self._practise is not None
        self.query_one(KeyBar).show_keys((_PRACTISE, *_KEYS) if opens else _KEYS)
        self.query_one("#glossary-text", Prose).set_content(shown)
        self.query_one("#glossary-entry").scroll_home(animate=False)


def entry(term: "Term", practised: Sequence[Entry], language: str) -> Iterator[Content]:
    """Yield a glossary entry in `language`, paragraph by paragraph."""
    spoken = visible(term.name.spoken(language))
    yield Content.assemble((spoken, "$accent bold"), f"  {visible(term.reading)}")
    others = {visible(term.name.spoken(other)) for other in LANGUAGES} - {spoken}
    yield from (Content.styled(other, "$quiet") for other in sorted(others))
    yield Content("")
    yield Content(visible(term.meaning.spoken(language)))
    yield from _section("glossary_example", visible(term.example.spoken(language)), language)
    if term.synonyms:
        yield from _section("glossary_synonyms", None, language)
        for synonym in term.synonyms:
            name = visible(synonym.name.spoken(language))
            words = visible(synonym.difference.spoken(language))
            yield Content.assemble((name, "bold"), f": {words}")
    if term.note is not None:
        yield from _section("glossary_note", visible(term.note.spoken(language)), language)
    if practised:
        yield from _section("glossary_practised", None, language)
        titles = (visible(one.title.spoken(language)) for one in practised[:SHOWN])
        yield from (Content(f"- {title}") for title in titles)
        more = len(practised) - SHOWN
        if more > 0:
            yield Content.styled(message("tui.glossary_more", language, count=more), "$quiet")


def _section(label: str, words: str | None, language: str) -> Iterator[Content]:
    yield Content("")
    yield Content.styled(message(f"tui.{label}", language), "$secondary bold")
    if words is not None:
        yield Content(words)
