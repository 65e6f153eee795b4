"""Progress: what got better and what to do, then belt, courses, skills and every scenario."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.widgets import OptionList

from salesdojo.i18n import message
from salesdojo.tui.figures.anchor_lines import anchor_lines
from salesdojo.tui.progress_evidence import ProgressEvidence
from salesdojo.tui.progress_rooms import show_room
from salesdojo.tui.screens.asking import Answers
from salesdojo.tui.screens.listing import ListingScreen
from salesdojo.tui.screens.looking import LookingScreen
from salesdojo.tui.usual_keys import BACK, GLOSSARY, LANGUAGE
from salesdojo.tui.widgets.figure_lines import FigureLines
from salesdojo.tui.widgets.glance import Glance
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.progress_list import ProgressList
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from salesdojo.records.history.overview import Advice, Overview
    from salesdojo.records.history.progress import Progress
    from salesdojo.records.model import Person
    from salesdojo.tui.app import DojoApp

_KEYS: Final = (
    Key("Enter", "progress.key_open", "screen.open"),
    Key("N", "overview.key_next", "screen.practise_next"),
    Key("M", "overview.key_map", "screen.show('map')"),
    Key("T", "overview.key_trend", "screen.show('trend')"),
    Key("F", "overview.key_funnel", "screen.show('funnel')"),
    Key("W", "overview.key_wrong", "screen.show('wrong')"),
    Key("H", "history.key", "screen.history"),
    Key("Tab", "overview.key_part", "screen.next_part"),
    BACK,
    LANGUAGE,
    GLOSSARY,
)
_OWN: Final = ("screen.practise_next", "screen.show('map')")
"""What leads to practice, which is nobody else's to begin."""
_READING: Final = tuple(key for key in _KEYS if key.action not in _OWN)
_KEY_LINES: Final = 2
_WIDE: Final = 116
"""Columns from which the first glance stands beside the list instead of above it."""
_ANCHOR: Final = 2
"""Lines of the strip below the list."""


@dataclass(frozen=True, slots=True)
class Glanced:
    """How the person did lately, and what to do now."""

    overview: "Overview"
    advice: "Advice | None"
    """None while it is not known yet."""
    now: int
    """When it was asked for, UTC in milliseconds."""


