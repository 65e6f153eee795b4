"""Progress: the courses and certificates, the skills, and every scenario's figures."""

from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList

from salesdojo.errors import SalesdojoError
from salesdojo.i18n import message
from salesdojo.records.course_saying import course_states
from salesdojo.tui.evidence_pages import EvidencePage, course_page, skill_page
from salesdojo.tui.notices import notice
from salesdojo.tui.screens.evidence import EvidenceScreen
from salesdojo.tui.widgets.key_bar import Key, KeyBar
from salesdojo.tui.widgets.progress_list import ProgressList
from salesdojo.tui.widgets.prose import Prose
from salesdojo.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdojo.content.text import Text
    from salesdojo.records.progress import Progress
    from salesdojo.records.skills import Skill
    from salesdojo.tui.app import DojoApp

_KEYS: Final = (
    Key("Enter", "progress.key_open", "screen.open"),
    Key("Tab", "progress.key_part", "screen.next_part"),
    Key("Esc", "tui.app_key_back", "screen.back"),
    Key("L", "tui.app_key_language", "app.switch_language"),
    Key("G", "tui.app_key_glossary", "app.glossary"),
)


class ProgressScreen(Screen[None]):
    """How the person stands; Enter opens what a figure rests on."""

    CSS_PATH = "progress.tcss"
    AUTO_FOCUS = "#progress"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "next_part", show=False, priority=True),
        Binding("escape,q,left", "back", show=False),
    ]

    class Looked(Message):
        """A worker has looked up how the person stands."""

        def __init__(self, progress: "Progress") -> None:
            """Carry it."""
            super().__init__()
            self.progress = progress

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
        self._failed = False

    @property
    def _dojo(self) -> "DojoApp":
        return cast("DojoApp", self.app)

    def compose(self) -> ComposeResult:
        """Lay out title, note, list and keys."""
        dojo = self._dojo
        yield TitleLine()
        yield Prose("", id="progress-note")
        yield ProgressList(dojo.library.entries, dojo.language)
        yield KeyBar(_KEYS, dojo.language)

    def on_mount(self) -> None:
        """Say what is known without the records."""
        self._say()

    def on_screen_resume(self) -> None:
        """Look the figures up, at first and whenever a talk was left."""
        self._look()

    def retranslate(self) -> None:
        """Say everything in the app's language."""
        language = self._dojo.language
        self.query_one(ProgressList).retranslate(language)
        self.query_one(KeyBar).retranslate(language)
        self._say()

    def action_next_part(self) -> None:
        """Go to the first row of the next part."""
        self.query_one(ProgressList).next_part()

    def action_open(self) -> None:
        """Show what the row highlighted rests on; of a scenario, its briefing."""
        chosen = self.query_one(ProgressList).chosen
        if chosen is None or self._progress is None:
            return
        part, name = chosen
        if part == "course":
            self._open_course(name, self._progress)
        elif part == "skill":
            self._open_skill(name, self._progress)
        else:
            self._practise(name)

    def action_back(self) -> None:
        """Go back to where it was opened."""
        self.dismiss(None)

    @on(OptionList.OptionSelected)
    def _open_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_open()

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
        def page(language: str) -> EvidencePage:
            return skill_page(event.skill, self._titles, language)

        if self.is_current:  # else it was left while the records were read
            self.app.push_screen(EvidenceScreen(page, None), self._practise)

    def _practise(self, scenario: str | None) -> None:
        """Open a briefing, unless a talk is open below: two at once would cross each other."""
        from salesdojo.tui.screens.talk import TalkScreen

        if scenario is None:
            return
        if any(isinstance(screen, TalkScreen) for screen in self.app.screen_stack):
            notice(self._dojo, message("progress.talk_first", self._dojo.language))
        else:
            self._dojo.open_briefing(scenario)

    @property
    def _titles(self) -> "Mapping[str, Text]":
        return {entry.id: entry.title for entry in self._dojo.library.entries}

    @work(thread=True, exclusive=True, group="records")
    def _look(self) -> None:
        """Ask the records; only messages leave this thread."""
        from salesdojo.records.progress import progress

        dojo = self._dojo
        try:
            store, person = dojo.memory.store(), dojo.memory.person()
            told = progress(store, person, dojo.library.pack, dojo.clock(), dojo.cache)
        except SalesdojoError as error:
            self.post_message(self.LookFailed(error))
        else:
            self.post_message(self.Looked(told))

    @on(Looked)
    def _show(self, event: Looked) -> None:
        self._progress, self._failed = event.progress, False
        self.query_one(ProgressList).show_progress(event.progress)
        self._say()

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


def show_progress(dojo: "DojoApp") -> None:
    """Show the progress, once."""
    if not isinstance(dojo.screen, ProgressScreen):
        dojo.push_screen(ProgressScreen())
