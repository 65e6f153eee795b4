"""Progress: what got better and what to do, then belt, courses, skills and every scenario."""

from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList

from salesdojo.errors import SalesdojoError
from salesdojo.i18n import message
from salesdojo.records.course_saying import course_states
from salesdojo.tui.belt_page import belt_page
from salesdojo.tui.evidence_pages import EvidencePage, course_page, skill_page
from salesdojo.tui.figures.anchor_lines import anchor_lines
from salesdojo.tui.opening import practise
from salesdojo.tui.progress_rooms import room
from salesdojo.tui.screens.evidence import EvidenceScreen
from salesdojo.tui.widgets.figure_lines import FigureLines
from salesdojo.tui.widgets.glance import Glance
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.progress_list import ProgressList
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdojo.content.text import Text
    from salesdojo.records.overview import Advice, Overview
    from salesdojo.records.progress import Progress
    from salesdojo.records.skills import Skill
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
    Key("Esc", "tui.app_key_back", "screen.back"),
    Key("L", "tui.app_key_language", "app.switch_language"),
    Key("G", "tui.app_key_glossary", "app.glossary"),
)
_KEY_LINES: Final = 2
_WIDE: Final = 116
"""Columns from which the first glance stands beside the list instead of above it."""
_ANCHOR: Final = 2
"""Lines of the strip below the list."""