class ProgressScreen(LookingScreen, ListingScreen[None]):
    """How the person stands; Enter opens what a figure rests on."""

    CSS_PATH = "progress.tcss"
    AUTO_FOCUS = "#progress"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual declares it
        (0, "-tight"),
        (64, "-usual"),
        (_WIDE, "-wide"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "next_part", show=False, priority=True),
        Binding("n", "practise_next", show=False),
        Binding("m", "show('map')", show=False),
        Binding("t", "show('trend')", show=False),
        Binding("f", "show('funnel')", show=False),
        Binding("w", "show('wrong')", show=False),
        Binding("h", "history", show=False),
        Binding("escape,q,left", "back", show=False),
    ]

    def __init__(self, of: "Person | None" = None) -> None:
        """Show the app's person; somebody else to read only."""
        super().__init__(of=of)
        self._progress: Progress | None = None
        self._glance: Glanced | None = None
        self._evidence = ProgressEvidence(self)

    def compose(self) -> ComposeResult:
        """Lay out title, note, list and keys."""
        dojo = self.dojo
        yield TitleLine()
        with Container(id="progress-body"):
            yield Glance()
            with Vertical(id="progress-list"):
                yield Prose("", id="progress-note")
                yield ProgressList(dojo.library.entries, dojo.language)
                yield FigureLines(id="progress-anchor")
        yield KeyBar(_KEYS if self.of is None else _READING, dojo.language, _KEY_LINES)

    def answers(self) -> Answers:
        """Ask how the person did lately, how they stand, and what to do now."""
        from salesdojo.records.history.overview import advice, overview
        from salesdojo.records.history.progress import progress

        library, cache = self.dojo.library, self.dojo.cache
        now, person = self.dojo.clock(), self.person()
        store = self.dojo.memory.store()
        lately = overview(store, person, library.entries, now, cache)
        yield partial(self._show_glance, Glanced(lately, None, now))
        yield partial(self._show, progress(store, person, library, now, cache))
        to_do = advice(store, person, library, now, cache)
        yield partial(self._show_glance, Glanced(lately, to_do, now))

    def retranslate(self) -> None:
        """Say everything in the app's language."""
        super().retranslate()
        self._say_glance()

    def on_resize(self) -> None:
        """Put the first glance above the list or beside it."""
        self.call_after_refresh(self._say_glance)

    def action_next_part(self) -> None:
        """Go to the first row of the next part."""
        self.query_one(ProgressList).next_part()

    def action_open(self) -> None:
        """Show what the row highlighted rests on; of a scenario, its briefing."""
        chosen = self.query_one(ProgressList).chosen_part
        if chosen is None or self._progress is None:
            return
        part, name = chosen
        if part == "belt":
            self._evidence.open_belt(self._progress)
        elif part == "course":
            self._evidence.open_course(name, self._progress)
        elif part == "skill":
            skill = next(one for one in self._progress.skills if one.criterion == name)
            anchors = None if self._glance is None else self._glance.overview.anchors
            self.ask(self._evidence.skill(skill, anchors))
        else:
            self._evidence.practise(name)

    def action_practise_next(self) -> None:
        """Open what is best done now."""
        advice = None if self._glance is None else self._glance.advice
        if advice is not None and advice.item is not None:
            self._evidence.practise(advice.item.entry.id)

    def action_show(self, name: str) -> None:
        """Show one of the screens behind this one."""
        show_room(self.dojo, name, self.of)

    def action_history(self) -> None:
        """Show the attempts, of a scenario highlighted only its own."""
        from salesdojo.tui.screens.history import show_history

        chosen = self.query_one(ProgressList).chosen_part
        scenario = chosen[1] if chosen is not None and chosen[0] == "scenario" else None
        show_history(self.dojo, scenario, self.of)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse what leads to practice where somebody else's records are read."""
        leads = action == "practise_next" or (action == "show" and parameters == ("map",))
        return self.of is None or not leads

    def _show(self, progress: "Progress") -> None:
        self._progress = progress
        self.query_one(ProgressList).show_progress(progress)
        self.say()
        self._say_anchor()

    def _show_glance(self, glance: Glanced) -> None:
        # While what to do is looked up again, what was said before stands.
        if glance.advice is not None or self._glance is None:
            self._glance = glance
        self._say_glance()

    def say(self) -> None:
        """Say title and note."""
        language = self.dojo.language
        title = message("progress.title", language)
        self.query_one(TitleLine).show(title, self.whose)
        note = "unread" if self.unread else "looking" if self._progress is None else "note"
        words = message(f"progress.{note}", language)
        self.query_one("#progress-note", Prose).set_text(words)

    def _say_glance(self) -> None:
        told, stacked = self._glance, self.app.size.width >= _WIDE
        if told is not None:
            own, language = self.of is None, self.dojo.language
            self.query_one(Glance).show(
                told.overview, told.advice, told.now, language, stacked=stacked, own=own
            )
            self._say_anchor()

    @on(OptionList.OptionHighlighted)
    def _say_anchor(self) -> None:
        """Say what one level up is like of the skill highlighted."""
        chosen = self.query_one(ProgressList).chosen_part
        if self._progress is None or self._glance is None:
            return
        language, anchors = self.dojo.language, self._glance.overview.anchors
        names = {one.criterion: one.name.spoken(language) for one in self._progress.skills}
        of = chosen[1] if chosen is not None and chosen[0] == "skill" else ""
        name, anchor = names.get(of), anchors.get(of)
        self.query_one(Glance).show_anchor(name, anchor, language)
        self.query_one("#progress-anchor", FigureLines).show(
            lambda width: anchor_lines(name, anchor, width, _ANCHOR, language)
        )


def show_progress(dojo: "DojoApp") -> None:
    """Show the person's own progress, once."""
    here = dojo.screen
    if not (isinstance(here, ProgressScreen) and here.of is None):
        dojo.push_screen(ProgressScreen())
