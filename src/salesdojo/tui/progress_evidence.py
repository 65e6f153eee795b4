"""From a row of progress to what it rests on, page by page."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from salesdojo.records.mastery.course_saying import course_states
from salesdojo.tui.belt_page import belt_page
from salesdojo.tui.evidence_pages import EvidencePage, course_page, skill_page
from salesdojo.tui.opening import practise

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from salesdojo.records.history.progress import Progress
    from salesdojo.records.mastery.anchors import Anchor
    from salesdojo.records.mastery.skills import Skill
    from salesdojo.tui.screens.asking import Answers
    from salesdojo.tui.screens.looking import LookingScreen


@dataclass(frozen=True, slots=True)
class ProgressEvidence:
    """Opens pages over a screen; of somebody else's figures they lead to no practice."""

    screen: "LookingScreen"

    def open_belt(self, progress: "Progress") -> None:
        """Show what the belt rests on, and what it still wants."""
        entries = self.screen.dojo.library.entries
        page = partial(belt_page, progress.belt, progress.courses, entries)
        self._open(page, progress.belt.back)

    def open_course(self, name: str, progress: "Progress") -> None:
        """Show how the person stands in the scenarios of a course."""
        standing = next(one for one in progress.courses if one.course.id == name)
        library = self.screen.dojo.library

        def page(language: str) -> EvidencePage:
            state = course_states(progress.courses, library.entries, language)[name]
            return course_page(standing, state, library.titles, language)

        self._open(page, standing.next)

    def skill(self, skill: "Skill", anchors: "Mapping[str, Anchor] | None") -> "Answers":
        """Look up the attempts behind a skill, then show them, for `LookingScreen.ask`."""
        from salesdojo.records.history.evidence import with_evidence

        dojo, person = self.screen.dojo, self.screen.person()
        told = with_evidence(dojo.memory.store(), person, skill, dojo.clock(), dojo.cache)
        yield partial(self._show_skill, told, anchors)

    def practise(self, scenario: str | None) -> None:
        """Open the briefing; of somebody else, the attempts at it."""
        from salesdojo.tui.screens.history import show_history

        if self.screen.of is None:
            practise(self.screen.dojo, scenario)
        elif scenario is not None:
            show_history(self.screen.dojo, scenario, self.screen.of)

    def _show_skill(self, skill: "Skill", anchors: "Mapping[str, Anchor] | None") -> None:
        anchor = None if anchors is None else anchors.get(skill.criterion)
        titles = self.screen.dojo.library.titles

        def page(language: str) -> EvidencePage:
            return skill_page(skill, titles, language, anchor)

        if self.screen.is_current:  # else it was left while the records were read
            self._open(page, None)

    def _open(self, page_in: "Callable[[str], EvidencePage]", offered: str | None) -> None:
        """Show a page, with a scenario to practise where there is one."""
        from salesdojo.tui.screens.evidence import EvidenceScreen

        of = self.screen.of

        def named(language: str) -> EvidencePage:
            return page_in(language) if of is None else page_in(language).of(of.name)

        shown = EvidenceScreen(named, offered if of is None else None)
        self.screen.app.push_screen(shown, self.practise)