class ProgressScreen(Screen[None]):
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

    class Looked(Message):
        """A worker has looked up how the person stands."""

        def __init__(self, progress: "Progress") -> None:
            """Carry it."""
            super().__init__()
            self.progress = progress

    class Glanced(Message):
        """A worker has looked up how the person did lately, then what to do now."""

        def __init__(self, overview: "Overview", advice: "Advice | None", now: int) -> None:
            """Carry both; `advice` None while it is not known yet."""
            super().__init__()
            self.overview = overview
            self.advice = advice
            self.now = now

    class FoundEvidence(Message):
        """A worker has looked up what a skill rests on."""

        def __init__(self, skill: "Skill") -> None:
            """Carry it, with its evidence."""
            super().__init__()
            self.skill = skill

    class LookFailed(Message):
        """The records could not be read."""

        def __init__(self, error: SalesdojoError) -> None:
            """Carry the reason."""
            super().__init__()
            self.error = error

    def __init__(self) -> None:
        """Show the app's person."""
        super().__init__()
        self._progress: Progress | None = None
        self._glance: ProgressScreen.Glanced | None = None
        self._failed = False

    @property
    def _dojo(self) -> "DojoApp":
        return cast("DojoApp", self.app)

    def compose(self) -> ComposeResult:
        """Lay out title, note, list and keys."""
        dojo = self._dojo
        yield TitleLine()
        with Container(id="progress-body"):
            yield Glance()
            with Vertical(id="progress-list"):
                yield Prose("", id="progress-note")
                yield ProgressList(dojo.library.entries, dojo.language)
                yield FigureLines(id="progress-anchor")
        yield KeyBar(_KEYS, dojo.language, _KEY_LINES)

    def on_mount(self) -> None:
        """Say what is known without the records."""
        self._say()

    def on_screen_resume(self) -> None:
        """Look the figures up, at first and whenever a talk was left."""
        self._look()

    def retranslate(self) -> None:
        """Say everything in the app's language."""
        for part in (self.query_one(ProgressList), self.query_one(KeyBar)):
            part.retranslate(self._dojo.language)
        self._say()
        self._say_glance()

    def on_resize(self) -> None:
        """Put the first glance above the list or beside it."""
        self.call_after_refresh(self._say_glance)

    def action_next_part(self) -> None:
        """Go to the first row of the next part."""
        self.query_one(ProgressList).next_part()

    def action_open(self) -> None:
        """Show what the row highlighted rests on; of a scenario, its briefing."""
        chosen = self.query_one(ProgressList).chosen
        if chosen is None or self._progress is None:
            return
        part, name = chosen
        if part == "belt":
            self._open_belt(self._progress)
        elif part == "course":
            self._open_course(name, self._progress)
        elif part == "skill":
            self._open_skill(name, self._progress)
        else:
            self._practise(name)

    def action_practise_next(self) -> None:
        """Open what is best done now."""
        advice = None if self._glance is None else self._glance.advice
        if advice is not None and advice.item is not None:
            self._practise(advice.item.entry.id)

    def action_show(self, name: str) -> None:
        """Show one of the screens behind this one."""
        self.app.push_screen(room(name))

    def action_history(self) -> None:
        """Show the attempts, of a scenario highlighted only its own."""
        from salesdojo.tui.screens.history import show_history

        chosen = self.query_one(ProgressList).chosen
        scenario = chosen[1] if chosen is not None and chosen[0] == "scenario" else None
        show_history(self._dojo, scenario)

    def action_back(self) -> None:
        """Go back to where it was opened."""
        self.dismiss(None)

    @on(OptionList.OptionSelected)
    def _open_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_open()

    def _open_belt(self, progress: "Progress") -> None:
        entries = self._dojo.library.entries

        def page(language: str) -> EvidencePage:
            return belt_page(progress.belt, progress.courses, entries, language)

        self.app.push_screen(EvidenceScreen(page, progress.belt.back), self._practise)

    def _open_course(self, name: str, progress: "Progress") -> None:
        standing = next(one for one in progress.courses if one.course.id == name)
        entries = self._dojo.library.entries

        def page(language: str) -> EvidencePage:
            state = course_states(progress.courses, entries, language)[name]
            return course_page(standing, state, self._titles, language)

        self.app.push_screen(EvidenceScreen(page, standing.next), self._practise)

    def _open_skill(self, name: str, progress: "Progress") -> None:
        self._find_evidence(next(one for one in progress.skills if one.criterion == name))

    @work(thread=True, exclusive=True, group="evidence")
    def _find_evidence(self, skill: "Skill") -> None:
        """Ask the records; only messages leave this thread."""
        from salesdojo.records.evidence import with_evidence

        dojo = self._dojo
        try:
            store, person = dojo.memory.store(), dojo.memory.person()
            told = with_evidence(store, person, skill, dojo.clock(), dojo.cache)
        except SalesdojoError as error:
            self.post_message(self.LookFailed(error))
        else:
            self.post_message(self.FoundEvidence(told))

    @on(FoundEvidence)
    def _show_evidence(self, event: FoundEvidence) -> None:
        skill = event.skill
        shown = None if self._glance is None else self._glance.overview.anchors
        anchor = None if shown is None else shown.get(skill.criterion)

        def page(language: str) -> EvidencePage:
            return skill_page(skill, self._titles, language, anchor)

        if self.is_current:  # else it was left while the records were read
            self.app.push_screen(EvidenceScreen(page, None), self._practise)

    def _practise(self, scenario: str | None) -> None:
        practise(self._dojo, scenario)

    @property
    def _titles(self) -> "Mapping[str, Text]":
        return {entry.id: entry.title for entry in self._dojo.library.entries}

    @work(thread=True, exclusive=True, group="records")
    def _look(self) -> None:
        """Ask the records; only messages leave this thread."""
        from salesdojo.records.overview import advice, overview
        from salesdojo.records.progress import progress

        dojo = self._dojo
        library, cache = dojo.library, dojo.cache
        try:
            store, person, now = dojo.memory.store(), dojo.memory.person(), dojo.clock()
            lately = overview(store, person, library.entries, now, cache)
            self.post_message(self.Glanced(lately, None, now))
            self.post_message(self.Looked(progress(store, person, library, now, cache)))
            to_do = advice(store, person, library, now, cache)
        except SalesdojoError as error:
            self.post_message(self.LookFailed(error))
        else:
            self.post_message(self.Glanced(lately, to_do, now))

    @on(Looked)
    def _show(self, event: Looked) -> None:
        self._progress, self._failed = event.progress, False
        self.query_one(ProgressList).show_progress(event.progress)
        self._say()
        self._say_anchor()

    @on(Glanced)
    def _show_glance(self, event: Glanced) -> None:
        # While what to do is looked up again, what was said before stands.
        if event.advice is not None or self._glance is None:
            self._glance = event
        self._say_glance()

    @on(LookFailed)
    def _show_failure(self, event: LookFailed) -> None:
        first_time = not self._failed
        self._failed = True
        self._say()
        if first_time:
            self._dojo.tell(event.error)

    def _say(self) -> None:
        language = self._dojo.language
        title = message("progress.title", language)
        self.query_one(TitleLine).show(title, self._dojo.person)
        note = "unread" if self._failed else "looking" if self._progress is None else "note"
        words = message(f"progress.{note}", language)
        self.query_one("#progress-note", Prose).set_text(words)

    def _say_glance(self) -> None:
        told, stacked = self._glance, self.app.size.width >= _WIDE
        if told is not None:
            self.query_one(Glance).show(
                told.overview, told.advice, told.now, self._dojo.language, stacked=stacked
            )
            self._say_anchor()

    @on(OptionList.OptionHighlighted)
    def _say_anchor(self) -> None:
        """Say what one level up is like of the skill highlighted."""
        chosen = self.query_one(ProgressList).chosen
        if self._progress is None or self._glance is None:
            return
        language, anchors = self._dojo.language, self._glance.overview.anchors
        names = {one.criterion: one.name.spoken(language) for one in self._progress.skills}
        of = chosen[1] if chosen is not None and chosen[0] == "skill" else ""
        name, anchor = names.get(of), anchors.get(of)
        self.query_one(Glance).show_anchor(name, anchor, language)
        self.query_one("#progress-anchor", FigureLines).show(
            lambda width: anchor_lines(name, anchor, width, _ANCHOR, language)
        )


def show_progress(dojo: "DojoApp") -> None:
    """Show the progress, once."""
    if not isinstance(dojo.screen, ProgressScreen):
        dojo.push_screen(ProgressScreen())
